// What the comment says of the changes: what needs agreement, a reason, another reading or a repair, and what is well.

import type { Change } from "../../diff/change.ts";
import { decisionLine } from "../../diff/decisionLine.ts";
import { DECISIONS_FILE } from "../../model/fileName.ts";
import { sayReaders } from "./advice.ts";
import {
  codeBlock,
  markChangeId,
  markCode,
  markLink,
  markList,
  markName,
  markPlace,
  markSentence,
  markValues,
} from "./markdown.ts";
import type { ChangesReport, CommentFinding } from "./report.ts";
import type { Section } from "./sections.ts";
import { countToFix, isListed, sortChanges, sortFindings } from "./sorting.ts";
import { tableSection } from "./tables.ts";

export function changeSections(report: ChangesReport): Section[] {
  const sorted = sortChanges(report);
  const listed = (changes: readonly Change[]) => changes.filter((change) => isListed(change, report.level));
  return [
    changeTable("Needs agreement", "❌", sorted.toAgree, report, 10),
    howToAgree(sorted.toAgree, report),
    changeTable("Give a reason", "⚠️", listed(sorted.toExplain), report, 1),
    toReadSection(listed(sorted.toRead), report),
    toFixSection(report),
    agreedSection(listed(sorted.agreed), report),
  ];
}

const CHANGE_HEADS = ["", "What changed", "Before → after", "Why it matters"];

function changeTable(
  heading: string,
  mark: string,
  changes: readonly Change[],
  report: ChangesReport,
  weight: number,
): Section {
  return tableSection({
    head: [`#### ${heading}`, ""],
    heads: CHANGE_HEADS,
    rows: changes.map((change) => [
      `${mark} ${change.class}`,
      `${markName(change)} ${markSentence(change.what)}`,
      markValues(change),
      markList([markSentence(change.why), ...whereAndWhat(change, report)]),
    ]),
    weight,
  });
}

export function whereAndWhat(change: Change, { links }: ChangesReport): string[] {
  return [markPlace(change, links), markChangeId(change, links)];
}

/** Lines to paste, in the order of the table above. */
function howToAgree(changes: readonly Change[], { asOf }: ChangesReport): Section {
  const lines = changes.map((change) => decisionLine(change, asOf));
  const { open, close, rows } = codeBlock(lines);
  return {
    head: [
      "<details><summary>How to agree to a change</summary>",
      "",
      `Add its line to ${markCode(DECISIONS_FILE)}, with who decided and where it is minuted:`,
      "",
    ],
    lead: [open],
    rows,
    end: [close],
    tail: ["", "</details>"],
    weight: 9,
  };
}

/** What is for people to judge, and what a change makes doubtful beside it. */
function toReadSection(toRead: readonly Change[], report: ChangesReport): Section {
  const { comparison, level } = report;
  const own = new Set(toRead);
  const rows = comparison.changes
    .filter((change) => own.has(change) || (change.suspects.length > 0 && isListed(change, level)))
    .map((change) => {
      const said = `${markName(change)} ${markSentence(change.what)}`;
      const values = own.has(change) ? markValues(change) : "";
      const what = values === "" ? said : `${said}: ${values}`;
      return `- ${markList([what, markSentence(sayReaders(change) ?? ""), ...whereAndWhat(change, report)])}`;
    });
  return { head: ["#### Please read again", ""], rows, weight: 1 };
}

function toFixSection(report: ChangesReport): Section {
  const { toFix } = sortFindings(report);
  return tableSection({
    head: [`#### To fix in the files: ${countToFix(toFix)}, new here`, ""],
    heads: ["Where", "What", "What to do"],
    rows: toFix.map((finding) => [
      markPlace({ ...finding, side: "head" }, report.links),
      `❌ ${markSentence(finding.message)}`,
      markList([markSentence(finding.help), markRule(finding, report)]),
    ]),
    weight: 1,
  });
}

export function markRule({ ruleId }: CommentFinding, { links }: ChangesReport): string {
  return markLink(markCode(ruleId), links?.rulePage?.(ruleId));
}

function agreedSection(changes: readonly Change[], report: ChangesReport): Section {
  return tableSection({
    head: ["#### Agreed", ""],
    heads: ["", "What changed", "Before → after", "Who agreed"],
    rows: changes.map((change) => [
      change.class,
      `${markName(change)} ${markSentence(change.what)}`,
      markValues(change),
      markList([markSentence(change.agreed?.by ?? ""), markChangeId(change, report.links)]),
    ]),
    weight: 1,
  });
}
