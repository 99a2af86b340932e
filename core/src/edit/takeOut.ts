// Takes entries of maps and items of lists out of a text, each with its own comments: those above it and inside it.
// What stands between two entries on its own (a heading, with a blank line below it) belongs to neither and stays.

import type { NodePath } from "../findings/finding.ts";
import type { SourceFile, TreeNode } from "../syntax/tree.ts";
import { replace, type TextEdit } from "../text/edits.ts";
import { contains, type Span } from "../text/span.ts";
import { behindLine, endOfLine, startOfLine } from "./lines.ts";

/**
 * A map or list of which nothing is left goes with its key, and so does what is then empty itself; where `staysEmpty`
 * says so, empty braces are left. Undefined where the layout is too unusual to tell what belongs to what.
 */
export function takeOut(
  file: SourceFile,
  paths: readonly NodePath[],
  staysEmpty: (path: NodePath) => boolean,
): readonly TextEdit[] | undefined {
  const cutting: Cutting = { text: file.text, staysEmpty, edits: [], isUnusual: false };
  const isEmptied = file.root !== undefined && cut(cutting, file.root, [], paths) === "nothing";
  return isEmptied || cutting.isUnusual ? undefined : tidyEnd(file.text, joined(cutting.edits));
}

/** Two maps that end at one place may both claim the blank lines there. */
function joined(edits: readonly TextEdit[]): TextEdit[] {
  const joinedEdits: TextEdit[] = [];
  for (const edit of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    const last = joinedEdits.at(-1);
    if (last === undefined || edit.span.start >= last.span.end) joinedEdits.push(edit);
    else {
      const end = Math.max(last.span.end, edit.span.end);
      joinedEdits[joinedEdits.length - 1] = replace({ start: last.span.start, end }, last.newText);
    }
  }
  return joinedEdits;
}

/** At the end of the file no blank lines are left over. */
function tidyEnd(text: string, edits: TextEdit[]): TextEdit[] {
  const last = edits.pop();
  if (last === undefined) return edits;
  if (last.span.end < text.length || last.newText !== "") return [...edits, last];
  let start = aboveBlankLines(text, last.span.start);
  for (let before = edits.at(-1); before?.newText === "" && before.span.end >= start; before = edits.at(-1)) {
    edits.pop();
    start = aboveBlankLines(text, before.span.start);
  }
  return [...edits, replace({ start, end: last.span.end }, "")];
}

interface Cutting {
  readonly text: string;
  readonly staysEmpty: (path: NodePath) => boolean;
  readonly edits: TextEdit[];
  isUnusual: boolean;
}

/** An entry of a map or an item of a list. */
interface Part {
  readonly step: string | number;
  readonly span: Span;
  readonly keyEnd: number | undefined;
  readonly value: TreeNode | undefined;
}

/** Says whether anything of the node is left. Paths lead from the node on. */
function cut(
  cutting: Cutting,
  node: TreeNode,
  at: NodePath,
  paths: readonly NodePath[],
): "something" | "nothing" {
  const parts = partsOf(node);
  const goes = parts.map((part) => isCut(cutting, part, [...at, part.step], paths));
  const isWhole = node.kind !== "map" || node.entries.every(({ merged }) => !merged);
  if (parts.length > 0 && isWhole && goes.every((one) => one)) return "nothing";
  if (node.kind === "scalar" || !goes.includes(true)) return "something";
  if (node.flow) cutting.edits.push(...cutFlow(parts, goes));
  else cutting.edits.push(...cutBlock(cutting, parts, goes));
  return "something";
}

function isCut(cutting: Cutting, part: Part, at: NodePath, paths: readonly NodePath[]): boolean {
  const own = paths.filter(([step]) => step === part.step).map((path) => path.slice(1));
  if (own.some((rest) => rest.length === 0)) return true;
  const { value } = part;
  // What an alias brings in stands elsewhere.
  if (own.length === 0 || value === undefined || !contains(part.span, value.span)) return false;
  const edits = cutting.edits.length;
  if (cut(cutting, value, at, own) === "something") return false;
  cutting.edits.splice(edits);
  if (!cutting.staysEmpty(at) || part.keyEnd === undefined) return true;
  const colon = cutting.text.indexOf(":", part.keyEnd);
  cutting.edits.push(replace({ start: colon + 1, end: endOfContent(cutting.text, part.span) }, " {}"));
  return false;
}

