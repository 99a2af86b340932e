// Lines and comments of a text, for edits that must not lose any of them.

import type { Span } from "../text/span.ts";

/** From the sign # to the end of its line. */
export type Comment = Span;

/** From a sign `#` at the start of the gap's line or after a blank to the end of its line. */
export function commentsIn(text: string, gap: Span): Comment[] {
  const comments: Comment[] = [];
  for (let at = text.indexOf("#", gap.start); at >= 0 && at < gap.end; at = text.indexOf("#", at + 1)) {
    const last = comments.at(-1);
    if (last !== undefined && at < last.end) continue;
    if (at === 0 || /\s/.test(text.charAt(at - 1))) comments.push({ start: at, end: endOfLine(text, at) });
  }
  return comments;
}

export function withoutSpans(text: string, gap: Span, spans: readonly Span[]): string {
  let rest = "";
  let at = gap.start;
  for (const span of spans) {
    rest += text.slice(at, span.start);
    at = span.end;
  }
  return rest + text.slice(Math.min(at, gap.end), gap.end);
}

/** Offset of the line's end, before its line break. */
export function endOfLine(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  if (newline < 0) return text.length;
  return text.charAt(newline - 1) === "\r" ? newline - 1 : newline;
}

export function startOfLine(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Offset behind the line break that follows, or the text's end. */
export function behindLine(text: string, lineEnd: number): number {
  if (text.startsWith("\r\n", lineEnd)) return lineEnd + 2;
  return Math.min(lineEnd + 1, text.length);
}

export function eolOf(text: string): string {
  return text.includes("\r\n") ? "\r\n" : "\n";
}
