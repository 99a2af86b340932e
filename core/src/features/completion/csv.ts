// Cells of recorded values in a CSV file: columns in the first line, below it measures, scopes, periods and words.

import { childrenOf, type StrategyModel } from "../../link/model.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import type { Item } from "../../model/items.ts";
import { keyIn } from "../../model/items.ts";
import { describeAt } from "../../schema/lookup.ts";
import { CSV_COLUMNS, REQUIRED_COLUMNS } from "../../syntax/csv.ts";
import { lineEnd, lineStart } from "../../syntax/lineShape.ts";
import { type Cell, type CellRow, readCells } from "../../syntax/readCells.ts";
import type { SourceFile } from "../../syntax/tree.ts";
import type { Span } from "../../text/span.ts";
import { chooseItems } from "./candidates.ts";
import type { Offer } from "./item.ts";
import { offerPeriodsAround } from "./periods.ts";
import { type Offers, offerOf } from "./references.ts";
import { offerWords } from "./words.ts";

export interface CellOffers {
  readonly span: Span;
  readonly offers: readonly Offer[];
  /** There are more. */
  readonly more: boolean;
}

export function offerCells(lookup: Lookup, source: SourceFile, offset: number): CellOffers | undefined {
  const [header] = readCells(source.text);
  const start = lineStart(source.text, offset);
  const line = source.text.slice(start, lineEnd(source.text, offset));
  const isHeader = header === undefined || (header.cells[0]?.span.start ?? 0) >= start;
  const cells = cellsOf(line, header, source.text).map((cell) => moved(cell, start));
  const at = cells.findIndex(({ span }) => offset <= span.end);
  const cell = cells[at];
  if (cell === undefined || offset < cell.span.start || cell.quoted) return undefined;
  const columns = (header?.cells ?? []).map(({ text }) => text.toLowerCase());
  const typed = source.text.slice(cell.span.start, offset);
  const measure = cells[columns.indexOf("measure")]?.text;
  const offered = isHeader
    ? whole(offerColumns(cells, at))
    : offerColumn(
        { lookup, source, columns, typed, ...(measure === undefined ? {} : { measure }) },
        columns[at] ?? "",
      );
  return { span: cell.span, ...offered };
}

/** The cells of one line with the blanks round their texts left out of an empty one, so that it has a place. */
function cellsOf(line: string, header: CellRow | undefined, text: string): Cell[] {
  const between = header === undefined ? "," : separatorOf(header, text);
  const cells: Cell[] = [];
  let start = line.startsWith("\uFEFF") ? 1 : 0;
  // A quoted cell may hold the separator.
  const parts =
    line.slice(start).match(new RegExp(`(?:"(?:[^"]|"")*"|[^${between}"])*(?:${between}|$)`, "g")) ?? [];
  for (const part of parts) {
    const own = part.endsWith(between) ? part.slice(0, -1) : part;
    const blanks = own.length - own.trimStart().length;
    const kept = own.trim();
    cells.push({
      text: kept,
      span: { start: start + blanks, end: start + blanks + kept.length },
      quoted: kept.startsWith('"'),
    });
    if (!part.endsWith(between)) break;
    start += part.length;
  }
  return cells;
}

function separatorOf({ cells }: CellRow, text: string): string {
  const [first, second] = cells;
  if (first === undefined || second === undefined) return ",";
  return text.slice(first.span.end, second.span.start).includes(";") ? ";" : ",";
}

function moved(cell: Cell, by: number): Cell {
  return { ...cell, span: { start: cell.span.start + by, end: cell.span.end + by } };
}

function offerColumns(cells: readonly Cell[], at: number): Offer[] {
  const present = cells.filter((_, index) => index !== at).map(({ text }) => text.toLowerCase());
  const needed: readonly string[] = REQUIRED_COLUMNS;
  const whole: Offer = {
    label: CSV_COLUMNS.slice(0, 3).join(","),
    kind: "file",
    detail: "the columns that a table must have",
    text: [CSV_COLUMNS.slice(0, 3).join(",")],
  };
  const columns = CSV_COLUMNS.filter((name) => !present.includes(name)).map(
    (name): Offer => ({
      label: name,
      kind: "key",
      ...(needed.includes(name) ? { description: "needed" } : {}),
      text: [name],
    }),
  );
  return present.every((text) => text === "") ? [whole, ...columns] : columns;
}

interface Row {
  readonly lookup: Lookup;
  readonly source: SourceFile;
  readonly columns: readonly string[];
  /** What its cell of that name holds. */
  readonly measure?: string;
  readonly typed: string;
}

function whole(offers: readonly Offer[]): Offers {
  return { offers, more: false };
}

function offerColumn({ lookup, source, columns, measure, typed }: Row, column: string): Offers {
  const { model, analysis } = lookup;
  switch (column) {
    case "measure": {
      const kinds = columns.includes("scope") ? (["measure"] as const) : (["measure", "scope"] as const);
      const { items, more } = chooseItems(lookup, kinds, typed);
      return { offers: items.map((item) => offerOf(item, item.id, [item.id])), more };
    }
    case "scope": {
      const { items, more } =
        measure === undefined
          ? chooseItems(lookup, ["scope"], typed)
          : { items: scopesOf(model, measure), more: false };
      return { offers: items.map((item) => offerOf(item, item.key, [item.key])), more };
    }
    case "period": {
      const about: Item | undefined =
        (measure === undefined ? undefined : model.byKey.get(keyIn("measure", measure))) ??
        lookup.summaryOf(source.path)?.items[0];
      return whole(offerPeriodsAround(model, about, analysis.workspace.asOf));
    }
    case "status":
    case "met": {
      const info = describeAt(analysis.engine.schemas.schemas, "actuals", ["measures", "m", "2026", column]);
      return whole(info === undefined ? [] : offerWords(info));
    }
    default:
      return whole([]);
  }
}

function scopesOf(model: StrategyModel, measure: string): readonly Item[] {
  const item = model.byKey.get(keyIn("measure", measure));
  return item === undefined ? [] : childrenOf(model, item).filter(({ kind }) => kind === "scope");
}
