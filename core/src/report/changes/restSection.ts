// The end of the comment: what asks nothing of anybody, folded away.

import type { Change } from "../../diff/change.ts";
import { sayCount } from "../checkSummary.ts";
import { markRule, whereAndWhat } from "./commentSections.ts";
import { markCode, markList, markName, markPlace, markSentence, markValues } from "./markdown.ts";
import type { ChangesReport } from "./report.ts";
import type { Section } from "./sections.ts";
import { isListed, sortChanges, sortFindings } from "./sorting.ts";

export function restSection(report: ChangesReport): Section {
  const sorted = sortChanges(report);
  const listed = (changes: readonly Change[]) => changes.filter((change) => isListed(change, report.level));
  const [better, editorial] = [listed(sorted.better), listed(sorted.editorial)];
  const { others: louder } = sortFindings(report);
  const { oldFindings } = report;
  const { summary } = report.comparison;
  const counts = [
    ...(summary.strengthens > 0 ? [sayCount(summary.strengthens, "improvement")] : []),
    ...(louder.length > 0
      ? [sayCount(louder.length, "smaller finding that is new", "smaller findings that are new")]
      : []),
    ...(oldFindings > 0
      ? [sayCount(oldFindings, "finding that was here before", "findings that were here before")]
      : []),
    ...(summary.editorial > 0 ? [sayCount(summary.editorial, "editorial edit")] : []),
  ];
  const rows = [
    ...better.map((change) => `- better: ${sayBriefly(change, report)}`),
    ...louder.map(
      (finding) =>
        `- ${finding.severity}: ${markList([markSentence(finding.message), markPlace({ ...finding, side: "head" }, report.links), markRule(finding, report)])}`,
    ),
    ...editorial.map((change) => `- editorial: ${sayBriefly(change, report)}`),
    ...(oldFindings > 0 ? [`- here before: ${markCode("stratkit check")} lists what was found in both`] : []),
  ];
  if (rows.length === 0 && counts.length > 0) return { head: [], rows: [counts.join(" · ")], weight: 1 };
  return {
    head: [`<details><summary>${counts.join(" · ")}</summary>`, ""],
    rows,
    tail: ["", "</details>"],
    weight: 1,
  };
}

function sayBriefly(change: Change, report: ChangesReport): string {
  const values = markValues(change);
  const said = `${markName(change)} ${markSentence(change.what)}${values === "" ? "" : `: ${values}`}`;
  return markList([said, ...whereAndWhat(change, report)]);
}
