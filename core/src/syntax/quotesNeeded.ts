// Texts that YAML cannot read as one text unless they are quoted: which stretch is meant, and what in it is the cause.

import type { Span } from "../text/span.ts";
import type { Complaint, Diagnosis } from "./diagnosis.ts";
import { isInBrackets } from "./layout.ts";
import {
  columnOfKey,
  contentOfLine,
  indentOf,
  keyOfLine,
  lineEnd,
  nextLine,
  valueOfLine,
} from "./lineShape.ts";
import { refuse, type SyntaxFacts } from "./refusals.ts";
import { mask } from "./unclosed.ts";

type Cause = SyntaxFacts["yaml/quotes-needed"]["cause"];

/** The text in which a place stands is one that needs quotes. */
export function diagnoseQuotes(
  complaint: { readonly file: string; readonly text: string },
  whole: Span,
  cause: Cause,
  sign: string,
): Diagnosis {
  const { text, file } = complaint;
  const marked = { start: whole.start, end: Math.min(whole.end, lineEnd(text, whole.start)) };
  return {
    refusal: refuse("yaml/quotes-needed", file, marked, { cause, sign, whole }),
    damaged: whole,
    repairs: [mask(text, whole)],
    local: cause !== "after",
  };
}

/**
 * The text around a place, as its author most plausibly meant it: inside brackets up to the next comma or bracket,
 * elsewhere the rest of the line behind the key, with the deeper lines that follow where they are text too.
 */
export function findText(complaint: Complaint, at: number): Span {
  const { text } = complaint;
  if (isInBrackets(complaint.layout, at)) return findTextInBrackets(text, at);
  const keySign = keyBehindSign(text, at);
  if (keySign !== undefined && at === contentOfLine(text, at).start)
    return { start: at, end: at + keySign.length };
  const value = valueOfLine(text, at);
  const key = { start: at, end: value.start };
  if (at < value.start) return { start: key.start, end: key.start + trimKey(text.slice(key.start, key.end)) };
  return withLinesBelow(text, value);
}

/** A key that begins with a sign such as % or @, up to its colon. */
export function keyBehindSign(text: string, at: number): string | undefined {
  return /^[^\s\w"'][^\n]*?(?=[ \t]*:(?:[ \t\r\n]|$))/.exec(text.slice(at, lineEnd(text, at)))?.[0];
}

/** The text with the deeper lines that go on with it; a comment, a list's item or a key of one word ends it. */
export function withLinesBelow(text: string, value: Span): Span {
  const column = columnOfKey(text, value.start);
  let { end } = value;
  if (lineEnd(text, end) !== end) return value;
  for (let at = nextLine(text, end); at < text.length; at = nextLine(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    if (line.trim() === "") continue;
    const isKey = /^\S+$/.test(keyOfLine(text, at) ?? " ");
    if (indentOf(text, at) <= column || isKey || /^[ \t]*(?:-[ \t]|#)/.test(line)) break;
    const content = contentOfLine(text, at);
    end = content.end;
    if (line.trimEnd().length > content.end - at) break;
  }
  return { start: value.start, end };
}

function trimKey(written: string): number {
  return written.replace(/[ \t]*:[ \t]*$/, "").length;
}

function findTextInBrackets(text: string, at: number): Span {
  const line = text.slice(0, at);
  const before =
    /(?:^|[,[{]|:[ \t])[ \t]*([^,[\]{}\n]*?)$/.exec(line.slice(line.lastIndexOf("\n") + 1))?.[1] ?? "";
  const own = before.includes(": ") ? before.slice(before.lastIndexOf(": ") + 2) : before;
  const rest = text.slice(at, lineEnd(text, at));
  const stop = rest.slice(1).search(/[,}\]]/);
  const length = stop < 0 ? rest.trimEnd().length : rest.slice(0, stop + 1).trimEnd().length;
  return { start: at - own.length, end: at + length };
}
