// Tells whether two texts of one file say the same, comments included: the proof that a change of layout changed nothing.

import type { SourceFile, TreeNode } from "../syntax/tree.ts";
import type { Span } from "../text/span.ts";
import { behindLine, commentsIn, endOfLine } from "./lines.ts";

/** Same texts in the same quotes, in the same order, with the same comments. */
export function saysTheSame(a: SourceFile, b: SourceFile): boolean {
  const [one, other] = [commentsOf(a), commentsOf(b)];
  return (
    sameNodes(a.root, b.root) &&
    one.length === other.length &&
    one.every((comment, at) => comment === other[at]) &&
    a.damaged.length === b.damaged.length
  );
}

/** In the order of the text, without blanks at their ends. */
export function commentsOf(file: SourceFile): string[] {
  return commentSpans(file).map((comment) => file.text.slice(comment.start, comment.end).trimEnd());
}

export function commentSpans(file: SourceFile): Span[] {
  return gapsBetween(file.text, textSpans(file)).flatMap((gap) => commentsIn(file.text, gap));
}

/** Where the author's texts stand, in the order of the text; what an alias repeats stands there once. */
export function textSpans(file: SourceFile): Span[] {
  const spans: Span[] = [];
  collect(file.root, file.text, spans);
  const sorted = spans.sort((a, b) => a.start - b.start || a.end - b.end);
  return sorted.filter(
    (span, at) => span.start !== sorted[at - 1]?.start || span.end !== sorted[at - 1]?.end,
  );
}

function collect(node: TreeNode | undefined, text: string, spans: Span[]): void {
  if (node === undefined) return;
  if (node.kind === "scalar") {
    const isBlock = node.style === "literal" || node.style === "folded";
    const newline = isBlock ? text.indexOf("\n", node.span.start) : -1;
    const end = isBlock ? behindLine(text, endOfLine(text, node.span.end)) : node.span.end;
    // A comment may stand in the first line of a block of text, behind its sign; blanks at its end belong to it.
    spans.push({ start: newline < 0 ? node.span.start : Math.min(newline + 1, end), end });
    return;
  }
  if (node.kind === "list") {
    for (const item of node.items) collect(item, text, spans);
    return;
  }
  for (const entry of node.entries) {
    spans.push(entry.key.span);
    collect(entry.value, text, spans);
  }
}

function gapsBetween(text: string, spans: readonly Span[]): Span[] {
  const gaps: Span[] = [];
  let at = 0;
  for (const span of spans) {
    if (span.start > at) gaps.push({ start: at, end: span.start });
    at = Math.max(at, span.end);
  }
  if (at < text.length) gaps.push({ start: at, end: text.length });
  return gaps;
}

function sameNodes(a: TreeNode | undefined, b: TreeNode | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (a.kind === "scalar")
    return b.kind === "scalar" && a.text === b.text && a.style === b.style && a.value === b.value;
  if (a.kind === "list") {
    return (
      b.kind === "list" &&
      a.flow === b.flow &&
      a.items.length === b.items.length &&
      a.items.every((item, at) => sameNodes(item, b.items[at]))
    );
  }
  if (b.kind !== "map" || a.flow !== b.flow || a.entries.length !== b.entries.length) return false;
  return a.entries.every((entry, at) => {
    const other = b.entries[at];
    return other !== undefined && sameNodes(entry.key, other.key) && sameNodes(entry.value, other.value);
  });
}
