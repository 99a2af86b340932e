// Sorts changes by what people have to do about them, and leaves out findings that a change tells of already.

import { type Change, type ChangeClass, classRank } from "../../diff/change.ts";
import { type Severity, severityRank } from "../../findings/finding.ts";
import { sayCount } from "../checkSummary.ts";
import type { ChangeGate, ChangeLevel, ChangesReport, CommentFinding } from "./report.ts";

export interface SortedChanges {
  /** Breaks, and whatever else fails. */
  readonly toAgree: readonly Change[];
  readonly toExplain: readonly Change[];
  readonly toRead: readonly Change[];
  readonly better: readonly Change[];
  readonly editorial: readonly Change[];
  /** Agreed already, whatever their class. */
  readonly agreed: readonly Change[];
}

/** All of them, whatever is listed. */
export function sortChanges({
  comparison,
  failOn,
}: Pick<ChangesReport, "comparison" | "failOn">): SortedChanges {
  const agreed = comparison.changes.filter(isAgreed);
  const toAgree = comparison.changes.filter((change) => mustBeAgreed(change, failOn));
  const told = new Set([...agreed, ...toAgree]);
  const ofClass = (one: ChangeClass) =>
    comparison.changes.filter((change) => change.class === one && !told.has(change));
  return {
    toAgree,
    toExplain: ofClass("weakens"),
    toRead: ofClass("review"),
    better: ofClass("strengthens"),
    editorial: ofClass("editorial"),
    agreed,
  };
}

function isAgreed({ agreed }: Change): boolean {
  return agreed !== undefined;
}

/** A break asks for a decision even where nothing fails. */
export function mustBeAgreed(change: Change, failOn: ChangeGate = "breaks"): boolean {
  return !isAgreed(change) && (change.class === "breaks" || failsAt(change, failOn));
}

export function failsAt(change: Change, failOn: ChangeGate = "breaks"): boolean {
  return !isAgreed(change) && failOn !== "never" && classRank(change.class) <= classRank(failOn);
}

/** What a list of that level holds, in the comparison's order. */
export function isListed({ class: own }: Pick<Change, "class">, level: ChangeLevel = "review"): boolean {
  if (level === "all") return true;
  const last = level === "review" ? "strengthens" : level;
  return classRank(own) <= classRank(last);
}

/** As loud as a finding of that severity; what is better or means the same raises no voice. */
export function severityOfClass(one: ChangeClass): Severity | undefined {
  if (one === "breaks") return "error";
  return one === "weakens" ? "warning" : one === "review" ? "info" : undefined;
}

/** A new finding fails where a change as loud would. */
function findingFailsAt({ severity }: CommentFinding, failOn: ChangeGate = "breaks"): boolean {
  if (failOn === "never") return false;
  return severityRank(severity) <= severityRank(severityOfClass(failOn) ?? "info");
}

/** Whether anything of a comparison fails. */
export function failsWith({
  comparison,
  newFindings,
  failOn,
}: Told & Pick<ChangesReport, "failOn">): boolean {
  return (
    comparison.changes.some((change) => failsAt(change, failOn)) ||
    newFindings.some((finding) => findingFailsAt(finding, failOn))
  );
}

type Told = Pick<ChangesReport, "comparison" | "newFindings">;

export interface SortedFindings {
  /** Errors, and whatever else fails. */
  readonly toFix: readonly CommentFinding[];
  readonly others: readonly CommentFinding[];
}

/** The new findings that no change of this comparison tells of. An error is there to be put right even where nothing fails. */
export function sortFindings({
  comparison,
  newFindings,
  failOn,
}: Told & Pick<ChangesReport, "failOn">): SortedFindings {
  const untold = newFindings.filter(
    (finding) => !comparison.changes.some((change) => tellsOf(change, finding)),
  );
  const isToFix = (finding: CommentFinding) =>
    finding.severity === "error" || findingFailsAt(finding, failOn);
  return { toFix: untold.filter(isToFix), others: untold.filter((finding) => !isToFix(finding)) };
}

/** "1 error", or "2 findings" where not all of them are errors. */
export function countToFix(toFix: readonly CommentFinding[]): string {
  return sayCount(toFix.length, toFix.every(({ severity }) => severity === "error") ? "error" : "finding");
}

/**
 * One thing, one cause, and said at least as loudly: nothing that fails a check may vanish behind a change that people
 * agreed to or that is there to be read.
 */
function tellsOf(change: Change, { ruleId, entity, severity }: CommentFinding): boolean {
  const loudness = severityOfClass(change.class);
  return (
    change.agreed === undefined &&
    loudness !== undefined &&
    severityRank(loudness) <= severityRank(severity) &&
    entity?.kind === change.entity.kind &&
    entity.id === change.entity.id &&
    (FOUND_AFTER[change.changeId] ?? []).includes(ruleId)
  );
}

/** Which rules find of a thing what a change has made of it. */
export const FOUND_AFTER: Readonly<Record<string, readonly string[]>> = {
  "last-measure-removed": ["trace/objective-unmeasured", "trace/capability-unmeasured"],
  "coverage-lowered": [
    "trace/objective-untargeted",
    "trace/objective-evidence-only",
    "trace/no-outcome-measure",
  ],
  "objective-unplanned": ["trace/objective-not-in-plan"],
  "target-removed": ["measure/no-target", "measure/target-direction-only"],
  "target-made-vague": ["measure/target-direction-only"],
  "targets-back-loaded": ["measure/targets-fall-back"],
  "target-later": ["period/outside-strategy"],
  "baseline-removed": ["measure/no-baseline"],
  "better-dropped": ["measure/no-better"],
  "unit-changed": ["measure/no-unit"],
  "owner-removed": ["owner/no-owner", "owner/objective-no-lead", "owner/plan-item-no-lead"],
  "due-later": ["period/outside-strategy", "period/outside-plan"],
  "question-opened": ["open/unclear"],
};
