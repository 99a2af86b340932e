// Findings as CSV, one row each, for a spreadsheet.

import { csvRow } from "@stratkit/core";
import type { CheckOutput } from "../checkReport.ts";

const HEADS = [
  "path",
  "line",
  "column",
  "severity",
  "state",
  "rule",
  "kind",
  "id",
  "title",
  "message",
  "help",
  "fingerprint",
];

export function renderCsv(output: CheckOutput): string {
  const rows = output.findings.map((finding) =>
    csvRow([
      finding.path,
      String(finding.range.start.line),
      String(finding.range.start.column),
      finding.severity,
      finding.state,
      finding.ruleId,
      finding.entity?.kind ?? "",
      finding.entity?.id ?? "",
      finding.entity?.title ?? "",
      finding.message,
      finding.help,
      finding.fingerprint,
    ]),
  );
  return [csvRow(HEADS), ...rows].join("");
}
