// All edits of one rename, made and then judged: what would change the meaning of anything is refused.

import type { FileEdit } from "../../findings/finding.ts";
import type { Refused } from "../../findings/refused.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import type { Occurrence } from "../../lookup/occurrences.ts";
import { sayPlace } from "../../lookup/sayId.ts";
import { isPart, type Subject } from "../../lookup/subjects.ts";
import { withOwnId } from "../../lookup/takenId.ts";
import { CONFIG_FILE } from "../../model/fileName.ts";
import type { Item } from "../../model/items.ts";
import { formerlyEdits } from "./formerlyEdits.ts";
import { findInRecord } from "./records.ts";
import { refuseMeaning } from "./refuseMeaning.ts";
import type { RenameOptions, Renaming } from "./renaming.ts";

/** `newPath` is that of the thing's own file afterwards, where it changes. */
export function planRename(
  lookup: Lookup,
  subject: Subject,
  newId: string,
  newPath: string | undefined,
  options: RenameOptions,
): Renaming | Refused {
  const places = placesToEdit(lookup, subject);
  const several = sharedInConfig(lookup, places, subject, newId);
  if (several !== undefined) return { refused: several };
  const edits: readonly FileEdit[] = places.map(({ file, span }) => ({ file, span, newText: newId }));
  const former = isPart(subject) ? [] : formerlyEdits(lookup, subject, newId, options);
  if ("refused" in former) return former;
  const recorded = isPart(subject) ? [] : recordEdits(lookup, subject, newId, options);
  const plan = { edits: withoutRepeats([...edits, ...recorded]), formerly: former };
  const refused = refuseMeaning(lookup, subject, newId, newPath, { ...plan, places });
  return refused === undefined ? plan : { refused };
}

/** Every place where the subject's id of today stands. */
export function placesToEdit(lookup: Lookup, subject: Subject): readonly Occurrence[] {
  return lookup
    .occurrencesOf(subject)
    .filter((one) => one.form === "id" && one.role !== "former" && textOf(lookup, one) === subject.key);
}

function textOf({ analysis }: Lookup, { file, span }: Occurrence): string | undefined {
  return analysis.workspace.files.get(file)?.text.slice(span.start, span.end);
}

/** A text that an alias repeats is found at each of its places and changed once. */
export function withoutRepeats(edits: readonly FileEdit[]): FileEdit[] {
  const seen = new Set<string>();
  return edits.filter(({ file, span }) => {
    const key = `${span.start} ${span.end} ${file}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** A bare id in the config means everything that has it, so it cannot follow one of several. */
function sharedInConfig(
  lookup: Lookup,
  places: readonly Occurrence[],
  subject: Subject,
  newId: string,
): string | undefined {
  const ids = lookup.occurrencesIn(CONFIG_FILE);
  for (const place of places.filter(({ file }) => file === CONFIG_FILE)) {
    const shared = ids.some((one) => one.span.start === place.span.start && one.item !== subject);
    if (!shared) continue;
    const at = sayPlace(lookup, CONFIG_FILE, place.span.start);
    return `"${subject.key}" in ${at} means several things: write their full names there first`;
  }
  if (isPart(subject)) return undefined;
  const wouldMean = lookup.analysis.config.overrides.some(({ ids: named }) =>
    named.some((name) => name === newId || name === withOwnId(subject, newId)),
  );
  return wouldMean
    ? `"${newId}" stands in ${CONFIG_FILE} already and would mean this too: choose another id`
    : undefined;
}

function recordEdits(lookup: Lookup, item: Item, newId: string, { records = [] }: RenameOptions): FileEdit[] {
  return records.flatMap((record) =>
    findInRecord(record, item, lookup.model, lookup.analysis.engine.rules).map((span) => ({
      file: record.path,
      span,
      newText: newId,
    })),
  );
}
