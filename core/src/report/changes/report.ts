// What the views of a comparison are made from: pull-request comment, step summary, terminal. One plain value.

import type { ChangeClass } from "../../diff/change.ts";
import type { Comparison } from "../../diff/compare.ts";
import type { Entity, Severity } from "../../findings/finding.ts";
import type { Profile } from "../../model/config.ts";
import type { CoverageSummary } from "../../trace/thread.ts";

/** What is listed: a class and all above it. `review` lists what is better now too, `all` also what means the same. */
export const CHANGE_LEVELS = ["breaks", "weakens", "review", "all"] as const;
export type ChangeLevel = (typeof CHANGE_LEVELS)[number];

/** What fails: a class and all above it, or nothing. */
export type ChangeGate = ChangeClass | "never";

export interface ReportHead {
  /** Of the workspace, as seen from git's top level (`.` where it is that): tells one comment from another. */
  readonly root: string;
  /** How people call the base: `main`, or a folder. */
  readonly baseLabel: string;
  /** The base's whole id, where it is a revision. */
  readonly commit?: string;
  /** As a date: `2026-11-21`. */
  readonly asOf: string;
  readonly profile: Profile;
  readonly toolVersion: string;
  /** What the counts are of: `This pull request`, else `This change`. */
  readonly subject?: string;
  /** Of each strategy of the head. */
  readonly coverage: readonly StrategyCoverage[];
  /** More to say in plain sentences, such as a decision that fits no change. */
  readonly notes?: readonly string[];
}

export interface ChangesReport extends ReportHead {
  /** With the changes that people agreed to marked as such. */
  readonly comparison: Comparison;
  /** `breaks` where nothing is said. */
  readonly failOn?: ChangeGate;
  /** `review` where nothing is said. */
  readonly level?: ChangeLevel;
  /** Open findings of the head that the base had not. */
  readonly newFindings: readonly CommentFinding[];
  /** How many open findings both have. */
  readonly oldFindings: number;
  readonly links?: ReportLinks;
}

/** A comparison that could not be made. */
export interface FailedComparison extends ReportHead {
  /** Why, and the command that helps: one line. */
  readonly failure: string;
}

export interface StrategyCoverage {
  readonly head: CoverageSummary;
  /** Absent where the base had not that strategy. */
  readonly base?: CoverageSummary;
}

/** A finding as far as the comment shows it. */
export interface CommentFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  readonly entity?: Entity;
  readonly path: string;
  /** 1-based. */
  readonly line: number;
}

/** Whole addresses, or nothing where there is none: then the words stand alone. */
export interface ReportLinks {
  /** Of a line of the text as it is in the head, or as it was in the base. */
  place?(path: string, line: number, side: "base" | "head"): string | undefined;
  rulePage?(rule: string): string | undefined;
  changePage?(changeId: string): string | undefined;
}

export function isFailed(report: ChangesReport | FailedComparison): report is FailedComparison {
  return "failure" in report;
}
