// Carries places from an older text to a newer one, where only one stretch differs: what a person types between two
// readings.

import type { Span } from "./span.ts";

/** What stood before the changed stretch stays, what stood behind it moves along, what stood in it is drawn to it. */
export function carrySpans(before: string, after: string): (span: Span) => Span {
  const same = commonStart(before, after);
  const tail = commonEnd(before, after, Math.min(before.length, after.length) - same);
  const changedTo = before.length - tail;
  const moved = after.length - before.length;
  const inside = (offset: number) => Math.min(offset, after.length - tail);
  return ({ start, end }) => {
    const from = start >= changedTo ? start + moved : start <= same ? start : inside(start);
    const to = end <= same ? end : end >= changedTo ? end + moved : inside(end);
    return { start: from, end: Math.max(from, to) };
  };
}

function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return at;
}

function commonEnd(a: string, b: string, most: number): number {
  let length = 0;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length))
    length += 1;
  return length;
}
