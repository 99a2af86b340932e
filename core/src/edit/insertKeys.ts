// Puts new keys into a map of an author's file, in the map's own style: block or between braces, with the file's own
// indentation and line ends. Nothing of the author's text is taken out, so no comment can be lost.

import type { NodePath } from "../findings/finding.ts";
import type { Entry, MapNode, SourceFile, TreeNode } from "../syntax/tree.ts";
import { findEntry, findNode } from "../syntax/tree.ts";
import { insert, type TextEdit } from "../text/edits.ts";

export interface NewKey {
  /** As YAML is to read it; quoted already where it needs to be. */
  readonly key: string;
  readonly value: NewValue;
}

/** YAML text on one line (empty for no value), or the keys of a map. */
export type NewValue = string | readonly NewKey[];

/** Before the map's first key, after its last one, or after the key that is named. */
export type Where = "first" | "last" | { readonly after: string };

/**
 * The edit that adds keys to the map at `path`: a map in any style, an entry without a value (which becomes a map), or
 * an empty file. Undefined where something else stands there, one of the keys too, or a second document begins, or where
 * the map came in by a merge key or an alias.
 */
export function insertKeys(
  file: SourceFile,
  path: NodePath,
  keys: readonly NewKey[],
  where: Where = "last",
): TextEdit | undefined {
  if (keys.length === 0) return undefined;
  const layout = layoutOf(file);
  const node = findNode(file.root, path);
  if (node?.kind === "map")
    return keys.some(({ key }) => hasKey(node, key))
      ? undefined
      : insertIntoMap(file, node, keys, where, layout);
  if (node !== undefined) return undefined;
  if (path.length === 0) return appendToFile(file, keys, layout);
  const parent = findNode(file.root, path.slice(0, -1));
  const entry = findEntry(parent, String(path.at(-1)));
  if (parent?.kind !== "map" || entry === undefined || entry.merged) return undefined;
  return fillEmptyEntry(file, parent, entry, keys, layout);
}

