// What can be folded away: maps, lists, block texts and runs of comments.

import type { SourceFile, TreeNode } from "../syntax/tree.ts";
import { positionAt } from "../text/lines.ts";
import type { Span } from "../text/span.ts";

export interface FoldingRange {
  /** From the line that stays, to the last that is folded away. */
  readonly span: Span;
  readonly kind: "region" | "comment";
}

/** Where there is little room, runs of comments go before what stands inside a thing, and after whole keys. */
const COMMENT_DEPTH = 2;

/** In the order of the text. Where there are more than `most`, the outer ones stay. */
export function foldingRanges(
  source: SourceFile,
  most: number = Number.POSITIVE_INFINITY,
): readonly FoldingRange[] {
  const found: { readonly range: FoldingRange; readonly depth: number }[] = [];
  const texts: Span[] = [];
  const visit = (node: TreeNode | undefined, start: number, depth: number): void => {
    if (node === undefined) return;
    const span = { start, end: endOf(node, source.text) };
    if (spansLines(span, source)) found.push({ range: { span, kind: "region" }, depth });
    if (node.kind === "scalar") texts.push(node.span);
    if (node.kind === "list")
      for (const item of node.items) visitInside(item, item?.span.start ?? 0, depth, node);
    if (node.kind !== "map") return;
    for (const entry of node.entries)
      if (!entry.merged) visitInside(entry.value, entry.span.start, depth, node);
  };
  // What an alias repeats stands elsewhere and is folded there.
  const visitInside = (node: TreeNode | undefined, start: number, depth: number, outer: TreeNode): void => {
    if (node === undefined || node.span.start < outer.span.start || node.span.end > outer.span.end) return;
    visit(node, start, depth + 1);
  };
  if (source.root?.kind === "map") {
    for (const entry of source.root.entries) visitInside(entry.value, entry.span.start, 0, source.root);
  } else if (source.root?.kind === "list") {
    for (const item of source.root.items) visitInside(item, item?.span.start ?? 0, 0, source.root);
  }
  for (const range of commentRuns(source, texts)) found.push({ range, depth: COMMENT_DEPTH });
  return found
    .sort((a, b) => a.depth - b.depth || a.range.span.start - b.range.span.start)
    .slice(0, most)
    .map(({ range }) => range)
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}

/** Blank lines behind a block are not its own. */
function endOf(node: TreeNode, text: string): number {
  let { end } = node.span;
  while (end > node.span.start && /\s/.test(text[end - 1] ?? "")) end -= 1;
  return end;
}

function spansLines({ start, end }: Span, { lines }: SourceFile): boolean {
  return positionAt(lines, start).line < positionAt(lines, end).line;
}

/** Two lines or more that hold nothing but comments; a `#` inside a block text begins none. */
function commentRuns({ text, lines }: SourceFile, texts: readonly Span[]): FoldingRange[] {
  const ordered = [...texts].sort((a, b) => a.start - b.start);
  const runs: FoldingRange[] = [];
  let run: Span | undefined;
  let count = 0;
  let next = 0;
  const close = () => {
    if (run !== undefined && count > 1) runs.push({ span: run, kind: "comment" });
    run = undefined;
    count = 0;
  };
  for (const [line, start] of lines.lineStarts.entries()) {
    const content = text.slice(start, lines.lineStarts[line + 1] ?? text.length).trimEnd();
    const at = start + content.search(/\S/);
    while ((ordered[next]?.end ?? text.length) <= at) next += 1;
    const inText = (ordered[next]?.start ?? text.length) < at;
    if (!content.trimStart().startsWith("#") || inText) {
      close();
      continue;
    }
    run = { start: run?.start ?? at, end: start + content.length };
    count += 1;
  }
  close();
  return runs;
}