function partsOf(node: TreeNode): Part[] {
  if (node.kind === "scalar") return [];
  if (node.kind === "list")
    return node.items.flatMap((value, step): Part[] =>
      value === undefined ? [] : [{ step, span: value.span, keyEnd: undefined, value }],
    );
  return node.entries
    .filter(({ merged }) => !merged)
    .map(({ key, value, span }) => ({
      step: key.text,
      span: { start: key.span.start, end: Math.max(span.end, key.span.end) },
      keyEnd: key.span.end,
      value,
    }));
}

/** Between braces or brackets, a run of parts goes with the commas on one side of it. */
function cutFlow(parts: readonly Part[], goes: readonly boolean[]): TextEdit[] {
  const edits: TextEdit[] = [];
  for (let from = 0; from < parts.length; from += 1) {
    if (goes[from] !== true) continue;
    let to = from;
    while (goes[to + 1] === true) to += 1;
    const [first, last, before, next] = [parts[from], parts[to], parts[from - 1], parts[to + 1]];
    if (first !== undefined && next !== undefined)
      edits.push(replace({ start: first.span.start, end: next.span.start }, ""));
    else if (last !== undefined && before !== undefined)
      edits.push(replace({ start: before.span.end, end: last.span.end }, ""));
    from = to;
  }
  return edits;
}

function cutBlock(cutting: Cutting, parts: readonly Part[], goes: readonly boolean[]): TextEdit[] {
  const { text } = cutting;
  const lines: Span[] = [];
  for (const [index, part] of parts.entries()) {
    if (goes[index] !== true) continue;
    const isFirst = goes.slice(0, index).every((one) => one);
    const own = linesOf(text, part, isFirst);
    if (own === undefined) cutting.isUnusual = true;
    else lines.push(own);
  }
  return lines.map((own) => replace(own, ""));
}

/** The lines of an entry, and the blank ones that only set it apart. */
function linesOf(text: string, part: Part, isFirst: boolean): Span | undefined {
  const line = startOfLine(text, part.span.start);
  const before = text.slice(line, part.span.start);
  const [, blanks] = /^\uFEFF?( *)(?:- +)?$/.exec(before) ?? [];
  // The first key behind a dash shares its line with the list.
  if (blanks === undefined || before.includes("-") !== (part.keyEnd === undefined)) return undefined;
  const column = blanks.length;
  const start = startOfComments(text, line, column);
  const lastLine = endOfComments(text, endOfLine(text, endOfContent(text, part.span)), column);
  const isApart = isFirst || isBlank(text, startOfLine(text, start - 1), start);
  const end = isApart ? behindBlankLines(text, behindLine(text, lastLine)) : behindLine(text, lastLine);
  return { start: text.startsWith("\uFEFF", start) ? start + 1 : start, end };
}

/** A block of text reaches over its last line break, and so would the entry. */
function endOfContent(text: string, span: Span): number {
  return span.start + text.slice(span.start, span.end).trimEnd().length;
}

/** The comments right above a key, level with it. */
function startOfComments(text: string, line: number, column: number): number {
  let start = line;
  while (start > 0) {
    const above = startOfLine(text, start - 1);
    const comment = /^\uFEFF?( *)#/.exec(text.slice(above, start));
    if (comment?.[1]?.length !== column) return start;
    start = above;
  }
  return start;
}

/** Comments that follow an entry and stand further in are about what is in it. */
function endOfComments(text: string, lineEnd: number, column: number): number {
  let last = lineEnd;
  for (let at = behindLine(text, lineEnd); at < text.length; ) {
    const end = endOfLine(text, at);
    const [, blanks, sign] = /^([ \t]*)(#?)/.exec(text.slice(at, end)) ?? [];
    const isComment = sign === "#" && (blanks?.length ?? 0) > column;
    if (!isComment && !isBlank(text, at, end)) break;
    if (isComment) last = end;
    at = behindLine(text, end);
  }
  return last;
}

function isBlank(text: string, start: number, end: number): boolean {
  return text.slice(start, end).trim() === "";
}

function behindBlankLines(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text, at, endOfLine(text, at)))
    at = behindLine(text, endOfLine(text, at));
  return at;
}

function aboveBlankLines(text: string, from: number): number {
  let at = from;
  while (at > 0) {
    const above = startOfLine(text, at - 1);
    if (!isBlank(text, above, at)) return at;
    at = above;
  }
  return at;
}
