// Works out how far each line of a file is to be indented by the file's own step. What belongs together moves together:
// the lines of a text, of brackets, and the comments above a key.

import type { Entry, ListNode, MapNode, SourceFile, TreeNode } from "../syntax/tree.ts";
import { type LineIndex, positionAt } from "../text/lines.ts";
import { contains, type Span } from "../text/span.ts";

/** The new number of blanks before the first sign of each line that holds one; undefined for a layout too unusual to judge. */
export function newIndents(file: SourceFile): ReadonlyMap<number, number> | undefined {
  if (file.root === undefined) return new Map();
  const plan: Plan = { file, step: usualStep(file), columns: readColumns(file), indents: new Map() };
  placeNode(plan, file.root, 0, wholeText(file));
  if (!placeRest(plan)) return undefined;
  placeComments(plan);
  return plan.indents;
}

interface Plan {
  readonly file: SourceFile;
  readonly step: number;
  /** Of every line, its first sign's column and whether it is blank or a comment's alone. */
  readonly columns: readonly Line[];
  /** By line. */
  readonly indents: Map<number, number>;
}

interface Line {
  readonly column: number;
  readonly says: "nothing" | "comment" | "text";
  readonly first: string;
  /** Indented by tabs, whose width nobody knows. */
  readonly tabbed: boolean;
}

function readColumns({ text, lines }: SourceFile): Line[] {
  return lines.lineStarts.map((start, at) => {
    const end = lines.lineStarts[at + 1] ?? text.length;
    const line = text.slice(start, end);
    const blanks = /^[ \t]*/.exec(line)?.[0] ?? "";
    const first = line.charAt(blanks.length).trim();
    const says = first === "" ? "nothing" : first === "#" ? "comment" : "text";
    return { column: blanks.length, first, says, tabbed: blanks.includes("\t") };
  });
}

/** By how much most block maps stand further in than the map around them; of equals the first in the text. */
function usualStep(file: SourceFile): number {
  const counts = new Map<number, number>();
  const ofLists = new Map<number, number>();
  const visit = (node: TreeNode | undefined, within: Span): void => {
    if (node === undefined || node.kind === "scalar" || node.flow || !contains(within, node.span)) return;
    if (node.kind === "list") {
      for (const item of node.items) visit(item, node.span);
      return;
    }
    for (const { value, span } of ownEntries(node)) {
      if (value !== undefined && value.kind !== "scalar" && !value.flow && contains(span, value.span)) {
        const step = columnAt(file.lines, value.span.start) - columnAt(file.lines, node.span.start);
        const found = value.kind === "map" ? counts : ofLists;
        if (step > 0) found.set(step, (found.get(step) ?? 0) + 1);
      }
      visit(value, span);
    }
  };
  visit(file.root, wholeText(file));
  return mostUsual(counts) ?? mostUsual(ofLists) ?? 2;
}

function mostUsual(counts: ReadonlyMap<number, number>): number | undefined {
  const most = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0];
}

function ownEntries(map: MapNode): readonly Entry[] {
  return map.entries.filter((entry) => !entry.merged && contains(map.span, entry.key.span));
}

function columnAt(lines: LineIndex, offset: number): number {
  return positionAt(lines, offset).character;
}

function lineAt({ file }: Plan, offset: number): number {
  return positionAt(file.lines, offset).line;
}

function wholeText(file: SourceFile): Span {
  return { start: 0, end: file.text.length };
}

/** Places a node whose first sign is to stand in a column. What an alias brings in stands elsewhere. */
function placeNode(plan: Plan, node: TreeNode | undefined, column: number, within: Span): void {
  if (node === undefined || !contains(within, node.span)) return;
  const shift = column - columnAt(plan.file.lines, node.span.start);
  if (node.kind === "scalar" || node.flow) shiftLines(plan, node.span, shift);
  else if (node.kind === "map") placeMap(plan, node, column);
  else placeList(plan, node, column);
}

/** The later lines of a text or of brackets move as the line in which they begin. */
function shiftLines(plan: Plan, span: Span, shift: number): void {
  for (
    let line = lineAt(plan, span.start) + 1;
    line <= lineAt(plan, Math.max(span.start, span.end - 1));
    line += 1
  ) {
    const old = plan.columns[line];
    const isEmpty = old === undefined || (old.says === "nothing" && old.column === 0);
    if (!isEmpty) plan.indents.set(line, Math.max(0, old.column + shift));
  }
}

