// Links things by the one side that holds the link: measures on what they show, objectives on what supports or delivers
// them.

import { addReferences } from "../edit/addReference.ts";
import type { FileEdit } from "../findings/finding.ts";
import type { Refused } from "../findings/refused.ts";
import { targetsOf } from "../link/model.ts";
import { ID_PLACES } from "../link/places.ts";
import { shortestName } from "../link/shortestName.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { sayNoRoom, writableSource } from "../lookup/writable.ts";
import { type Item, type ItemKind, kindWord, nameItem, nameItemWithin } from "../model/items.ts";

export const LINK_KEYS = ["measures", "supports", "builds", "objectives"] as const;
export type LinkKey = (typeof LINK_KEYS)[number];

/** What can hold the key. */
const HOLDERS: Readonly<Record<LinkKey, readonly ItemKind[]>> = {
  measures: [
    "objective",
    "aim",
    "capability",
    "strategy",
    "enabler-strategy",
    "priority",
    "action",
    "milestone",
  ],
  supports: ["enabler-strategy", "objective", "action"],
  builds: ["enabler-strategy", "objective", "action"],
  objectives: ["priority"],
};

export interface LinkRequest {
  readonly from: Item;
  readonly key: LinkKey;
  readonly to: readonly Item[];
  /** Names of things that the same change makes. */
  readonly andNew?: readonly string[];
}

/** What is linked already is left as it is. */
export function link(
  lookup: Lookup,
  request: LinkRequest,
): { readonly edits: readonly FileEdit[] } | Refused {
  const { from, key, andNew = [] } = request;
  const linked = new Set(targetsOf(lookup.model, from, key));
  const missing = request.to.filter((to) => !linked.has(to));
  const refused = refuseLink(lookup, { ...request, to: missing });
  if (refused !== undefined) return { refused };
  const source = writableSource(lookup, from);
  if ("refused" in source) return source;
  const names = missing.map((to) => shortestName(lookup.model, key, from, to));
  const nameless = names.indexOf(undefined);
  const lost = missing[nameless];
  if (lost !== undefined)
    return { refused: `No id means ${nameItemWithin(lost)} alone: give it another id first` };
  const ids = [...names.filter((name) => name !== undefined), ...andNew];
  const edit = addReferences(source, from.path, key, ids);
  return edit === undefined ? { refused: sayNoRoom(from, key) } : { edits: [{ file: from.file, ...edit }] };
}

/** True where the thing can hold links of this key. */
export function mayHold(lookup: Lookup, from: Item, key: LinkKey): boolean {
  if (!HOLDERS[key].includes(from.kind)) return false;
  return (key !== "supports" && key !== "builds") || isOfEnabler(lookup, from);
}

function isOfEnabler({ model }: Lookup, item: Item): boolean {
  return model.items.some(({ kind, id }) => kind === "enabler-strategy" && id === item.document);
}

function refuseLink(lookup: Lookup, { from, key, to, andNew = [] }: LinkRequest): string | undefined {
  if (!mayHold(lookup, from, key)) return `${nameItem(from)} has no "${key}": name ${SUCH[key]}`;
  if (to.length === 0 && andNew.length === 0) return "All of this is linked already: choose something else";
  const wrong = to.find(({ kind }) => !ID_PLACES[key].kinds.includes(kind));
  if (wrong !== undefined)
    return `${nameItem(wrong)} cannot stand in "${key}": name ${articled(ID_PLACES[key].kinds)}`;
  const ended = to.find(({ retired }) => retired !== undefined);
  return ended === undefined ? undefined : `${nameItem(ended)} has ended: choose one that is in force`;
}

const SUCH: Readonly<Record<LinkKey, string>> = {
  measures: "an objective, or something else that measures can show",
  supports: "an enabler strategy, or an objective or action of one",
  builds: "an enabler strategy, or an objective or action of one",
  objectives: "a priority of a plan",
};

function articled(kinds: readonly ItemKind[]): string {
  const word = kindWord(kinds[0] ?? "measure");
  return `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`;
}
