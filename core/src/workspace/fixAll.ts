// Repairs a workspace in memory, round after round, until nothing is left that may be repaired. Nothing is written here.

import type { Finding, Fix } from "../findings/finding.ts";
import { CONFIG_FILE, isConfigFile } from "../model/fileName.ts";
import { applyEdits } from "../text/edits.ts";
import { addTo, groupBy } from "../text/maps.ts";
import { overlaps, type Span } from "../text/span.ts";
import { type Analysis, analyse, fixesOf } from "./analyse.ts";
import { type AppliedFix, fixesToLeave } from "./fixesToLeave.ts";
import {
  textFile,
  type Workspace,
  type WorkspaceFile,
  withFile,
  withFiles,
  withoutFiles,
} from "./workspace.ts";

/** Safe fixes keep the meaning; `unsafe-too` also makes the one complete unsafe fix of a finding that has exactly one. */
export type FixChoice = "safe" | "unsafe-too";

export interface FixRequest {
  readonly choice: FixChoice;
  /** Findings that may be repaired. */
  isWanted(finding: Finding): boolean;
  /** Reads a file that is part of the workspace only after it was renamed. */
  read(path: string): WorkspaceFile | undefined;
}

export interface FixResult {
  /** The workspace after all fixes. */
  readonly analysis: Analysis;
  readonly applied: readonly AppliedFix[];
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
}

/** Repairs can open the way to others; more rounds than this would be two that undo each other. */
const MOST_ROUNDS = 10;

export function fixAll(start: Analysis, request: FixRequest): FixResult {
  let result: FixResult = { analysis: start, applied: [], renamed: [] };
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const next = fixOnce(result, request);
    if (next === undefined) break;
    result = next;
  }
  return result;
}

function fixOnce(before: FixResult, request: FixRequest): FixResult | undefined {
  let chosen = chooseFixes(before.analysis, request);
  while (chosen.length > 0) {
    const workspace = withFixes(before.analysis.workspace, chosen, request);
    const analysis = analyse(workspace, before.analysis.engine, before.analysis);
    const left = fixesToLeave(before.analysis, analysis, chosen);
    if (left.size === 0) {
      return {
        analysis,
        applied: [...before.applied, ...chosen],
        renamed: [...before.renamed, ...chosen.flatMap(({ fix }) => fix.renameFile ?? [])],
      };
    }
    chosen = chosen.filter(({ fix }) => !left.has(fix));
  }
  return undefined;
}

/** At most one fix for a finding, and no two that touch the same text; the others have their turn in the next round. */
function chooseFixes(analysis: Analysis, request: FixRequest): AppliedFix[] {
  const taken = new Map<string, Span[]>();
  const chosen: AppliedFix[] = [];
  for (const finding of analysis.findings) {
    if (finding.state !== "open" || !request.isWanted(finding)) continue;
    const fix = chooseFix(finding, fixesOf(finding, analysis), request.choice);
    if (fix === undefined || !isPossible(fix, analysis.workspace)) continue;
    if (fix.edits.some((edit) => (taken.get(edit.file) ?? []).some((span) => overlaps(span, edit.span))))
      continue;
    if (fix.renameFile !== undefined && taken.has(fix.renameFile.from)) continue;
    for (const edit of fix.edits) addTo(taken, edit.file, edit.span);
    chosen.push({ finding, fix });
  }
  return chosen;
}

function chooseFix(finding: Finding, fixes: readonly Fix[], choice: FixChoice): Fix | undefined {
  const complete = fixes.filter((fix) => isComplete(fix));
  const safe = complete.find((fix) => fix.safety === "safe");
  if (safe !== undefined || choice === "safe") return safe;
  const repairs = complete.filter((fix) => !silences(fix, finding));
  return repairs.length === 1 ? repairs[0] : undefined;
}

/** A fix without edits asks a person first. */
function isComplete(fix: Fix): boolean {
  return fix.edits.length > 0 || fix.renameFile !== undefined || fix.createFile !== undefined;
}

/** A waiver, or a rule turned off, is for a person to decide. */
function silences(fix: Fix, finding: Finding): boolean {
  if (fix.edits.some((edit) => /(^|[\s{,])waive\s*:/.test(edit.newText))) return true;
  return !isConfigFile(finding.file) && fix.edits.some((edit) => edit.file === CONFIG_FILE);
}

/** Only UTF-8 is written, and nothing that exists is overwritten. */
function isPossible(fix: Fix, workspace: Workspace): boolean {
  const isEditable = (path: string) => {
    const file = workspace.files.get(path);
    return file !== undefined && file.encoding === "utf-8" && file.problem === undefined;
  };
  const created = [fix.renameFile?.to, fix.createFile?.path];
  return (
    fix.edits.every((edit) => isEditable(edit.file)) &&
    created.every((path) => path === undefined || !workspace.files.has(path))
  );
}

function withFixes(workspace: Workspace, chosen: readonly AppliedFix[], request: FixRequest): Workspace {
  const edits = groupBy(
    chosen.flatMap(({ fix }) => fix.edits),
    (edit) => edit.file,
  );
  const changed = [...edits].flatMap(([path, ofFile]): WorkspaceFile[] => {
    const file = workspace.files.get(path);
    return file === undefined ? [] : [{ ...file, text: applyEdits(file.text, ofFile) }];
  });
  let result = withFiles(workspace, changed);
  for (const { fix } of chosen) {
    if (fix.createFile !== undefined)
      result = withFile(result, textFile(fix.createFile.path, fix.createFile.text));
    if (fix.renameFile !== undefined) result = withRenamed(result, fix.renameFile, request);
  }
  return result;
}

function withRenamed(
  workspace: Workspace,
  { from, to }: { readonly from: string; readonly to: string },
  request: FixRequest,
): Workspace {
  const file = workspace.files.get(from) ?? request.read(from);
  const rest = withoutFiles(workspace, [from]);
  const nearMisses = rest.nearMisses.filter((path) => path !== from);
  return file === undefined
    ? { ...rest, nearMisses }
    : withFile({ ...rest, nearMisses }, { ...file, path: to });
}
