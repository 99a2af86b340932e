// Takes one text out of a list of texts, on lines of their own or between brackets, and keeps every comment.

import type { ListNode, SourceFile } from "../syntax/tree.ts";
import { replace, type TextEdit } from "../text/edits.ts";
import { behindLine, commentsIn, endOfLine, startOfLine } from "./lines.ts";

/** Undefined where nothing stands there, where it is all that the list holds, or where it cannot go without something else. */
export function removeFromList(
  { text }: SourceFile,
  list: ListNode,
  at: number,
): readonly TextEdit[] | undefined {
  const item = list.items[at];
  if (item?.kind !== "scalar" || item.span.start < list.span.start || item.span.end > list.span.end)
    return undefined;
  if (list.flow) {
    const before = list.items[at - 1];
    const next = list.items[at + 1];
    const gap =
      next === undefined
        ? before && { start: before.span.end, end: item.span.end }
        : { start: item.span.start, end: next.span.start };
    if (gap === undefined || /[#&]/.test(text.slice(gap.start, gap.end))) return undefined;
    return [replace(gap, "")];
  }
  const start = startOfLine(text, item.span.start);
  const lineEnd = endOfLine(text, item.span.end);
  const [comment] = commentsIn(text, { start: item.span.end, end: lineEnd });
  const dash = text.indexOf("-", start);
  if (!/^ *- *$/.test(text.slice(start, item.span.start))) return undefined;
  if (comment !== undefined) return [replace({ start: dash, end: comment.start }, "")];
  return [replace({ start, end: behindLine(text, lineEnd) }, "")];
}
