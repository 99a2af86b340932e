// Takes an entry out of a map between braces, with one comma, and keeps the comments.

import type { Entry, MapNode } from "../syntax/tree.ts";
import { replace, type TextEdit } from "../text/edits.ts";
import type { Span } from "../text/span.ts";
import { behindLine, type Comment, commentsIn, endOfLine, eolOf, startOfLine } from "./lines.ts";

export function removeFromBraces(
  text: string,
  map: MapNode,
  entry: Entry,
  inside: readonly Comment[],
): TextEdit[] | undefined {
  if (text.charAt(map.span.start) !== "{" || text.charAt(map.span.end - 1) !== "}") return undefined;
  const inner = { start: map.span.start + 1, end: map.span.end - 1 };
  const after = commaAfter(text, { start: entry.span.end, end: inner.end });
  const before = after === undefined ? commaBefore(text, map, entry) : undefined;
  const alone = after === undefined && before === undefined;
  if (alone && map.entries.length > 1) return undefined;
  const indent = " ".repeat(entry.span.start - startOfLine(text, entry.span.start));
  const newLine = eolOf(text) + indent;
  const kept = inside.map((comment) => text.slice(comment.start, comment.end) + newLine).join("");
  const edits = [replace(entry.span, kept)];
  if (after !== undefined) edits.push(replace({ start: after, end: after + 1 }, ""));
  if (before !== undefined) edits.push(replace({ start: before, end: before + 1 }, ""));
  return inside.length > 0 ? edits : tidy(text, entry, edits, after, before);
}

/** Takes the blanks along that only set the entry apart: the rest of its line, or the one before or after it. */
function tidy(
  text: string,
  entry: Entry,
  edits: TextEdit[],
  after: number | undefined,
  before: number | undefined,
): TextEdit[] {
  const lineStart = startOfLine(text, entry.span.start);
  const startsLine = text.slice(lineStart, entry.span.start).trim() === "" && lineStart > 0;
  const end =
    after !== undefined && text.slice(entry.span.end, after).trim() === "" ? after + 1 : entry.span.end;
  const others = edits.filter((edit) => edit.span.start < entry.span.start || edit.span.start >= end);
  const lineEnd = endOfLine(text, end);
  if (startsLine && text.slice(end, lineEnd).trim() === "" && lineEnd < text.length) {
    return [...others, replace({ start: lineStart, end: behindLine(text, lineEnd) }, "")];
  }
  if (before !== undefined && text.slice(before + 1, entry.span.start).trim() === "") {
    return [replace({ start: before, end: entry.span.end }, "")];
  }
  const blanks = /^[ \t]*/.exec(text.slice(end))?.[0].length ?? 0;
  // A comment needs the blank before it.
  const untilComment = text.charAt(end + blanks) === "#" ? 0 : blanks;
  return [
    ...others,
    replace({ start: entry.span.start, end: end + (after === undefined ? 0 : untilComment) }, ""),
  ];
}

function commaAfter(text: string, space: Span): number | undefined {
  const comments = commentsIn(text, space);
  for (let at = space.start; at < space.end; at += 1) {
    const comment = comments.find((one) => one.start === at);
    if (comment !== undefined) {
      at = comment.end - 1;
      continue;
    }
    const sign = text.charAt(at);
    if (sign === ",") return at;
    if (!/\s/.test(sign)) return undefined;
  }
  return undefined;
}

/** The comma between the entry and the one written before it. */
function commaBefore(text: string, map: MapNode, entry: Entry): number | undefined {
  const earlier = map.entries.filter((other) => !other.merged && other.span.end <= entry.span.start);
  const last = earlier.at(-1);
  return last === undefined ? undefined : commaAfter(text, { start: last.span.end, end: entry.span.start });
}
