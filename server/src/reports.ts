// The findings of each file as one value that stays the same while nothing in it changes, so that only what changed is
// sent, and "unchanged" is true.

import { type Analysis, type FileFindings, fingerprintOf } from "@stratkit/core";
import type { Diagnostic } from "vscode-languageserver";
import { toDiagnostic, type Writing } from "./toLsp.ts";

export interface FileReport {
  readonly uri: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Says what the report holds: equal ids, equal reports. */
  readonly resultId: string;
  /** What it was made from. */
  readonly said: FileFindings;
  readonly showBaselined: boolean;
}

export type Reports = ReadonlyMap<string, FileReport>;

export const noReports: Reports = new Map();

export interface ReportInput {
  readonly analysis: Analysis;
  /** Reports of before are taken over where they would say the same. */
  readonly before: Reports;
  readonly writing: Writing;
  readonly showBaselined: boolean;
}

/** Of every file of a root, by its path. */
export function makeReports(input: ReportInput): Reports {
  const reports = new Map<string, FileReport>();
  for (const [path, said] of input.analysis.said) reports.set(path, reportOf(path, said, input));
  return reports;
}

/** Of one file; undefined where the root has none of this path. */
export function makeReport(path: string, input: ReportInput): FileReport | undefined {
  const said = input.analysis.said.get(path);
  return said === undefined ? undefined : reportOf(path, said, input);
}

/** What the engine says of a file is made anew whenever its text or a place that it names has moved. */
function reportOf(path: string, said: FileFindings, input: ReportInput): FileReport {
  const { writing, showBaselined } = input;
  const uri = writing.uri(path);
  const before = input.before.get(path);
  if (before?.said === said && before.uri === uri && before.showBaselined === showBaselined) return before;
  const shown = said.findings.filter(({ state }) => showBaselined || state !== "baselined");
  const diagnostics = shown.map((finding) => toDiagnostic(writing, finding));
  const resultId = fingerprintOf([JSON.stringify(diagnostics)]);
  return { uri, diagnostics, resultId, said, showBaselined };
}