/** `key` may stand in quotes. */
function hasKey(map: MapNode, key: string): boolean {
  return findEntry(map, key.replace(/^(["'])(.*)\1$/s, "$2"))?.merged === false;
}

export interface Layout {
  readonly eol: string;
  /** Spaces that one level adds. */
  readonly step: number;
}

export function layoutOf(file: SourceFile): Layout {
  return { eol: file.text.includes("\r\n") ? "\r\n" : "\n", step: stepOf(file, file.root) ?? 2 };
}

/** By how much the first block map inside another stands further in. */
function stepOf(file: SourceFile, node: TreeNode | undefined): number | undefined {
  if (node === undefined || node.kind === "scalar" || node.flow) return undefined;
  if (node.kind === "list") return firstDefined(node.items.map((item) => () => stepOf(file, item)));
  const outer = columnOf(file, node);
  return firstDefined(
    node.entries.map(({ value, merged }) => () => {
      if (merged) return undefined;
      const inner = value?.kind === "map" && !value.flow ? columnOf(file, value) : undefined;
      const difference = inner === undefined || outer === undefined ? 0 : inner - outer;
      return difference > 0 ? difference : stepOf(file, value);
    }),
  );
}

function firstDefined<T>(attempts: readonly (() => T | undefined)[]): T | undefined {
  for (const attempt of attempts) {
    const found = attempt();
    if (found !== undefined) return found;
  }
  return undefined;
}

function ownEntries(map: MapNode): readonly Entry[] {
  return map.entries.filter((entry) => !entry.merged);
}

/** Where the keys of a block map begin in their lines, dashes of a list counted; undefined before an anchor or `?`. */
function columnOf(file: SourceFile, map: MapNode): number | undefined {
  for (const entry of ownEntries(map)) {
    const before = lineBefore(file.text, entry.key.span.start);
    // Blanks behind a byte order mark are no indentation, so that the lines below do not stand as far in.
    if (/^\uFEFF /.test(before)) continue;
    if (/^\uFEFF?(?: |- )*$/.test(before)) return before.replace("\uFEFF", "").length;
  }
  return undefined;
}

function lineBefore(text: string, offset: number): string {
  return text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
}

function insertIntoMap(
  file: SourceFile,
  map: MapNode,
  keys: readonly NewKey[],
  where: Where,
  layout: Layout,
): TextEdit | undefined {
  if (map.flow) return insertIntoBraces(file, map, keys, where);
  const column = columnOf(file, map);
  const entries = ownEntries(map);
  const first = entries[0];
  if (column === undefined || first === undefined) return undefined;
  const lines = blockLines(keys, column, layout);
  if (where === "first") {
    if (!/^\uFEFF?(?: |- )*$/.test(lineBefore(file.text, first.key.span.start))) return undefined;
    const after = layout.eol + " ".repeat(column);
    return insert(first.key.span.start, lines.join(layout.eol).slice(column) + after);
  }
  const named =
    typeof where === "object" ? entries.find((entry) => entry.key.text === where.after) : undefined;
  const target = named ?? entries.at(-1) ?? first;
  return insertLines(file, endOfEntry(file, target), lines, layout);
}

/** New lines after the line in which the offset stands, so that a comment at its end stays where it is. */
export function insertLines(
  file: SourceFile,
  offset: number,
  lines: readonly string[],
  { eol }: Layout,
): TextEdit {
  const block = lines.join(eol);
  const newline = file.text.indexOf("\n", offset);
  return newline < 0 ? insert(file.text.length, eol + block) : insert(newline + 1, block + eol);
}

function endOfEntry(file: SourceFile, entry: Entry): number {
  const { value } = entry;
  // An entry's stretch ends at its value; of an empty one, at its colon.
  const end = Math.max(entry.span.end, entry.key.span.end);
  if (value?.kind !== "scalar" || (value.style !== "literal" && value.style !== "folded")) return end;
  return Math.max(end, lastLineOfBlock(file.text, end));
}

/** `|+` keeps blank lines at its end as text, so they stay above what is put in. */
function lastLineOfBlock(text: string, end: number): number {
  const blank = /^[^\n]*\n(?:[ \t]*\r?\n)+/.exec(text.slice(end));
  if (blank === null) return end;
  return end + blank[0].length - 1;
}

export function blockLines(keys: readonly NewKey[], column: number, layout: Layout): string[] {
  const indent = " ".repeat(column);
  return keys.flatMap(({ key, value }) => {
    if (typeof value === "string") return [`${indent}${key}:${value === "" ? "" : ` ${value}`}`];
    return [`${indent}${key}:`, ...blockLines(value, column + layout.step, layout)];
  });
}

export function inBraces(keys: readonly NewKey[]): string {
  const pairs = keys.map(({ key, value }) => {
    if (typeof value !== "string") return `${key}: {${inBraces(value)}}`;
    return value === "" ? `${key}:` : `${key}: ${value}`;
  });
  // Before a comma or a brace, an empty value needs its space after the colon.
  return pairs.map((pair) => (pair.endsWith(":") ? `${pair} ` : pair)).join(", ");
}

function insertIntoBraces(
  file: SourceFile,
  map: MapNode,
  keys: readonly NewKey[],
  where: Where,
): TextEdit | undefined {
  const { text } = file;
  if (text[map.span.start] !== "{" || text[map.span.end - 1] !== "}") return undefined;
  const entries = ownEntries(map);
  const added = inBraces(keys);
  if (where === "first" || map.entries.length === 0) {
    return insert(
      map.span.start + 1,
      entries.length === 0 && map.entries.length === 0 ? added : `${added}, `,
    );
  }
  const named =
    typeof where === "object" ? entries.find((entry) => entry.key.text === where.after) : undefined;
  const target = named ?? entries.at(-1);
  // Behind merge keys alone nothing tells where they end.
  if (target === undefined) return insert(map.span.start + 1, `${added}, `);
  const end = Math.max(target.span.end, target.key.span.end);
  const comma = /^\s*,/.exec(text.slice(end, map.span.end));
  if (comma !== null && named === undefined) return insert(end + comma[0].length, ` ${added}`);
  return insert(end, `, ${added}`);
}

function appendToFile(file: SourceFile, keys: readonly NewKey[], layout: Layout): TextEdit | undefined {
  // Behind the end of the first document nothing belongs to it any more.
  const marks = file.text.match(/^(?:---|\.\.\.)(?=\s|$)/gm) ?? [];
  if (marks.length > 1 || marks[0] === "...") return undefined;
  const { text } = file;
  const block = blockLines(keys, 0, layout).join(layout.eol) + layout.eol;
  const needsNewline = text.replace("\uFEFF", "") !== "" && !text.endsWith("\n");
  return insert(text.length, needsNewline ? layout.eol + block : block);
}

function fillEmptyEntry(
  file: SourceFile,
  parent: MapNode,
  entry: Entry,
  keys: readonly NewKey[],
  layout: Layout,
): TextEdit | undefined {
  const end = Math.max(entry.span.end, entry.key.span.end);
  const hasColon = file.text.slice(entry.key.span.end, end).includes(":");
  if (parent.flow) return insert(end, `${hasColon ? "" : ":"} {${inBraces(keys)}}`);
  const column = columnOf(file, parent);
  if (column === undefined || !hasColon) return undefined;
  return insertLines(file, end, blockLines(keys, column + layout.step, layout), layout);
}
