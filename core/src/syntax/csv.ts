// Recorded values as a table: `*.actuals.csv` to a list of maps, one for each row, with the columns as keys.

import { findNearest, type Guess, type Synonyms } from "../findings/didYouMean.ts";
import type { Refusal } from "../findings/finding.ts";
import { indexLines } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import { findOddities, refuseWhole } from "./beforeReading.ts";
import { type Cell, type CellRow, readCells } from "./readCells.ts";
import { refuse } from "./refusals.ts";
import type { Entry, MapNode, ScalarNode, SourceFile } from "./tree.ts";

export const REQUIRED_COLUMNS = ["measure", "period", "value"] as const;
export const CSV_COLUMNS: readonly string[] = [
  ...REQUIRED_COLUMNS,
  "numerator",
  "denominator",
  "of",
  "scope",
  "status",
  "met",
  "note",
];

/** What the finding schema/csv is made from. */
export type CsvFacts =
  | { readonly problem: "empty" }
  /** The first line names no column at all. */
  | { readonly problem: "no-header"; readonly rows: number }
  /** A word in the column "status" that is none. */
  | { readonly problem: "unknown-status"; readonly status: string; readonly guess: Guess }
  | {
      readonly problem: "unknown-column";
      readonly column: string;
      readonly suggestion?: string;
      /** Rows that are not read on its account; 0 where only its own cells are lost. */
      readonly rows: number;
    }
  | { readonly problem: "missing-columns"; readonly columns: readonly string[]; readonly rows: number }
  | { readonly problem: "repeated-column"; readonly column: string }
  | { readonly problem: "too-many-cells"; readonly cells: number; readonly columns: number }
  | { readonly problem: "empty-cell"; readonly column: string; readonly rows: number };

export function parseActualsCsv(path: string, text: string): SourceFile {
  const lines = indexLines(text);
  const whole: Span = { start: 0, end: text.length };
  const file = { path, text, lines };
  const refused = refuseWhole(path, text);
  if (refused.length > 0) return { ...file, root: undefined, refusals: refused, damaged: [whole] };
  const odd = findOddities(path, text).refusals.filter(({ rule }) => rule === "yaml/encoding");
  const [header, ...rows] = readCells(text);
  const start = { start: 0, end: 0 };
  if (header === undefined) {
    return {
      ...file,
      root: undefined,
      refusals: [...odd, refuseCsv(path, start, { problem: "empty" })],
      damaged: [],
    };
  }
  const columns = readHeader(path, header, rows.length);
  if (!columns.usable) {
    return { ...file, root: undefined, refusals: [...odd, ...columns.refusals], damaged: [whole] };
  }
  const table = readRows(path, text, columns.keys, rows);
  const first = header.cells[0]?.span.start ?? 0;
  const root = {
    kind: "list",
    span: { start: first, end: text.trimEnd().length },
    flow: false,
    items: table.items,
  } as const;
  return {
    ...file,
    root,
    refusals: [...odd, ...columns.refusals, ...table.refusals],
    damaged: table.damaged,
  };
}

function refuseCsv(file: string, span: Span, facts: CsvFacts): Refusal<CsvFacts> {
  return { rule: "schema/csv", place: { file, span }, facts };
}

interface Header {
  /** One for each column, undefined where its cells are not read. */
  readonly keys: readonly (ScalarNode | undefined)[];
  readonly refusals: readonly Refusal[];
  /** False where a column is missing without which no row says anything. */
  readonly usable: boolean;
}

function readHeader(file: string, header: CellRow, rows: number): Header {
  const refusals: Refusal[] = [];
  const seen = new Set<string>();
  const unknown: Cell[] = [];
  const keys = header.cells.map((cell): ScalarNode | undefined => {
    const name = cell.text.toLowerCase();
    if (name === "") return undefined;
    if (!CSV_COLUMNS.includes(name)) {
      unknown.push(cell);
      return undefined;
    }
    if (seen.has(name)) {
      refusals.push(refuseCsv(file, cell.span, { problem: "repeated-column", column: cell.text }));
      return undefined;
    }
    seen.add(name);
    return toScalar(cell, name);
  });
  if (seen.size === 0 && unknown.every((cell) => suggestColumn(cell.text, seen) === undefined)) {
    const facts = { problem: "no-header", rows: rows + 1 } as const;
    return { keys, refusals: [refuseCsv(file, spanOfRow(header), facts)], usable: false };
  }
  const missing = new Set<string>(REQUIRED_COLUMNS.filter((name) => !seen.has(name)));
  const usable = missing.size === 0;
  for (const cell of unknown) {
    const suggestion = suggestColumn(cell.text, seen);
    if (suggestion !== undefined) {
      seen.add(suggestion);
      missing.delete(suggestion);
    }
    const facts = { problem: "unknown-column", column: cell.text, rows: usable ? 0 : rows } as const;
    refusals.push(refuseCsv(file, cell.span, suggestion === undefined ? facts : { ...facts, suggestion }));
  }
  if (missing.size > 0) {
    const span = spanOfRow(header);
    refusals.push(refuseCsv(file, span, { problem: "missing-columns", columns: [...missing], rows }));
  }
  return { keys, refusals, usable };
}

