// Findings for people: in frames on a terminal, one line each in a pipe.

import {
  escapeTerminal,
  NOT_COMPLETE,
  type SourceFile,
  type Style,
  sayCheckSummary,
  widthOf,
} from "@stratkit/core";
import type { CheckReport, ReportedFinding } from "../checkReport.ts";
import { lineText } from "../places.ts";

/** `path:line:column: severity: message [rule]`, open findings first; paths as seen from the current folder. */
export function renderLines(report: CheckReport): string {
  return openFirst(report.output.findings)
    .map((finding) => {
      const { line, column } = finding.range.start;
      const place = `${escapeTerminal(report.fromHere(finding.path))}:${line}:${column}`;
      return `${place}: ${finding.severity}: ${escapeTerminal(finding.message)} [${finding.ruleId}]\n`;
    })
    .join("");
}

export function renderFrames(report: CheckReport, style: Style, columns: number): string {
  const { output, hidden } = report;
  const open = output.findings.filter((finding) => finding.state === "open");
  const apart = output.findings.filter((finding) => finding.state !== "open");
  const blocks = open.flatMap((finding) => frame(finding, report, style, columns));
  const others = apart.flatMap((finding) => frame(finding, report, style, columns));
  const heading = apart.length === 0 ? [] : [style("strong", "Waived or known, so they do not count:"), ""];
  const end = [
    ...(output.complete ? [] : [style("warning", NOT_COMPLETE)]),
    style("strong", sayCheckSummary(output, hidden)),
  ];
  return `${[...blocks, ...heading, ...others, ...end].join("\n")}\n`;
}

function openFirst(findings: readonly ReportedFinding[]): ReportedFinding[] {
  return [
    ...findings.filter((finding) => finding.state === "open"),
    ...findings.filter((finding) => finding.state !== "open"),
  ];
}

function frame(finding: ReportedFinding, report: CheckReport, style: Style, columns: number): string[] {
  const { range, severity } = finding;
  const place = `${escapeTerminal(report.fromHere(finding.path))}:${range.start.line}:${range.start.column}`;
  const source = report.analysis.files.get(finding.path)?.source;
  return [
    style("strong", place),
    `${style(severity, severity)}: ${escapeTerminal(finding.message)}`,
    ...(source === undefined ? [] : excerpt(finding, source, style, columns)),
    `${style("good", ">")} ${escapeTerminal(finding.help)}  ${style("dim", finding.ruleId)}`,
    ...finding.related.map((place) => style("dim", `  ${sayRelated(place, report)}`)),
    "",
  ];
}

function sayRelated(
  { message, path, range }: ReportedFinding["related"][number],
  report: CheckReport,
): string {
  const place = `${report.fromHere(path)}:${range.start.line}:${range.start.column}`;
  return escapeTerminal(`${place}: ${message}`);
}

/** Columns of the text that stay visible left of a mark in a long line. */
const LEFT_OF_MARK = 20;

/** The marked line with carets below the mark; of a long line as much as fits. */
function excerpt(finding: ReportedFinding, source: SourceFile, style: Style, columns: number): string[] {
  const { start, end } = finding.range;
  const line = lineText(source, start.line);
  if (line.trim() === "") return [];
  const gutter = String(start.line).padStart(4);
  const room = Math.max(40, columns - gutter.length - 4);
  const from = line.length > room ? Math.max(0, start.column - 1 - LEFT_OF_MARK) : 0;
  const shown = line.slice(from, from + room);
  const lead = shown.slice(0, start.column - 1 - from);
  const marked = line.slice(start.column - 1, end.line === start.line ? end.column - 1 : undefined);
  const carets = Math.max(1, Math.min(widthOf(escapeTerminal(marked)), room - widthOf(escapeTerminal(lead))));
  const bar = style("dim", "|");
  return [
    `${style("dim", gutter)} ${bar} ${escapeTerminal(shown)}`,
    `${" ".repeat(gutter.length)} ${bar} ${" ".repeat(widthOf(escapeTerminal(lead)))}${style(finding.severity, "^".repeat(carets))}`,
  ];
}
