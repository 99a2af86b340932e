// Where the brackets and quotes of a text stand, gathered once for a reading that met errors: each diagnosis asks.

import type { CST } from "yaml";
import type { Span } from "../text/span.ts";
import { walkTokens } from "./readDocument.ts";
import type { WorkingCopy } from "./workingCopy.ts";

interface Bracket {
  /** In the author's text. */
  readonly start: number;
  /** Offset of the closing bracket, or infinity where the reading found none. */
  readonly end: number;
  /** Offset in the text that was read. */
  readonly readAt: number;
  readonly outermost: boolean;
}

export interface Layout {
  /** In the order of the text. */
  readonly brackets: readonly Bracket[];
  /** Offsets in the text that was read of the quotes that nothing closes, in the order of the text. */
  readonly openQuotes: readonly number[];
  /** From where a quoted text ends to where it begins, both in the text that was read. */
  readonly quoteByEnd: ReadonlyMap<number, number>;
  /** Block texts and quoted texts over several lines, in the author's text: their spaces are the author's own. */
  readonly longTexts: readonly Span[];
}

export function readLayout(tokens: readonly CST.Token[], copy: WorkingCopy): Layout {
  const brackets: Bracket[] = [];
  const openQuotes: number[] = [];
  const quoteByEnd = new Map<number, number>();
  const longTexts: Span[] = [];
  let outerEnd = -1;
  walkTokens(tokens, (token) => {
    if (token.type === "flow-collection") {
      const end = closingOffset(token);
      const outermost = token.offset > outerEnd;
      if (outermost) outerEnd = end;
      const span = { start: copy.toOriginal(token.offset), end: end < Infinity ? copy.toOriginal(end) : end };
      brackets.push({ ...span, readAt: token.offset, outermost });
      return;
    }
    const isQuoted = token.type === "double-quoted-scalar" || token.type === "single-quoted-scalar";
    if (isQuoted && !isClosed(token.source)) openQuotes.push(token.offset);
    if (isQuoted) quoteByEnd.set(token.offset + token.source.length, token.offset);
    if ((isQuoted || token.type === "block-scalar") && token.source.includes("\n")) {
      const head = "props" in token ? token.props.reduce((sum, part) => sum + lengthOf(part), 0) : 0;
      const end = token.offset + head + token.source.length;
      longTexts.push({ start: copy.toOriginal(token.offset), end: copy.toOriginal(end) });
    }
  });
  return { brackets, openQuotes, quoteByEnd, longTexts };
}

function closingOffset(token: CST.FlowCollection): number {
  const closing = token.end.find((part) => part.type === "flow-map-end" || part.type === "flow-seq-end");
  return closing?.offset ?? Number.POSITIVE_INFINITY;
}

function isClosed(source: string): boolean {
  return source.length > 1 && source.endsWith(source[0] ?? "");
}

function lengthOf(token: CST.Token): number {
  return "source" in token ? token.source.length : 0;
}

/** Offset (in the text that was read) of the last quote that opens before a place and is not closed. */
export function findOpenQuote(layout: Layout, before: number): number | undefined {
  return layout.openQuotes.findLast((at) => at < before);
}

/** Offset in the author's text of the outermost bracket that opens before a place and that the reading found no end of. */
export function findOpenBracket(layout: Layout, before: number): number | undefined {
  return layout.brackets.find((bracket) => bracket.end === Infinity && bracket.readAt < before)?.start;
}

/** True where a place in the author's text stands inside brackets. */
export function isInBrackets(layout: Layout, offset: number): boolean {
  const { brackets } = layout;
  let low = -1;
  let high = brackets.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((brackets[middle]?.start ?? 0) < offset) low = middle;
    else high = middle - 1;
  }
  for (let at = low; at >= 0; at -= 1) {
    const bracket = brackets[at];
    if (bracket === undefined || offset <= bracket.end) return bracket !== undefined;
    if (bracket.outermost) return false;
  }
  return false;
}
