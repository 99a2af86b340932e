// What became of the ends of a link since it was read, where a workspace of before still says what they said then.

import { recordedNamesOf } from "../link/recordedNames.ts";
import { type Item, keyIn } from "../model/items.ts";
import type { Meaning } from "../trace/meaning.ts";
import type { Analysis } from "../workspace/analyse.ts";
import { meaningReader } from "../workspace/judgeReviews.ts";
import type { LinkReview } from "./linkReviews.ts";

export interface ChangedField {
  readonly item: Item;
  /** `title`, `description` ... */
  readonly field: string;
  /** Empty where nothing was, or is, written there. */
  readonly old: string;
  readonly new: string;
}

/** For one suspect link after the other; undefined for an end that `before` knows no better. */
export function changeReader(
  now: Analysis,
  before: Analysis,
): (review: LinkReview) => readonly ChangedField[] | undefined {
  const [readNow, readBefore] = [meaningReader(now), meaningReader(before)];
  const compareEnd = (item: Item, said: string): ChangedField[] | undefined => {
    const names = recordedNamesOf(item, now.model);
    const known = names.flatMap((name) => before.model.byKey.get(keyIn(item.kind, name)) ?? []);
    const old = known.map(readBefore).find((read) => read?.fingerprint === said);
    const today = readNow(item);
    return old === undefined || today === undefined
      ? undefined
      : compareMeanings(item, old.meaning, today.meaning);
  };
  return ({ link, line, changed }) => {
    if (line === undefined || changed === undefined) return undefined;
    const ends = [
      ...(changed === "to" ? [] : [compareEnd(link.from, line.said.from)]),
      ...(changed === "from" ? [] : [compareEnd(link.to, line.said.to)]),
    ];
    const known = ends.filter((end) => end !== undefined);
    return known.length === 0 ? undefined : known.flat();
  };
}

function compareMeanings(item: Item, old: Meaning, now: Meaning): ChangedField[] {
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((field) => old.get(field) !== now.get(field))
    .map((field) => ({
      item,
      field: field.replace(/^scope\./, ""),
      old: sayField(old.get(field)),
      new: sayField(now.get(field)),
    }));
}

/** Lists with commas; anything deeper as it is compared. */
function sayField(json: string | undefined): string {
  if (json === undefined) return "";
  const value: unknown = JSON.parse(json);
  if (Array.isArray(value) && value.every((one) => typeof one === "string")) return value.join(", ");
  return typeof value === "string" ? value : json;
}
