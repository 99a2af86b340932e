// The findings of each file as one value that stays the same while nothing in it changes, so that only what changed is
// sent, and "unchanged" is true.

import { type Analysis, type Finding, fingerprintOf, type SourceFile } from "@stratkit/core";
import type { Diagnostic } from "vscode-languageserver";
import { toDiagnostic, type Writing } from "./toLsp.ts";

export interface FileReport {
  readonly uri: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Says what the report holds: equal ids, equal reports. */
  readonly resultId: string;
  readonly source: SourceFile | undefined;
  readonly findings: readonly Finding[];
}

export type Reports = ReadonlyMap<string, FileReport>;

export const noReports: Reports = new Map();

/** Of every file of a root, by its path; reports of before are taken over where they would say the same. */
export function makeReports(
  analysis: Analysis,
  before: Reports,
  writing: Writing,
  showBaselined: boolean,
): Reports {
  const byFile = new Map<string, Finding[]>();
  for (const path of analysis.workspace.files.keys()) byFile.set(path, []);
  for (const path of analysis.workspace.nearMisses) byFile.set(path, []);
  for (const finding of analysis.findings) {
    if (showBaselined || finding.state !== "baselined") byFile.get(finding.file)?.push(finding);
  }
  const reports = new Map<string, FileReport>();
  for (const [path, findings] of byFile) {
    reports.set(path, makeReport(path, findings, before.get(path), writing));
  }
  return reports;
}

function makeReport(
  path: string,
  findings: readonly Finding[],
  before: FileReport | undefined,
  writing: Writing,
): FileReport {
  // A tree is looked at only where there is something to place in it.
  const source = findings.length === 0 ? undefined : writing.source(path);
  const uri = writing.uri(path);
  if (before !== undefined && before.uri === uri) {
    if (findings.length === 0 && before.findings.length === 0) return { ...before, source };
    if (before.source === source && sameFindings(findings, before.findings)) return before;
  }
  const diagnostics = findings.map((finding) => toDiagnostic(writing, finding));
  const resultId = fingerprintOf([JSON.stringify(diagnostics)]);
  if (before?.resultId === resultId && before.uri === uri) return { ...before, source, findings };
  return { uri, diagnostics, resultId, source, findings };
}

/** Related places may have moved in files that are not looked at here, so what has some is never taken as the same. */
function sameFindings(a: readonly Finding[], b: readonly Finding[]): boolean {
  return a.length === b.length && a.every((finding, index) => sameFinding(finding, b[index]));
}

function sameFinding(a: Finding, b: Finding | undefined): boolean {
  if (a === b) return a.related.length === 0;
  return (
    b !== undefined &&
    a.fingerprint === b.fingerprint &&
    a.rule === b.rule &&
    a.severity === b.severity &&
    a.state === b.state &&
    a.message === b.message &&
    a.help === b.help &&
    a.span.start === b.span.start &&
    a.span.end === b.span.end &&
    a.related.length === 0 &&
    b.related.length === 0
  );
}
