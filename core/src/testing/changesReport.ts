// A comparison of two fixtures with everything that its views ask for, as the command line puts it together.

import { compareAnalyses } from "../diff/compare.ts";
import { compareCoverage } from "../report/changes/coverage.ts";
import type { ChangesReport } from "../report/changes/report.ts";
import { positionAt } from "../text/lines.ts";
import { analyseFixture } from "./checkFindings.ts";
import { TEST_DAY } from "./fixture.ts";

export type ReportOptions = Partial<Omit<ChangesReport, "comparison" | "coverage">>;

export function reportOf(base: string, head: string, options: ReportOptions = {}): ChangesReport {
  const [old, now] = [analyseFixture(base), analyseFixture(head)];
  const open = now.findings.filter(({ state }) => state === "open");
  const known = new Set(old.findings.map(({ fingerprint }) => fingerprint));
  const fresh = open.filter(({ fingerprint }) => !known.has(fingerprint));
  return {
    comparison: compareAnalyses(old, now),
    baseLabel: "main",
    asOf: TEST_DAY,
    root: ".",
    profile: now.profile,
    toolVersion: "0.1.0",
    coverage: compareCoverage(old, now),
    newFindings: fresh.map(({ rule, severity, message, help, entity, file, span }) => {
      const lines = now.files.get(file)?.source.lines;
      return {
        ruleId: rule,
        severity,
        message,
        help,
        ...(entity === undefined ? {} : { entity }),
        path: file,
        line: lines === undefined ? 1 : positionAt(lines, span.start).line + 1,
      };
    }),
    oldFindings: open.length - fresh.length,
    ...options,
  };
}
