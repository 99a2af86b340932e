// Where a new line may stand: the columns that are open above it, none of which would take what follows below away.

import {
  columnOfKey,
  contentOfLine,
  indentOf,
  keyOfLine,
  lineEnd,
  lineStart,
  nextLine,
  saysNothing,
  withoutComment,
} from "../../syntax/lineShape.ts";
import type { Span } from "../../text/span.ts";

/**
 * The column of a new key in the line of an offset: the deepest open one that is not right of `wanted`, else the first
 * that is. Undefined where nothing but more of the text above may stand.
 */
export function columnForKey(text: string, offset: number, wanted: number, step: number): number | undefined {
  const above = spokenAbove(text, offset);
  const least = leastColumn(text, offset);
  if (above === undefined) return least.column === 0 ? 0 : undefined;
  const deepest = columnOfKey(text, above);
  if (wanted > deepest && isBlockText(text, above)) return undefined;
  const open = openColumns(text, offset);
  if (opensBelow(text, above)) {
    const child = least.column > deepest ? least.column : deepest + step;
    open.unshift(child);
    if (wanted > deepest) return fits(child, least) ? child : undefined;
  } else if (wanted > deepest && !endsBracket(text, above)) {
    return undefined;
  } else if (wanted === deepest && keyOfLine(text, above) === undefined && !isDash(text, above)) {
    if (!endsBracket(text, above)) return undefined;
  }
  const fitting = open.filter((column) => fits(column, least)).sort((a, b) => b - a);
  return fitting.find((column) => column <= wanted) ?? fitting.at(-1);
}

/** The column of the dashes of a list that goes on, or begins, in the line of an offset; undefined where none does. */
export function columnForDash(text: string, offset: number, wanted: number): number | undefined {
  const above = spokenAbove(text, offset);
  if (above === undefined) return undefined;
  const below = spokenBelow(text, offset);
  if (opensBelow(text, above)) {
    const first = below !== undefined && isDash(text, below) ? indentOf(text, below) : -1;
    return first >= columnOfKey(text, above) ? first : undefined;
  }
  if (below !== undefined && indentOf(text, below) > wanted) return undefined;
  return isListColumn(text, offset, wanted) && !openColumns(text, offset).includes(wanted)
    ? wanted
    : undefined;
}

function isListColumn(text: string, offset: number, column: number): boolean {
  let cap = Number.POSITIVE_INFINITY;
  for (let at = lineStart(text, offset); at > 0 && cap > column; ) {
    at = lineStart(text, at - 1);
    if (saysNothing(text, at)) continue;
    const indent = indentOf(text, at);
    if (isDash(text, at) && indent === column) return true;
    cap = Math.min(cap, indent);
  }
  return false;
}

/** True where an offset stands in a text that a line above begins with `|` or `>`. */
export function isInBlockText(text: string, offset: number): boolean {
  const line = lineStart(text, offset);
  const isBlank = text.slice(line, lineEnd(text, offset)).trim() === "";
  let cap = isBlank ? offset - line : indentOf(text, offset);
  for (let at = line; at > 0 && cap > 0; ) {
    at = lineStart(text, at - 1);
    if (saysNothing(text, at)) continue;
    const indent = indentOf(text, at);
    if (indent >= cap) continue;
    if (isBlockText(text, at)) return true;
    cap = indent;
  }
  return false;
}

/** The column where the keys of what a dash begins already stand, in the lines below it. */
export function columnBelowDash(text: string, offset: number, dash: number): number | undefined {
  const below = spokenBelow(text, offset);
  if (below === undefined || indentOf(text, below) <= dash) return undefined;
  return keyOfLine(text, below) === undefined ? undefined : indentOf(text, below);
}

/** True where the value of the key in this line stands in the lines below. */
export function hasValueBelow(text: string, offset: number): boolean {
  const below = spokenBelow(text, offset);
  if (below === undefined) return false;
  const column = columnOfKey(text, offset);
  return indentOf(text, below) > column || (indentOf(text, below) === column && isDash(text, below));
}

/** What stands in a line behind its indentation, without its comment. */
export function wordOfLine(text: string, offset: number): Span {
  const content = contentOfLine(text, offset);
  const bom = content.start === 0 && text.startsWith("\uFEFF") ? 1 : 0;
  return { start: content.start + bom, end: Math.max(content.end, content.start + bom) };
}

interface Least {
  readonly column: number;
  /** The line below is an item of a list, which a key beside it would cut in two. */
  readonly dash: boolean;
}

function leastColumn(text: string, offset: number): Least {
  const below = spokenBelow(text, offset);
  return below === undefined
    ? { column: 0, dash: false }
    : { column: indentOf(text, below), dash: isDash(text, below) };
}

function fits(column: number, { column: least, dash }: Least): boolean {
  return dash ? column > least : column >= least;
}

/** Columns of the keys that are still open above a line, deepest first. */
function openColumns(text: string, offset: number): number[] {
  const open: number[] = [];
  let cap = Number.POSITIVE_INFINITY;
  for (let at = lineStart(text, offset); at > 0 && cap > 0; ) {
    at = lineStart(text, at - 1);
    if (saysNothing(text, at)) continue;
    const indent = indentOf(text, at);
    const column = columnOfKey(text, at);
    if (column < cap && keyOfLine(text, at) !== undefined) open.push(column);
    // A list may stand in the column of its key, so that column stays to be seen.
    cap = Math.min(cap, isDash(text, at) ? indent + 1 : indent);
  }
  return [...new Set(open)];
}

function spokenAbove(text: string, offset: number): number | undefined {
  for (let at = lineStart(text, offset); at > 0; ) {
    at = lineStart(text, at - 1);
    if (!saysNothing(text, at) && !/^(?:---|%)/.test(text.slice(at, at + 3))) return at;
  }
  return undefined;
}

function spokenBelow(text: string, offset: number): number | undefined {
  for (let at = nextLine(text, offset); at < text.length; at = nextLine(text, at)) {
    if (!saysNothing(text, at)) return at;
  }
  return undefined;
}

function isDash(text: string, offset: number): boolean {
  return /^[ \t]*-(?:[ \t]|\r?$|$)/.test(text.slice(lineStart(text, offset), lineEnd(text, offset)));
}

/** True for a line whose key has its value in the lines below, if any. */
function opensBelow(text: string, offset: number): boolean {
  return /(?::|^[ \t]*-)[ \t]*(?:&\S+)?[ \t]*$/.test(contentOf(text, offset));
}

function isBlockText(text: string, offset: number): boolean {
  return /(?::|-)[ \t]+(?:[&!]\S+[ \t]+)*[|>][-+\d]{0,2}[ \t]*$/.test(contentOf(text, offset));
}

function endsBracket(text: string, offset: number): boolean {
  return /[\]}][ \t]*$/.test(contentOf(text, offset));
}

function contentOf(text: string, offset: number): string {
  return withoutComment(text.slice(lineStart(text, offset), lineEnd(text, offset)));
}
