// Carries places from an older text to a newer one, where only one stretch differs.

import { editBetween } from "./editBetween.ts";
import type { Span } from "./span.ts";

/** What stood before the changed stretch stays, what stood behind it moves along, what stood in it is drawn to it. */
export function carrySpans(before: string, after: string): (span: Span) => Span {
  const { span: changed, newText } = editBetween(before, after);
  const moved = after.length - before.length;
  const inside = (offset: number) => Math.min(offset, changed.start + newText.length);
  return ({ start, end }) => {
    const from = start >= changed.end ? start + moved : start <= changed.start ? start : inside(start);
    const to = end <= changed.start ? end : end >= changed.end ? end + moved : inside(end);
    return { start: from, end: Math.max(from, to) };
  };
}
