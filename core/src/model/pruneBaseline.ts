// Takes entries out of a baseline; all other lines stay as they are, letter by letter.

import type { TextEdit } from "../text/edits.ts";
import type { BaselineEntry } from "./baseline.ts";

/** `entries` are all of the text, in its order. */
export function pruneEdits(
  text: string,
  entries: readonly BaselineEntry[],
  gone: readonly BaselineEntry[],
): readonly TextEdit[] {
  const isGone = new Set(gone);
  const kept = entries.filter((entry) => !isGone.has(entry));
  const lastKept = kept.at(-1);
  const edits: TextEdit[] = [];
  for (const [index, entry] of entries.entries()) {
    const next = entries[index + 1];
    // With the comma that parts it from the next one.
    const isBeforeKept = lastKept !== undefined && entry.span.start < lastKept.span.start;
    if (isGone.has(entry) && next !== undefined && isBeforeKept) {
      edits.push({ span: { start: entry.span.start, end: next.span.start }, newText: "" });
    }
  }
  const [first, last] = [entries[0], entries.at(-1)];
  if (first === undefined || last === undefined || last === lastKept) return edits;
  // What stands behind the last one that is kept, with the comma before it; of none that is kept, with the line's end.
  const start = lastKept?.span.end ?? text.slice(0, first.span.start).trimEnd().length;
  return [...edits, { span: { start, end: last.span.end }, newText: "" }];
}
