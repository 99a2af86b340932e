// What "expand selection" takes in, step by step: word, text, pair, item, the map around it, up to the file.

import { findCursor } from "../syntax/cursor.ts";
import type { SourceFile } from "../syntax/tree.ts";
import { contains, type Span } from "../text/span.ts";

/** From the innermost to the whole file; each holds the one before it. */
export function selectionRanges(source: SourceFile, offset: number): readonly Span[] {
  const { scalar, around } = findCursor(source, offset);
  const inner =
    scalar === undefined
      ? []
      : [wordAt(source.text, scalar.span, offset), withoutQuotes(source, scalar.span), scalar.span];
  const outer = [...around]
    .reverse()
    .flatMap(({ entry, node, span }) => [
      ...(node === undefined || entry === undefined ? [] : [node.span]),
      span,
    ]);
  const all = [...inner, ...outer, { start: 0, end: source.text.length }];
  const grown: Span[] = [];
  for (const span of all) {
    const last = grown.at(-1) ?? { start: offset, end: offset };
    if (contains(span, last) && (grown.length === 0 || span.start < last.start || span.end > last.end))
      grown.push(span);
  }
  return grown;
}

function wordAt(text: string, within: Span, offset: number): Span {
  const isWord = (at: number) =>
    at >= within.start && at < within.end && /[\p{L}\p{N}_-]/u.test(text[at] ?? "");
  let [start, end] = [offset, offset];
  while (isWord(start - 1)) start -= 1;
  while (isWord(end)) end += 1;
  return { start, end };
}

function withoutQuotes({ text }: SourceFile, span: Span): Span {
  const quote = text[span.start];
  const isQuoted =
    (quote === '"' || quote === "'") && text[span.end - 1] === quote && span.end - span.start > 1;
  return isQuoted ? { start: span.start + 1, end: span.end - 1 } : span;
}
