// The traceability matrix as CSV, one row for each counted objective; several ids stand in one field, with "; " between.

import type { StrategyModel } from "../link/model.ts";
import type { Item } from "../model/items.ts";
import type { ThreadNode, ThreadReport } from "../trace/threadReport.ts";
import { csvRow } from "./escape.ts";
import { matrixRows } from "./matrix.ts";

const HEADS = [
  "strategy",
  "aim",
  "objective",
  "title",
  "state",
  "measures",
  "enabler-strategies",
  "priorities",
  "owners",
  "path",
  "line",
];

/** `lineOf` gives the 1-based line of an item. */
export function renderTraceCsv(
  report: ThreadReport,
  model: StrategyModel,
  lineOf: (node: ThreadNode) => number,
): string {
  const rows = matrixRows(report, model).map((row) =>
    csvRow([
      row.strategy.id,
      row.aim?.id ?? "",
      row.node.item.id,
      row.node.item.title ?? "",
      row.node.coverage?.state ?? "",
      ids(row.measures),
      ids(row.supporters),
      ids(row.priorities),
      ids(row.owners),
      row.node.item.file,
      String(lineOf(row.node)),
    ]),
  );
  return [csvRow(HEADS), ...rows].join("");
}

function ids(items: readonly Item[]): string {
  return items.map((item) => item.id).join("; ");
}
