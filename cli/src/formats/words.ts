// Counts and sums in words, the same in every format that people read.

import { joinWords } from "@stratkit/core";
import type { CheckOutput, CheckSummary } from "../checkReport.ts";

export function sayCount(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** "1 error, 12 warnings and 3 infos in 9 files". */
export function sayCounts(summary: CheckSummary): string {
  const counts = [
    ...(summary.errors > 0 ? [sayCount(summary.errors, "error")] : []),
    ...(summary.warnings > 0 ? [sayCount(summary.warnings, "warning")] : []),
    ...(summary.infos > 0 ? [sayCount(summary.infos, "info")] : []),
  ];
  const found = counts.length === 0 ? "Nothing to put right" : joinWords(counts, "and");
  return `${found} in ${sayCount(summary.files, "file")}`;
}

/** One or two sentences: the counts, what is counted apart, the profile and the day. */
export function saySummary(output: CheckOutput, hidden: number): string {
  const { summary } = output;
  const apart = [
    ...(summary.waived > 0 ? [`${summary.waived} waived`] : []),
    ...(summary.baselined > 0 ? [`${summary.baselined} in the baseline`] : []),
    ...(hidden > 0 ? [`${hidden} not shown`] : []),
  ];
  const beside = apart.length === 0 ? "" : ` (${apart.join(", ")})`;
  return `${sayCounts(summary)}${beside}; profile ${output.profile}, as of ${output.asOf}`;
}

export const NOT_COMPLETE =
  "Not everything could be read, so nothing is said about what may be missing there";

/** Message and help one after the other, each with its end. */
export function saySentences(message: string, help: string): string {
  return `${message}${/[?!.]$/.test(message) ? "" : "."} ${help}`;
}
