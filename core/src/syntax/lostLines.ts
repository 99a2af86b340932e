// How far the damage of a line that cannot be read goes: wide enough that nothing of it is taken for a part of
// something else, narrow enough that the entries around it stay.

import type { Span } from "../text/span.ts";
import {
  contentOfLine,
  endOfBlock,
  indentOf,
  isOpenLevel,
  keyOfLine,
  lineEnd,
  lineStart,
  nextLine,
  previousSpoken,
  saysNothing,
} from "./lineShape.ts";

/**
 * The lines that are lost with one. A line that looks like the rest of a sentence was broken off from above, so what is
 * deeper below it belongs above too. A line that is or may be an entry takes along all that is deeper; one that stands
 * at no level of the lines above takes along those that stand where it does.
 */
export function entryAround(text: string, at: number): Span {
  const start = lineStart(text, at);
  const end = isSentence(text, at) ? lineEnd(text, at) : endOfEntry(text, at);
  return { start, end: withSentences(text, end) };
}

/** Several words without a key: no entry, and no id that lost its colon. */
function isSentence(text: string, at: number): boolean {
  const { start, end } = contentOfLine(text, at);
  const written = text.slice(start, end);
  return !beginsEntry(text, at) && /\s|["'\]})]$/.test(written);
}

function endOfEntry(text: string, at: number): number {
  const indent = indentOf(text, at);
  if (isOpenLevel(text, at)) return endOfBlock(text, at, indent);
  let end = lineEnd(text, at);
  const below = nextSpokenLine(text, at);
  const child = below === undefined ? 0 : indentOf(text, below);
  const isParent = /:\s*$/.test(text.slice(contentOfLine(text, at).start, contentOfLine(text, at).end));
  if (below !== undefined && child > indent && (isParent || !isOpenLevel(text, below))) {
    end = endOfBlock(text, at, child - 1);
  }
  const next = nextSpokenLine(text, end);
  return next !== undefined && indentOf(text, next) === indent ? endOfEntry(text, next) : end;
}

/** Goes on over the lines right below that begin no entry either. */
function withSentences(text: string, from: number): number {
  let end = from;
  for (let next = nextSpokenLine(text, end); next !== undefined; next = nextSpokenLine(text, end)) {
    if (beginsEntry(text, next)) break;
    end = lineEnd(text, next);
  }
  return end;
}

export function beginsEntry(text: string, at: number): boolean {
  return (
    keyOfLine(text, at) !== undefined ||
    /^[ \t]*(?:[-?](?:[ \t]|$)|[\]}])/.test(text.slice(lineStart(text, at), lineEnd(text, at)))
  );
}

export function nextSpokenLine(text: string, at: number): number | undefined {
  for (let next = nextLine(text, at); next < text.length; next = nextLine(text, next)) {
    if (!saysNothing(text, next)) return next;
  }
  return undefined;
}

/** True for the first line of a file that says anything. */
export function isFirstSpoken(text: string, at: number): boolean {
  const start = lineStart(text, at);
  return start === 0 || saysNothing(text, previousSpoken(text, start - 1));
}
