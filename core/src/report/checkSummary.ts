// The sums of a check and how they are said in one line, the same in every output and in the editor.

import { joinWords } from "../findings/didYouMean.ts";
import type { Finding, FindingState, Severity } from "../findings/finding.ts";
import type { Profile } from "../model/config.ts";

export interface CheckSummary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly waived: number;
  readonly baselined: number;
}

export function summariseFindings(findings: readonly Finding[], files: number): CheckSummary {
  const open = findings.filter((finding) => finding.state === "open");
  const count = (severity: Severity) => open.filter((finding) => finding.severity === severity).length;
  const inState = (state: FindingState) => findings.filter((finding) => finding.state === state).length;
  return {
    files,
    errors: count("error"),
    warnings: count("warning"),
    infos: count("info"),
    waived: inState("waived"),
    baselined: inState("baselined"),
  };
}

export function sayCount(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** "1 error, 12 warnings and 3 infos in 9 files". */
function sayCounts(summary: CheckSummary): string {
  const counts = [
    ...(summary.errors > 0 ? [sayCount(summary.errors, "error")] : []),
    ...(summary.warnings > 0 ? [sayCount(summary.warnings, "warning")] : []),
    ...(summary.infos > 0 ? [sayCount(summary.infos, "info")] : []),
  ];
  const found = counts.length === 0 ? "Nothing to put right" : joinWords(counts, "and");
  return `${found} in ${sayCount(summary.files, "file")}`;
}

/** The counts, what is counted apart, the profile and the day. `asOf` is written as a date; `hidden` are not listed. */
export function sayCheckSummary(
  {
    summary,
    profile,
    asOf,
  }: { readonly summary: CheckSummary; readonly profile: Profile; readonly asOf: string },
  hidden: number,
): string {
  const apart = [
    ...(summary.waived > 0 ? [`${summary.waived} waived`] : []),
    ...(summary.baselined > 0 ? [`${summary.baselined} in the baseline`] : []),
    ...(hidden > 0 ? [`${hidden} not shown`] : []),
  ];
  const beside = apart.length === 0 ? "" : ` (${apart.join(", ")})`;
  return `${sayCounts(summary)}${beside}; profile ${profile}, as of ${asOf}`;
}

export const NOT_COMPLETE =
  "Not everything could be read, so nothing is said about what may be missing there";
