// Takes an entry out of a map of an author's file, in block style or between braces, and keeps every comment: also
// those inside what goes, which stay as lines of their own.

import type { NodePath } from "../findings/finding.ts";
import type { Entry, MapNode, SourceFile } from "../syntax/tree.ts";
import { findNode } from "../syntax/tree.ts";
import { replace, type TextEdit } from "../text/edits.ts";
import { commentsInside } from "./commentsInside.ts";
import { isWrittenThere } from "./isWrittenThere.ts";
import {
  behindLine,
  type Comment,
  commentsIn,
  endOfLine,
  eolOf,
  startOfLine,
  withoutSpans,
} from "./lines.ts";
import { removeFromBraces } from "./removeFromBraces.ts";

/**
 * The edits that remove the entry at `path`. A block map that loses its only entry becomes `{}`, so that it stays a
 * map. Undefined where nothing was written there (a merge key or an alias brought it in), where something else refers
 * to a part of it, or where the layout is too unusual to be sure.
 */
export function removeEntry(file: SourceFile, path: NodePath): readonly TextEdit[] | undefined {
  const map = findNode(file.root, path.slice(0, -1));
  if (map?.kind !== "map" || !isWrittenThere(file, path.slice(0, -1))) return undefined;
  const own = map.entries.filter((entry) => !entry.merged);
  const at = own.findIndex((entry) => entry.key.text === path.at(-1));
  const entry = own[at];
  if (entry === undefined || entry.span.start < map.span.start || entry.span.end > map.span.end)
    return undefined;
  const inside = commentsInside(file.text, entry);
  if (inside === undefined) return undefined;
  return map.flow
    ? removeFromBraces(file.text, map, entry, inside)
    : removeFromBlock(file.text, map, entry, own[at + 1], inside);
}

function removeFromBlock(
  text: string,
  map: MapNode,
  entry: Entry,
  next: Entry | undefined,
  inside: readonly Comment[],
): TextEdit[] | undefined {
  const start = startOfLine(text, entry.span.start);
  const before = text.slice(start, entry.span.start);
  if (!/^\uFEFF?(?: |- )*$/.test(before)) return undefined;
  const indent = " ".repeat(before.replace("\uFEFF", "").length);
  const lineEnd = endOfLine(text, entry.span.end);
  const trailing = commentsIn(text, { start: entry.span.end, end: lineEnd });
  const rest = withoutSpans(text, { start: entry.span.end, end: lineEnd }, trailing);
  if (rest.trim() !== "") return undefined;
  const comments = [...inside, ...trailing].map((comment) => text.slice(comment.start, comment.end));
  const eol = eolOf(text);
  if (map.entries.length === 1) {
    const lines = [...comments, "{}"].join(eol + indent);
    return [replace({ start: entry.span.start, end: lineEnd }, lines)];
  }
  if (before.includes("-")) return pullUp(text, entry, next, lineEnd, comments, eol + indent);
  const bom = before.startsWith("\uFEFF") ? 1 : 0;
  const deeper = deeperComments(text, lineEnd, indent.length);
  const end = behindLine(text, deeper.lineEnd);
  const lines = [...comments, ...deeper.comments].map((comment) => indent + comment + eol).join("");
  const isLastLine = deeper.lineEnd === text.length;
  const trimmed = isLastLine && lines !== "" ? lines.slice(0, -eol.length) : lines;
  return [replace({ start: start + bom, end }, trimmed)];
}

/** Lines of comments that follow and stand further in than the key: they would fall to a block of text above. */
function deeperComments(text: string, lineEnd: number, column: number) {
  const comments: string[] = [];
  let last = lineEnd;
  for (let at = behindLine(text, lineEnd); at < text.length; ) {
    const line = text.slice(at, endOfLine(text, at));
    const [, blanks = "", comment] = /^([ \t]*)(#.*)?$/.exec(line) ?? [];
    if (comment === undefined && line.trim() !== "") break;
    if (comment !== undefined) {
      if (blanks.length <= column) break;
      comments.push(comment);
      last = endOfLine(text, at);
    }
    const next = behindLine(text, endOfLine(text, at));
    if (next === at) break;
    at = next;
  }
  return { comments, lineEnd: last };
}

/** The first key of a list's item: what follows moves up behind the dash. */
function pullUp(
  text: string,
  entry: Entry,
  next: Entry | undefined,
  lineEnd: number,
  comments: readonly string[],
  newLine: string,
): TextEdit[] | undefined {
  if (next === undefined) return undefined;
  const between = { start: lineEnd, end: next.span.start };
  const kept = commentsIn(text, between);
  if (withoutSpans(text, between, kept).trim() !== "") return undefined;
  const lines = [...comments, ...kept.map((comment) => text.slice(comment.start, comment.end))];
  const newText = lines.map((line) => line + newLine).join("");
  return [replace({ start: entry.span.start, end: next.span.start }, newText)];
}
