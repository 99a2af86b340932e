// Recorded values in a table: new rows in the order, columns and quoting of those that stand there, or other cells in
// place of the ones that are replaced.

import { behindLine, endOfLine, eolOf } from "../../edit/lines.ts";
import { comparePeriods, type Period } from "../../model/period.ts";
import type { PeriodCalendar } from "../../model/resolvePeriod.ts";
import { type Cell, type CellRow, readCells, separatorOf } from "../../syntax/readCells.ts";
import { insert, replace, type TextEdit } from "../../text/edits.ts";
import { isPeriod, readPeriod } from "../../trace/calendar.ts";
import { type Fields, type NewRecord, RECORD_KEYS } from "./record.ts";

export interface CsvRecord extends NewRecord {
  /** The id under which the file has the measure. */
  readonly name: string;
  readonly calendar: PeriodCalendar;
  /** The row that is to be replaced, by the words that it is known by. */
  readonly at?: { readonly measure: string; readonly period: string };
}

export function recordInCsv(text: string, records: readonly CsvRecord[]): TextEdit[] {
  const table = readTable(text, records);
  return [
    ...addColumns(table),
    ...records.flatMap((record) =>
      record.at === undefined ? addRow(table, record) : replaceRow(table, record),
    ),
  ];
}

interface Table {
  readonly text: string;
  readonly separator: string;
  readonly header: CellRow;
  readonly rows: readonly CellRow[];
  /** With those that are new, behind the author's own. */
  readonly columns: readonly string[];
  readonly newColumns: readonly string[];
}

function readTable(text: string, records: readonly CsvRecord[]): Table {
  const [header = { cells: [] }, ...rows] = readCells(text);
  const own = header.cells.map(({ text: name }) => name.toLowerCase());
  const newColumns = RECORD_KEYS.filter(
    (key) => !own.includes(key) && records.some(({ fields }) => fields[key] !== undefined),
  );
  return { text, separator: separatorOf(text), header, rows, columns: [...own, ...newColumns], newColumns };
}

function addColumns({ header, newColumns, separator }: Table): TextEdit[] {
  const end = header.cells.at(-1)?.span.end;
  return end === undefined || newColumns.length === 0
    ? []
    : [insert(end, newColumns.map((name) => separator + name).join(""))];
}

function addRow(table: Table, record: CsvRecord): TextEdit[] {
  const { text, separator, columns } = table;
  const model = modelRow(table, record);
  const cells = cellsOf(table, record);
  // A row need not go on to columns in which it says nothing, unless all others do.
  const filled = columns.map((name, at) => writeCell(cells.get(name) ?? "", separator, styleAt(model, at)));
  const row = filled.join(separator);
  const eol = eolOf(text);
  const after = rowBefore(table, record) ?? table.rows.at(-1) ?? table.header;
  const lineEnd = endOfLine(text, after.cells.at(-1)?.span.end ?? 0);
  const next = behindLine(text, lineEnd);
  return lineEnd === text.length ? [insert(lineEnd, eol + row)] : [insert(next, row + eol)];
}

/** A scope has a column of its own where the table has one. */
function cellsOf({ columns }: Table, { name, period, fields }: CsvRecord): Map<string, string> {
  const [whole = "", scope] = name.split("@");
  const named: readonly (readonly [string, string])[] =
    scope !== undefined && columns.includes("scope")
      ? [
          ["measure", whole],
          ["scope", scope],
        ]
      : [["measure", name]];
  return new Map<string, string>([...named, ["period", period], ...fieldsOf(fields)]);
}

function fieldsOf(fields: Fields): [string, string][] {
  return RECORD_KEYS.flatMap((key) => (fields[key] === undefined ? [] : [[key, fields[key]]]));
}

/** The row whose quoting the new one follows: of the same measure, else the last. */
function modelRow(table: Table, record: CsvRecord): CellRow | undefined {
  return table.rows.findLast((row) => nameIn(table, row) === record.name) ?? table.rows.at(-1);
}

function styleAt(model: CellRow | undefined, column: number): "quoted" | "plain" {
  return model?.cells[column]?.quoted === true ? "quoted" : "plain";
}

function writeCell(text: string, separator: string, style: "quoted" | "plain"): string {
  const isPlain = !text.includes(separator) && !/["\r\n]/.test(text) && text.trim() === text;
  if (isPlain && (style === "plain" || text === "")) return text;
  return `"${text.replaceAll('"', '""')}"`;
}

/** Where the rows of a measure stand together, the new one joins them in the order of periods; else it comes last. */
function rowBefore(table: Table, record: CsvRecord): CellRow | undefined {
  if (!isByMeasure(table)) return undefined;
  const own = table.rows.filter((row) => nameIn(table, row) === record.name);
  const periods = own.map((row) => periodOf(table, row, record));
  const known = periods.filter((period) => period !== undefined);
  const isDown =
    known.length > 1 &&
    known.every((period, at) => at === 0 || comparePeriods(known[at - 1] ?? period, period) >= 0);
  const before = own.findLast((_, at) => {
    const period = periods[at];
    const order = period === undefined ? -1 : comparePeriods(period, record.days);
    return isDown ? order > 0 : order < 0;
  });
  if (before !== undefined || own[0] === undefined) return before;
  const first = table.rows.indexOf(own[0]);
  return first === 0 ? table.header : table.rows[first - 1];
}

/** True where some measure has several rows, and those of each stand together. */
function isByMeasure(table: Table): boolean {
  const names = table.rows.map((row) => nameIn(table, row));
  const runs = names.filter((name, at) => name !== names[at - 1]);
  return runs.length < names.length && new Set(runs).size === runs.length;
}

function nameIn(table: Table, row: CellRow): string {
  const scope = textIn(table, row, "scope");
  const measure = textIn(table, row, "measure");
  return scope === "" ? measure : `${measure}@${scope}`;
}

function periodOf(table: Table, row: CellRow, { calendar }: CsvRecord): Period | undefined {
  const read = readPeriod(textIn(table, row, "period"), calendar);
  return isPeriod(read) ? read : undefined;
}

function cellIn({ columns }: Table, row: CellRow, name: string): Cell | undefined {
  return row.cells[columns.indexOf(name)];
}

function textIn(table: Table, row: CellRow, name: string): string {
  return cellIn(table, row, name)?.text ?? "";
}

/** What else stood there belongs to the old value and goes with it, but for the note. */
function replaceRow(table: Table, { at, fields }: CsvRecord): TextEdit[] {
  const row = table.rows.find(
    (one) => nameIn(table, one) === at?.measure && textIn(table, one, "period") === at.period,
  );
  const end = row?.cells.at(-1)?.span.end;
  if (row === undefined || end === undefined) return [];
  const changed = RECORD_KEYS.filter((key) => {
    const stays = fields[key] === undefined && (key === "note" || key === "of");
    return !stays && table.columns.includes(key) && (fields[key] ?? "") !== textIn(table, row, key);
  });
  const inRow = changed.flatMap((key) => {
    const cell = cellIn(table, row, key);
    const style = cell?.quoted === true ? "quoted" : "plain";
    return cell === undefined
      ? []
      : [replace(cell.span, writeCell(fields[key] ?? "", table.separator, style))];
  });
  const behind = table.columns.slice(row.cells.length).map((name) => {
    const key = changed.find((one) => one === name);
    return key === undefined ? "" : writeCell(fields[key] ?? "", table.separator, "plain");
  });
  while (behind.at(-1) === "") behind.pop();
  if (behind.length === 0) return inRow;
  return [...inRow, insert(end, behind.map((text) => table.separator + text).join(""))];
}