/** Other words under which spreadsheets keep the same columns. */
const COLUMN_SYNONYMS: Synonyms = {
  measure: ["measurement", "measures", "kpi", "indicator", "metric", "id"],
  period: ["date", "month", "quarter", "year", "time"],
  value: ["actual", "amount", "figure", "result", "number"],
  denominator: ["base"],
  note: ["comment", "comments", "remark", "remarks"],
};

/** The one column that was most probably meant, among those that the table does not have yet. */
function suggestColumn(written: string, taken: ReadonlySet<string>): string | undefined {
  const free = CSV_COLUMNS.filter((name) => !taken.has(name)).map((id) => ({ id }));
  const guess = findNearest(written, free, COLUMN_SYNONYMS);
  return guess.kind === "one" ? guess.best.id : undefined;
}

interface Table {
  readonly items: readonly MapNode[];
  readonly refusals: readonly Refusal[];
  readonly damaged: readonly Span[];
}

function readRows(
  file: string,
  text: string,
  keys: readonly (ScalarNode | undefined)[],
  rows: readonly CellRow[],
): Table {
  const items: MapNode[] = [];
  const refusals: Refusal[] = [];
  const damaged: Span[] = [];
  const without = new Map<string, Span[]>();
  for (const row of rows) {
    const refusal = refuseRow(file, text, row, keys.length);
    if (refusal !== undefined) {
      refusals.push(refusal);
      damaged.push(spanOfRow(row));
      continue;
    }
    const item = toMap(keys, row);
    refusals.push(...refuseStatus(file, item));
    const gap = ["measure", "period"].find((name) => !hasValue(item, name));
    if (gap === undefined) items.push(item);
    else {
      const spans = without.get(gap);
      if (spans === undefined) without.set(gap, [item.span]);
      else spans.push(item.span);
    }
  }
  for (const [column, spans] of without) {
    const [first] = spans;
    for (const span of spans) damaged.push(span);
    if (first === undefined) continue;
    refusals.push(refuseCsv(file, first, { problem: "empty-cell", column, rows: spans.length }));
  }
  return { items, refusals, damaged };
}

function refuseRow(file: string, text: string, row: CellRow, columns: number): Refusal | undefined {
  if (row.openQuote !== undefined) {
    const at = row.openQuote;
    const closeAt = at + (/^[^\r\n,;]*/.exec(text.slice(at))?.[0].trimEnd().length ?? 1);
    return refuse("yaml/unclosed", file, { start: at, end: at + 1 }, { opener: '"', closer: '"', closeAt });
  }
  const surplus = row.cells.slice(columns).find((cell) => cell.text !== "");
  if (surplus === undefined) return undefined;
  return refuseCsv(file, surplus.span, { problem: "too-many-cells", cells: row.cells.length, columns });
}

const STATUSES = ["final", "provisional", "estimated", "pending", "suppressed", "not-available"];

function refuseStatus(file: string, row: MapNode): Refusal[] {
  const cell = row.entries.find(({ key }) => key.text === "status")?.value;
  if (cell?.kind !== "scalar" || STATUSES.includes(cell.text)) return [];
  const guess = findNearest(
    cell.text,
    STATUSES.map((id) => ({ id })),
  );
  return [refuseCsv(file, cell.span, { problem: "unknown-status", status: cell.text, guess })];
}

function toMap(keys: readonly (ScalarNode | undefined)[], row: CellRow): MapNode {
  const entries = keys.flatMap((key, column): Entry[] => {
    const cell = row.cells[column];
    if (key === undefined || cell === undefined) return [];
    const value = cell.text === "" ? undefined : toScalar(cell, cell.text);
    return [{ key, value, span: cell.span, merged: false }];
  });
  return { kind: "map", span: spanOfRow(row), flow: false, entries };
}

function hasValue(row: MapNode, key: string): boolean {
  return row.entries.some((entry) => entry.key.text === key && entry.value !== undefined);
}

/** A cell has no types: a figure is one in quotes too. */
function toScalar(cell: Cell, text: string): ScalarNode {
  const isNumber = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text);
  const value = isNumber ? Number(text) : text;
  return { kind: "scalar", span: cell.span, text, value, style: cell.quoted ? "double" : "plain" };
}

function spanOfRow({ cells }: CellRow): Span {
  return { start: cells[0]?.span.start ?? 0, end: cells.at(-1)?.span.end ?? 0 };
}
