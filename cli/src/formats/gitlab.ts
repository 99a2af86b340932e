// A code quality report of GitLab: one entry for each open finding, and for each change that asks something of people.

import type { Severity } from "@stratkit/core";
import { fromTop, openNotices, type Reports } from "../notices.ts";
import { renderJson } from "./json.ts";
import { saySentences } from "./words.ts";

const SEVERITIES: Readonly<Record<Severity, "info" | "minor" | "major">> = {
  error: "major",
  warning: "minor",
  info: "info",
};

/** GitLab has no state for what is waived or agreed, so that is left out. */
export function renderGitlab(reports: Reports): string {
  return renderJson(
    openNotices(reports).map(({ message, help, id, fingerprint, severity, path, range }) => ({
      description: saySentences(message, help),
      check_name: id,
      fingerprint,
      severity: SEVERITIES[severity],
      location: {
        path: fromTop(reports, path),
        lines: { begin: range.start.line, end: range.end.line },
      },
    })),
  );
}
