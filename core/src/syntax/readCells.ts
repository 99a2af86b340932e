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
  const lastClosing = findLastClosing(text);
  while (at < text.length) {
    const { row, end } = readRow(text, at, { separator, lastClosing });
    if (row.cells.some((cell) => cell.text !== "")) rows.push(row);
    at = end;
  }
  return rows;
}

/** What separates the columns in the first line that says something: spreadsheets in many countries write `;`. */
export function separatorOf(text: string): "," | ";" {
  const word = text.search(/\w/);
  const start = Math.max(text.lastIndexOf("\n", word), text.lastIndexOf("\r", word)) + 1;
  const header = word < 0 ? "" : (text.slice(start).split(/[\r\n]/, 1)[0] ?? "");
  return header.split(";").length > header.split(",").length ? ";" : ",";
}

/** What one reading knows of the whole text. */
interface Reading {
  readonly separator: string;
  /** Where the last quote stands that can close a cell; a cell that begins behind it is never closed. */
  readonly lastClosing: number;
}

function readRow(text: string, from: number, reading: Reading): { row: CellRow; end: number } {
  const cells: Cell[] = [];
  let openQuote: number | undefined;
  let at = from;
  for (;;) {
    const { cell, end, open } = readCell(text, at, reading);
    cells.push(cell);
    if (open) openQuote ??= cell.span.start;
    if (text[end] !== reading.separator) {
      const row = openQuote === undefined ? { cells } : { cells, openQuote };
      return { row, end: afterBreak(text, end) };
    }
    at = end + 1;
  }
}

function afterBreak(text: string, at: number): number {
  return text.startsWith("\r\n", at) ? at + 2 : at + 1;
}

function readCell(
  text: string,
  from: number,
  { separator, lastClosing }: Reading,
): { cell: Cell; end: number; open: boolean } {
  const blanks = /[ \t]*/y;
  blanks.lastIndex = from;
  const start = from + (blanks.exec(text)?.[0].length ?? 0);
  const opens = text[start] === '"';
  const closing =
    opens && (start < lastClosing || text.startsWith('""', start))
      ? findClosing(text, start, lastClosing)
      : undefined;
  const end = endOfPlain(text, closing ?? start, separator);
  const length = text.slice(start, end).trimEnd().length;
  const span = { start, end: start + length };
  const written = text.slice(span.start, span.end);
  if (closing === undefined) return { cell: { text: written, span, quoted: false }, end, open: opens };
  const inner = text.slice(start + 1, closing - 1).replaceAll('""', '"');
  // Whatever follows the closing quote belongs to the cell too: nothing that was written is dropped.
  const cell = { text: (inner + text.slice(closing, span.end)).trim(), span, quoted: true };
  return { cell, end, open: false };
}

/** Two quotes in a row stand for one, so what closes a cell that began before is a row of an odd number. */
function findLastClosing(text: string): number {
  for (let end = text.lastIndexOf('"'); end >= 0; ) {
    const start = end - quotesBefore(text, end);
    if ((end - start) % 2 === 0) return start;
    end = start === 0 ? -1 : text.lastIndexOf('"', start - 1);
  }
  return -1;
}

function quotesBefore(text: string, at: number): number {
  let count = 0;
  while (text[at - 1 - count] === '"') count += 1;
  return count;
}

/** Offset behind the closing quote, or undefined where none comes. */
function findClosing(text: string, start: number, lastClosing: number): number | undefined {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at + 1;
    if (at > lastClosing && text[at + 2] !== '"') return undefined;
  }
  return undefined;
}

function endOfPlain(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== "\n" && !text.startsWith("\r\n", at))
    at += 1;
  return at;
}
