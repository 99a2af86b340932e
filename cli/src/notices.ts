// Findings and changes in one shape, for what shows both in the same way: annotations, code quality, review comments.

import {
  adviseInOneLine,
  type Change,
  type ChangesReport,
  failsAt,
  rulePage,
  type Severity,
  severityOfClass,
} from "@stratkit/core";
import type { CheckReport, ReportedFinding } from "./checkReport.ts";
import { type DiffReport, listedChanges } from "./diffReport.ts";
import { saySentences } from "./formats/words.ts";

/** What an output shows: a check, a comparison, or both. */
export interface Reports {
  readonly check?: CheckReport;
  readonly diff?: DiffReport;
}

export interface NoticeRange {
  readonly start: { readonly line: number; readonly column?: number };
  readonly end: { readonly line: number; readonly column?: number };
}

export interface Notice {
  /** Of the rule or of the change. */
  readonly id: string;
  /** Where the id is explained. */
  readonly page?: string;
  readonly severity: Severity;
  readonly message: string;
  /** What it means, or what to do about it. */
  readonly help: string;
  /** Relative to the root. */
  readonly path: string;
  /** Where only the line is known, without columns. */
  readonly range: NoticeRange;
  readonly fingerprint: string;
  /** `failed` fails the job, `apart` is waived, known or agreed. */
  readonly outcome: "failed" | "passed" | "apart";
  /** What a check offers to do about it. */
  readonly finding?: ReportedFinding;
}

/** Changes first, then findings, each in their order; with what does not count. */
export function noticesOf({ check, diff }: Reports): Notice[] {
  return [
    ...(diff === undefined ? [] : changeNotices(diff).map(({ notice }) => notice)),
    ...(check?.output.findings ?? []).flatMap((finding) =>
      check === undefined ? [] : [noticeOfFinding(finding, check)],
    ),
  ];
}

/** Without what was waived, is known or agreed. */
export function openNotices(reports: Reports): Notice[] {
  return noticesOf(reports).filter(({ outcome }) => outcome !== "apart");
}

export function fromTop({ check, diff }: Reports, path: string): string {
  return (check ?? diff)?.fromTop(path) ?? path;
}

function noticeOfFinding(finding: ReportedFinding, check: CheckReport): Notice {
  const { ruleId, severity, message, help, path, range, fingerprint, state } = finding;
  const outcome = state !== "open" ? "apart" : check.fails(finding) ? "failed" : "passed";
  return {
    id: ruleId,
    page: rulePage(ruleId),
    severity,
    message,
    help,
    path,
    range,
    fingerprint,
    outcome,
    finding,
  };
}

/** Of the listed changes; what is better now, or means the same, is no notice. */
export function changeNotices({
  report,
}: DiffReport): { readonly change: Change; readonly notice: Notice }[] {
  return listedChanges(report).flatMap((change) => {
    const severity = severityOfClass(change.class);
    return severity === undefined ? [] : [{ change, notice: noticeOfChange(change, severity, report) }];
  });
}

function noticeOfChange(change: Change, severity: Severity, report: ChangesReport): Notice {
  const line = lineInHead(change);
  const advice = adviseInOneLine(change, report);
  const page = report.links?.changePage?.(change.changeId);
  return {
    id: change.changeId,
    ...(page === undefined ? {} : { page }),
    severity,
    message: change.message,
    help: advice === undefined ? change.why : saySentences(change.why, advice),
    path: change.path,
    range: { start: { line }, end: { line } },
    fingerprint: change.fingerprint,
    outcome: change.agreed !== undefined ? "apart" : failsAt(change, report.failOn) ? "failed" : "passed",
  };
}

/** What is gone stood on a line that now holds something else, or nothing: it is shown where its file begins. */
function lineInHead({ side, line }: Pick<Change, "side" | "line">): number {
  return side === "head" ? line : 1;
}
