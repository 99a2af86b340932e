// A code quality report of GitLab: one entry for each open finding.

import type { Severity } from "@stratkit/core";
import type { CheckReport } from "../checkReport.ts";
import { renderJson } from "./json.ts";
import { saySentences } from "./words.ts";

const SEVERITIES: Readonly<Record<Severity, "info" | "minor" | "major">> = {
  error: "major",
  warning: "minor",
  info: "info",
};

/** GitLab has no state for what is waived, so that is left out. */
export function renderGitlab(report: CheckReport): string {
  const open = report.output.findings.filter((finding) => finding.state === "open");
  return renderJson(
    open.map(({ message, help, ruleId, fingerprint, severity, path, range }) => ({
      description: saySentences(message, help),
      check_name: ruleId,
      fingerprint,
      severity: SEVERITIES[severity],
      location: {
        path: report.fromTop(path),
        lines: { begin: range.start.line, end: range.end.line },
      },
    })),
  );
}
