// Changes as CSV, one row each, for a spreadsheet.

import { csvRow } from "@stratkit/core";
import type { DiffOutput } from "../diffReport.ts";

const HEADS = [
  "path",
  "line",
  "side",
  "class",
  "change",
  "kind",
  "id",
  "title",
  "field",
  "old",
  "new",
  "message",
  "why",
  "suspects",
  "agreed",
  "fingerprint",
];

export function renderChangesCsv(output: DiffOutput): string {
  const rows = output.changes.map((change) =>
    csvRow([
      change.path,
      String(change.line),
      change.side,
      change.class,
      change.changeId,
      change.entity.kind,
      change.entity.id,
      change.entity.title ?? "",
      change.field ?? "",
      change.old ?? "",
      change.new ?? "",
      change.message,
      change.why,
      change.suspects.join(" "),
      change.agreed?.by ?? "",
      change.fingerprint,
    ]),
  );
  return [csvRow(HEADS), ...rows].join("");
}
