// The cells of a CSV text (RFC 4180) with their places. Hand-written, because readers from elsewhere give the cells
// without saying where they stand, and every finding needs that.

import type { Span } from "../text/span.ts";

export interface Cell {
  /** The text without quotes, trimmed. */
  readonly text: string;
  /** From the first to the last character, quotes included. */
  readonly span: Span;
  readonly quoted: boolean;
}

export interface CellRow {
  readonly cells: readonly Cell[];
  /** Offset of a quote that is never closed; the row then ends with its line. */
  readonly openQuote?: number;
}

/** Rows that hold at least one letter; blank lines and lines of separators only are left out. */
export function readCells(text: string): readonly CellRow[] {
  const rows: CellRow[] = [];
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  const separator = separatorOf(text);
  while (at < text.length) {
    const { row, end } = readRow(text, at, separator);
    if (row.cells.some((cell) => cell.text !== "")) rows.push(row);
    at = end;
  }
  return rows;
}

/** What separates the columns in the first line that says something: spreadsheets in many countries write `;`. */
export function separatorOf(text: string): "," | ";" {
  const header = /[^\r\n]*\w[^\r\n]*/.exec(text)?.[0] ?? "";
  return header.split(";").length > header.split(",").length ? ";" : ",";
}

function readRow(text: string, from: number, separator: string): { row: CellRow; end: number } {
  const cells: Cell[] = [];
  let openQuote: number | undefined;
  let at = from;
  for (;;) {
    const { cell, end, open } = readCell(text, at, separator);
    cells.push(cell);
    if (open) openQuote ??= cell.span.start;
    if (text[end] !== separator) {
      const row = openQuote === undefined ? { cells } : { cells, openQuote };
      return { row, end: afterBreak(text, end) };
    }
    at = end + 1;
  }
}

function afterBreak(text: string, at: number): number {
  return text.startsWith("\r\n", at) ? at + 2 : at + 1;
}

function readCell(text: string, from: number, separator: string): { cell: Cell; end: number; open: boolean } {
  const blanks = /[ \t]*/y;
  blanks.lastIndex = from;
  const start = from + (blanks.exec(text)?.[0].length ?? 0);
  const closing = text[start] === '"' ? findClosing(text, start) : undefined;
  const end = endOfPlain(text, closing ?? start, separator);
  const length = text.slice(start, end).trimEnd().length;
  const span = { start, end: start + length };
  const written = text.slice(span.start, span.end);
  if (closing === undefined)
    return { cell: { text: written, span, quoted: false }, end, open: text[start] === '"' };
  const inner = text.slice(start + 1, closing - 1).replaceAll('""', '"');
  // Whatever follows the closing quote belongs to the cell too: nothing that was written is dropped.
  const cell = { text: (inner + text.slice(closing, span.end)).trim(), span, quoted: true };
  return { cell, end, open: false };
}

/** Offset behind the closing quote, or undefined where none comes. */
function findClosing(text: string, start: number): number | undefined {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at + 1;
  }
  return undefined;
}

function endOfPlain(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== "\n" && !text.startsWith("\r\n", at))
    at += 1;
  return at;
}
