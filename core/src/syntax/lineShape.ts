// What a line of YAML looks like without reading it as YAML: where it begins and ends, how far it is indented, where
// the text after its key stands. The only help there is where the library could not read on.

import type { Span } from "../text/span.ts";

export function lineStart(text: string, offset: number): number {
  return offset <= 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

/** Offset of the line's end, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  const end = newline < 0 ? text.length : newline;
  return end > offset && text[end - 1] === "\r" ? end - 1 : end;
}

/** Offset of the next line's start, or the text's end. */
export function nextLine(text: string, offset: number): number {
  const newline = text.indexOf("\n", offset);
  return newline < 0 ? text.length : newline + 1;
}

/** Number of spaces and tabs before the line's first character. */
export function indentOf(text: string, offset: number): number {
  let at = lineStart(text, offset);
  // A byte order mark takes no column.
  if (at === 0 && text[0] === "\uFEFF") at = 1;
  const from = at;
  while (text[at] === " " || text[at] === "\t") at += 1;
  return at - from;
}

/** True for a line that holds nothing, or a comment only. */
export function saysNothing(text: string, offset: number): boolean {
  const line = text.slice(lineStart(text, offset), lineEnd(text, offset)).trim();
  return line === "" || line.startsWith("#");
}

/** The line's characters without indentation, trailing spaces and comment. */
export function contentOfLine(text: string, offset: number): Span {
  const start = lineStart(text, offset);
  const line = text.slice(start, lineEnd(text, offset));
  const indent = line.length - line.trimStart().length;
  const kept = withoutComment(line).trimEnd().length;
  return { start: start + indent, end: start + Math.max(indent, kept) };
}

/** The text up to its comment; a # begins one only behind a space or at the start. */
export function withoutComment(line: string): string {
  const comment = /(^|[ \t])#/.exec(line);
  return comment === null ? line : line.slice(0, comment.index);
}

/** No key of YAML is longer than 1024; the bound keeps long lines of blanks from being tried over and over. */
const BEFORE_VALUE =
  /^[\uFEFF]?[ \t]*(?:[-?][ \t]+)*(?:(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'[\]{}#&*!|>%@`,][^\n]{0,1024}?)[ \t]{0,1024}:(?=[ \t]|$)[ \t]*)?/;
const KEY = /^[\uFEFF]?[ \t]*(?:-[ \t]+)*["']?([^\s"'[\]{}#,][^\n:]{0,1024}?)["']?[ \t]{0,1024}:(?=[ \t]|$)/;

/** The text that stands where a value may stand in this line: behind `key: `, behind `- `, or all of it. */
export function valueOfLine(text: string, offset: number): Span {
  const start = lineStart(text, offset);
  const line = text.slice(start, lineEnd(text, offset));
  const before = BEFORE_VALUE.exec(line)?.[0].length ?? 0;
  const kept = withoutComment(line).trimEnd().length;
  return { start: start + before, end: start + Math.max(before, kept) };
}

/** The key with which a line begins (behind its dashes), or undefined. */
export function keyOfLine(text: string, offset: number): string | undefined {
  const line = text.slice(lineStart(text, offset), lineEnd(text, offset));
  return KEY.exec(line)?.[1];
}

/**
 * The column of the key (or the last dash) that rules a place in its line: what stands deeper belongs to it. In
 * `- title: x` that is the column of `title`.
 */
export function columnOfKey(text: string, offset: number): number {
  const start = lineStart(text, offset);
  const line = text.slice(start, lineEnd(text, offset)).replace(/^\uFEFF/, "");
  const dashes = /^[ \t]*(?:-[ \t]+)*/.exec(line)?.[0] ?? "";
  if (keyOfLine(text, offset) !== undefined) return dashes.length;
  const lastDash = dashes.lastIndexOf("-");
  return lastDash < 0 ? dashes.length : lastDash;
}

/** True where a line is indented as one of the lines above that are still open. */
export function isOpenLevel(text: string, offset: number): boolean {
  const wanted = indentOf(text, offset);
  let lowest = Number.POSITIVE_INFINITY;
  for (let at = lineStart(text, offset); at > 0 && lowest > wanted; ) {
    at = lineStart(text, at - 1);
    if (saysNothing(text, at)) continue;
    const indent = indentOf(text, at);
    if (indent === wanted || (indent < wanted && columnOfKey(text, at) === wanted)) return lowest > indent;
    lowest = Math.min(lowest, indent);
  }
  return lineStart(text, offset) === 0;
}

/** Start of the nearest line above that says something, or the text's start. */
export function previousSpoken(text: string, offset: number): number {
  let at = lineStart(text, offset);
  while (at > 0 && saysNothing(text, at)) at = lineStart(text, at - 1);
  return at;
}

/**
 * From an offset to where what it begins plausibly ends: up to the first later line that is indented no further
 * than `indent` and says something. Blank lines and comments before that line are left out.
 */
export function endOfBlock(text: string, offset: number, indent: number): number {
  let end = lineEnd(text, offset);
  for (let at = nextLine(text, offset); at < text.length; at = nextLine(text, at)) {
    if (saysNothing(text, at)) continue;
    if (indentOf(text, at) <= indent) break;
    end = lineEnd(text, at);
  }
  return end;
}
