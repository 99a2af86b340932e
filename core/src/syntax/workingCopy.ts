// The text that is given to the YAML library: the author's, with repairs made in what it cannot read, and the way
// back from its offsets to the author's.

import type { TextEdit } from "../text/edits.ts";

export interface WorkingCopy {
  readonly text: string;
  /** The repairs that are in it, in the order of the text, none overlapping another. */
  readonly repairs: readonly TextEdit[];
  /** Offset in the author's text of an offset in this one; within a repair it is drawn to the repaired stretch. */
  toOriginal(offset: number): number;
}

export function workingCopy(original: string, repairs: readonly TextEdit[]): WorkingCopy {
  if (repairs.length === 0) return { text: original, repairs, toOriginal: (offset) => offset };
  const ordered = mergeRepairs(repairs);
  /** Where each repair begins and ends in the working text. */
  const begins: number[] = [];
  const ends: number[] = [];
  let text = "";
  let done = 0;
  for (const { span, newText } of ordered) {
    text += original.slice(done, span.start);
    begins.push(text.length);
    text += newText;
    ends.push(text.length);
    done = span.end;
  }
  text += original.slice(done);
  const toOriginal = (offset: number): number => {
    const at = lastAtOrBefore(begins, offset);
    const span = ordered[at]?.span;
    const begin = begins[at] ?? 0;
    const end = ends[at] ?? 0;
    if (span === undefined) return offset;
    return offset < end ? Math.min(span.start + (offset - begin), span.end) : span.end + (offset - end);
  };
  return { text, repairs: ordered, toOriginal };
}

/** Of two repairs that overlap, the wider stands; where neither holds the other, the later one gives way. */
function mergeRepairs(repairs: readonly TextEdit[]): TextEdit[] {
  const ordered = [...repairs].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const kept: TextEdit[] = [];
  for (const repair of ordered) {
    const last = kept.at(-1);
    if (last === undefined || repair.span.start >= last.span.end) kept.push(repair);
  }
  return kept;
}

/** Index of the last number that is not above the wanted one, or -1. */
function lastAtOrBefore(sorted: readonly number[], wanted: number): number {
  let low = -1;
  let high = sorted.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sorted[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
