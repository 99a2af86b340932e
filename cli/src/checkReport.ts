// What a check says, as values: the published JSON, and what the other formats need beside it.

import {
  type Analysis,
  type CheckSummary,
  CONFIG_FILE,
  type Finding,
  type FindingState,
  type Fix,
  formatDay,
  indexLines,
  type LineIndex,
  type Profile,
  product,
  type RuleSet,
  type Severity,
  severityRank,
  summariseFindings,
} from "@stratkit/core";
import { rangeIn, type TextRange } from "./places.ts";

export interface ReportedEntity {
  readonly kind: string;
  readonly id: string;
  readonly title?: string;
}

export interface ReportedPlace {
  readonly message: string;
  readonly path: string;
  readonly range: TextRange;
}

export interface ReportedEdit {
  readonly path: string;
  readonly range: TextRange;
  readonly newText: string;
}

export interface ReportedFix {
  readonly title: string;
  readonly safety: "safe" | "unsafe";
  /** Absent where a person is asked first. */
  readonly edits?: readonly ReportedEdit[];
  readonly renameFile?: { readonly from: string; readonly to: string };
  readonly createFile?: { readonly path: string; readonly text: string };
}

export interface ReportedFinding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly message: string;
  readonly help: string;
  readonly entity?: ReportedEntity;
  /** Relative to the root. */
  readonly path: string;
  readonly range: TextRange;
  readonly related: readonly ReportedPlace[];
  readonly fixes: readonly ReportedFix[];
  readonly fingerprint: string;
  readonly state: FindingState;
}

export interface ReportedError {
  readonly code: string;
  readonly message: string;
}

/** Exactly what `-f json` prints. */
export interface CheckOutput {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: string; readonly version: string };
  readonly command: "check";
  readonly root: string;
  readonly profile: Profile;
  readonly asOf: string;
  readonly complete: boolean;
  /** The revision whose findings are left out. */
  readonly newSince?: { readonly revision: string; readonly commit: string };
  readonly summary: CheckSummary;
  readonly findings: readonly ReportedFinding[];
  readonly error?: ReportedError;
}

export interface CheckReport {
  readonly output: CheckOutput;
  readonly rules: RuleSet;
  readonly analysis: Analysis;
  /** Paths of the files that were asked about. */
  readonly countedFiles: readonly string[];
  /** Findings that count but are not listed. */
  readonly hidden: number;
  /** What fails the check, for formats that tell passed from failed. */
  fails(finding: ReportedFinding): boolean;
  /** From a path below the root to one as seen from the current folder, or from git's top level. */
  fromHere(path: string): string;
  fromTop(path: string): string;
}

export interface ReportRequest {
  readonly root: string;
  /** How the config is called where it is not the root's own. */
  readonly configPath: string;
  /** What was asked about: counted, and listed as far as `show` reaches. */
  isWanted(finding: Finding): boolean;
  isCountedFile(path: string): boolean;
  readonly show: Severity;
  fixesOf(finding: Finding): readonly Fix[];
  readonly error?: ReportedError;
  readonly newSince?: CheckOutput["newSince"];
}

export const TOOL = { name: product.name, version: product.version } as const;

export function checkOutput(analysis: Analysis, request: ReportRequest): CheckOutput {
  const wanted = analysis.findings.filter((finding) => request.isWanted(finding));
  const listed = wanted.filter((finding) => severityRank(finding.severity) <= severityRank(request.show));
  const files = [...analysis.files.keys()].filter((path) => request.isCountedFile(path)).length;
  const linesOf = lineReader(analysis);
  return {
    schemaVersion: 1,
    tool: TOOL,
    command: "check",
    root: request.root,
    profile: analysis.profile,
    asOf: formatDay(analysis.workspace.asOf),
    complete: analysis.complete,
    ...(request.newSince === undefined ? {} : { newSince: request.newSince }),
    summary: summariseFindings(wanted, files),
    findings: listed.map((finding) => reportFinding(finding, linesOf, request)),
    ...(request.error === undefined ? {} : { error: request.error }),
  };
}

type LinesOf = (path: string) => LineIndex | undefined;

/** Where lines begin is asked often of one file, and needs its text alone: its tree may be gone by now. */
function lineReader(analysis: Analysis): LinesOf {
  const known = new Map<string, LineIndex>();
  return (path) => {
    const text = analysis.files.get(path)?.file.text;
    const lines = known.get(path) ?? (text === undefined ? undefined : indexLines(text));
    if (lines !== undefined) known.set(path, lines);
    return lines;
  };
}

function reportFinding(finding: Finding, linesOf: LinesOf, request: ReportRequest): ReportedFinding {
  const shown = (path: string) => (path === CONFIG_FILE ? request.configPath : path);
  return {
    ruleId: finding.rule,
    severity: finding.severity,
    message: finding.message,
    help: finding.help,
    ...(finding.entity === undefined ? {} : { entity: finding.entity }),
    path: shown(finding.file),
    range: rangeIn(linesOf(finding.file), finding.span),
    related: finding.related.map(({ message, file, span }) => ({
      message,
      path: shown(file),
      range: rangeIn(linesOf(file), span),
    })),
    fixes: request.fixesOf(finding).map((fix) => reportFix(fix, linesOf, shown)),
    fingerprint: finding.fingerprint,
    state: finding.state,
  };
}

function reportFix(fix: Fix, linesOf: LinesOf, shown: (path: string) => string): ReportedFix {
  const { title, safety, edits, renameFile, createFile } = fix;
  const asksFirst = edits.length === 0 && renameFile === undefined && createFile === undefined;
  return {
    title,
    safety,
    ...(asksFirst
      ? {}
      : {
          edits: edits.map((edit) => ({
            path: shown(edit.file),
            range: rangeIn(linesOf(edit.file), edit.span),
            newText: edit.newText,
          })),
        }),
    ...(renameFile === undefined ? {} : { renameFile }),
    ...(createFile === undefined ? {} : { createFile }),
  };
}
