// What a comparison says, as values: the published JSON, and what the other formats need beside it.

import {
  type Change,
  type ChangeClass,
  type ChangesReport,
  isListed,
  type Profile,
  type VerdictState,
  verdictOf,
} from "@stratkit/core";
import { type ReportedEntity, type ReportedError, TOOL } from "./checkReport.ts";

export interface ReportedChange {
  readonly changeId: string;
  readonly class: ChangeClass;
  readonly entity: ReportedEntity;
  readonly field?: string;
  readonly old?: string;
  readonly new?: string;
  readonly message: string;
  readonly why: string;
  /** Relative to the root. */
  readonly path: string;
  readonly line: number;
  /** Of which text path and line are. */
  readonly side: "base" | "head";
  /** Full names of what has to be read again. */
  readonly suspects: readonly string[];
  readonly fingerprint: string;
  readonly agreed?: { readonly by: string; readonly path: string; readonly line: number };
}

/** Exactly what `-f json` prints. */
export interface DiffOutput {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly command: "diff";
  readonly root: string;
  /** Short ids of commits, or how people call a side that is none. */
  readonly base: string;
  readonly head: string;
  readonly profile: Profile;
  readonly asOf: string;
  readonly complete: boolean;
  readonly state: VerdictState;
  readonly summary: Readonly<Record<ChangeClass, number>>;
  readonly changes: readonly ReportedChange[];
  /** Files that could not be read on one side, and what they hold as far as it is known. */
  readonly unreadFiles: readonly string[];
  readonly notCompared: readonly ReportedEntity[];
  readonly error?: ReportedError;
}

export interface DiffReport {
  readonly output: DiffOutput;
  readonly report: ChangesReport;
  /** From a path below the root to one as seen from the current folder, or from git's top level. */
  fromHere(path: string): string;
  fromTop(path: string): string;
}

export interface ComparedNames {
  readonly root: string;
  readonly base: string;
  readonly head: string;
}

/** Lists what the report's level lists, and counts everything. */
export function diffOutput(report: ChangesReport, { root, base, head }: ComparedNames): DiffOutput {
  const { comparison, profile, asOf } = report;
  return {
    schemaVersion: 1,
    tool: TOOL,
    command: "diff",
    root,
    base,
    head,
    profile,
    asOf,
    complete: comparison.complete,
    state: verdictOf(report).state,
    summary: comparison.summary,
    changes: listedChanges(report).map(reportChange),
    unreadFiles: comparison.unreadFiles,
    notCompared: comparison.notCompared,
  };
}

export function listedChanges({ comparison, level }: ChangesReport): Change[] {
  return comparison.changes.filter((change) => isListed(change, level));
}

function reportChange(change: Change): ReportedChange {
  const { changeId, entity, field, old, message, why, path, line, side, suspects, fingerprint, agreed } =
    change;
  return {
    changeId,
    class: change.class,
    entity,
    ...(field === undefined ? {} : { field }),
    ...(old === undefined ? {} : { old }),
    ...(change.new === undefined ? {} : { new: change.new }),
    message,
    why,
    path,
    line,
    side,
    suspects: suspects.map((suspect) => suspect.entity.id),
    fingerprint,
    ...(agreed === undefined ? {} : { agreed }),
  };
}