function placeMap(plan: Plan, map: MapNode, column: number): void {
  const { lines } = plan.file;
  const oldColumn = columnAt(lines, map.span.start);
  for (const entry of ownEntries(map)) {
    const line = lineAt(plan, entry.key.span.start);
    if (plan.columns[line]?.column === columnAt(lines, entry.key.span.start)) plan.indents.set(line, column);
    shiftLines(plan, entry.key.span, column - oldColumn);
    placeValue(plan, entry, column, oldColumn);
  }
  placeLeft(plan, map.span, oldColumn, column);
}

function placeValue(plan: Plan, { value, span }: Entry, column: number, oldColumn: number): void {
  if (value === undefined || !contains(span, value.span)) return;
  const { lines } = plan.file;
  const valueColumn = columnAt(lines, value.span.start);
  const isBlock = value.kind !== "scalar" && !value.flow;
  if (!isBlock) {
    // The line in which it begins may be one of its own.
    const own = lineAt(plan, value.span.start);
    if (own > lineAt(plan, span.start) && !plan.indents.has(own)) {
      plan.indents.set(own, Math.max(0, (plan.columns[own]?.column ?? 0) + column - oldColumn));
    }
    shiftLines(plan, value.span, column - oldColumn);
    return;
  }
  // A list may stand as far out as its key; where it does, it stays so.
  const isLevel = value.kind === "list" && valueColumn === oldColumn;
  placeNode(plan, value, isLevel ? column : column + plan.step, span);
}

function placeList(plan: Plan, list: ListNode, column: number): void {
  const { lines } = plan.file;
  const oldColumn = columnAt(lines, list.span.start);
  for (const item of list.items) {
    if (item === undefined || !contains(list.span, item.span)) continue;
    const line = lineAt(plan, item.span.start);
    const start = lines.lineStarts[line] ?? 0;
    const before = plan.file.text.slice(start, item.span.start).replace("\uFEFF", "");
    const hasDash = /^(?: *-)+ +$/.test(before);
    const itemColumn = columnAt(lines, item.span.start);
    const inner = hasDash ? column + itemColumn - oldColumn : column + plan.step;
    if (!hasDash && item.kind !== "scalar" && !item.flow && plan.columns[line]?.column !== itemColumn) {
      // An anchor stands before it: it keeps its distance.
      placeNode(plan, item, itemColumn + column - oldColumn, list.span);
    } else placeNode(plan, item, inner, list.span);
  }
  placeLeft(plan, list.span, oldColumn, column);
}

/** Lines of a map or list that begin in its column and hold no entry of its tree: dashes, empty items, merge keys. */
function placeLeft(plan: Plan, span: Span, oldColumn: number, column: number): void {
  for (let line = lineAt(plan, span.start); line <= lineAt(plan, span.end); line += 1) {
    const old = plan.columns[line];
    const start = plan.file.lines.lineStarts[line] ?? 0;
    const isInside = old !== undefined && start + old.column >= span.start && start + old.column < span.end;
    if (isInside && old.says === "text" && old.column === oldColumn && !plan.indents.has(line)) {
      plan.indents.set(line, column);
    }
  }
}

/** Signs of the document stay at the margin; any other line that nothing placed makes the whole too unusual. */
function placeRest({ columns, indents }: Plan): boolean {
  for (const [line, { column, says, first }] of columns.entries()) {
    if (says !== "text" || indents.has(line)) continue;
    if (column > 0 || !/[-.%]/.test(first)) return false;
    indents.set(line, 0);
  }
  return true;
}

/** A comment goes with the line below it, or with the open level above that it stands level with. */
function placeComments({ columns, indents }: Plan): void {
  for (const [line, { column, says, tabbed }] of columns.entries()) {
    if (says !== "comment" || indents.has(line)) continue;
    const below = nextText(columns, line);
    const model =
      below !== undefined && columns[below]?.column === column ? below : openLevel(columns, line, column);
    const like = model ?? below;
    const old = like === undefined ? undefined : columns[like]?.column;
    const now = like === undefined ? undefined : indents.get(like);
    if (tabbed && now !== undefined) indents.set(line, now);
    else if (old !== undefined && now !== undefined) indents.set(line, Math.max(0, column + now - old));
    else indents.set(line, column);
  }
}

function nextText(columns: readonly Line[], line: number): number | undefined {
  const next = columns.findIndex(({ says }, at) => at > line && says === "text");
  return next < 0 ? undefined : next;
}

function openLevel(columns: readonly Line[], line: number, column: number): number | undefined {
  for (let at = line - 1; at >= 0; at -= 1) {
    const above = columns[at];
    if (above?.says !== "text") continue;
    if (above.column === column) return at;
    if (above.column < column) return undefined;
  }
  return undefined;
}
