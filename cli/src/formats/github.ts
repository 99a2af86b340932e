// Workflow commands of GitHub Actions, which become annotations on a pull request.

import {
  escapeWorkflowData,
  escapeWorkflowProperty,
  type Severity,
  sayCount,
  severityRank,
} from "@stratkit/core";
import type { CheckReport, ReportedFinding } from "../checkReport.ts";

/** GitHub shows ten annotations of a level for each step; the tenth counts what is left out. */
const MOST_OF_A_LEVEL = 9;

const LEVELS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/** Worst first. Waived and known findings are no annotations. */
export function renderGithub(report: CheckReport): string {
  const open = report.output.findings.filter((finding) => finding.state === "open");
  const severities = [...new Set(open.map((finding) => finding.severity))].sort(
    (a, b) => severityRank(a) - severityRank(b),
  );
  return severities
    .flatMap((severity) => {
      const ofLevel = open.filter((finding) => finding.severity === severity);
      const shown = ofLevel.slice(0, MOST_OF_A_LEVEL).map((finding) => annotation(finding, report));
      const left = ofLevel.length - shown.length;
      return left === 0 ? shown : [...shown, sayLeft(severity, left)];
    })
    .join("");
}

function annotation(
  { severity, path, range, ruleId, message, help }: ReportedFinding,
  report: CheckReport,
): string {
  const properties = [
    `file=${escapeWorkflowProperty(report.fromTop(path))}`,
    `line=${range.start.line}`,
    `endLine=${range.end.line}`,
    `col=${range.start.column}`,
    `endColumn=${range.end.column}`,
    `title=${escapeWorkflowProperty(ruleId)}`,
  ];
  return `::${LEVELS[severity]} ${properties.join(",")}::${escapeWorkflowData(`${message}\n${help}`)}\n`;
}

function sayLeft(severity: Severity, left: number): string {
  const more = sayCount(left, `more ${severity}`);
  return `::${LEVELS[severity]} title=stratkit::${escapeWorkflowData(`${more}: see the log of this step`)}\n`;
}
