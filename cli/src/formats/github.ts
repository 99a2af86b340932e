// Workflow commands of GitHub Actions, which become annotations on a pull request.

import {
  escapeWorkflowData,
  escapeWorkflowProperty,
  type Severity,
  sayCount,
  severityRank,
} from "@stratkit/core";
import { fromTop, type Notice, openNotices, type Reports } from "../notices.ts";

/** GitHub shows ten annotations of a level for each step; the tenth counts what is left out. */
const MOST_OF_A_LEVEL = 9;

const LEVELS: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

/** Worst first. What is waived, known or agreed is no annotation. */
export function renderGithub(reports: Reports): string {
  const open = openNotices(reports);
  const severities = [...new Set(open.map(({ severity }) => severity))].sort(
    (a, b) => severityRank(a) - severityRank(b),
  );
  return severities
    .flatMap((severity) => {
      const ofLevel = open.filter((notice) => notice.severity === severity);
      const shown = ofLevel.slice(0, MOST_OF_A_LEVEL).map((notice) => annotation(notice, reports));
      const left = ofLevel.length - shown.length;
      return left === 0 ? shown : [...shown, sayLeft(severity, left)];
    })
    .join("");
}

function annotation({ severity, path, range, id, message, help }: Notice, reports: Reports): string {
  const { start, end } = range;
  const properties = [
    `file=${escapeWorkflowProperty(fromTop(reports, path))}`,
    `line=${start.line}`,
    `endLine=${end.line}`,
    ...(start.column === undefined ? [] : [`col=${start.column}`]),
    ...(end.column === undefined ? [] : [`endColumn=${end.column}`]),
    `title=${escapeWorkflowProperty(id)}`,
  ];
  return `::${LEVELS[severity]} ${properties.join(",")}::${escapeWorkflowData(`${message}\n${help}`)}\n`;
}

function sayLeft(severity: Severity, left: number): string {
  const more = sayCount(left, `more ${severity}`);
  return `::${LEVELS[severity]} title=stratkit::${escapeWorkflowData(`${more}: see the log of this step`)}\n`;
}
