// The findings of each file as one value that stays the same while nothing in it changes, so that only what changed is
// sent, and "unchanged" is true.

import { type Analysis, type FileFindings, FileMap, fingerprintOf } from "@stratkit/core";
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

/** Of every file of a root. */
export interface Reports {
  readonly files: FileMap<FileReport>;
  /** What they were made from. */
  readonly said: Analysis["said"];
  /** Paths of the documents that were open then: their addresses are written as the client writes them. */
  readonly open: readonly string[];
  readonly showBaselined: boolean;
}

export const noReports: Reports = {
  files: FileMap.of([]),
  said: FileMap.of([]),
  open: [],
  showBaselined: false,
};

export interface ReportInput {
  readonly analysis: Analysis;
  /** Reports of before are taken over where they would say the same. */
  readonly before: Reports;
  readonly open: readonly string[];
  readonly writing: Writing;
  readonly showBaselined: boolean;
}

/** `anew` are the paths of which something may have changed; undefined where that may be all. */
export function makeReports(input: ReportInput): {
  readonly reports: Reports;
  readonly anew: ReadonlySet<string> | undefined;
} {
  const { before, open } = input;
  const { said } = input.analysis;
  const isSameShown = before.showBaselined === input.showBaselined;
  const changed = isSameShown ? said.changedSince(before.said) : undefined;
  const anew = changed === undefined ? undefined : new Set([...changed, ...before.open, ...open]);
  const made = [...(anew ?? said.keys())].flatMap((path) => {
    const report = makeReport(path, input);
    return report === undefined ? [] : [[path, report] as const];
  });
  const files = anew === undefined ? FileMap.of(made) : before.files.with(made);
  return { reports: { files, said, open, showBaselined: input.showBaselined }, anew };
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
  const before = input.before.files.get(path);
  if (before?.said === said && before.uri === uri && before.showBaselined === showBaselined) return before;
  const shown = said.findings.filter(({ state }) => showBaselined || state !== "baselined");
  const told = shown.length === 0 ? SILENCE : tell(shown.map((finding) => toDiagnostic(writing, finding)));
  return { uri, diagnostics: told.diagnostics, resultId: told.resultId, said, showBaselined };
}

function tell(diagnostics: readonly Diagnostic[]): Pick<FileReport, "diagnostics" | "resultId"> {
  return { diagnostics, resultId: fingerprintOf([JSON.stringify(diagnostics)]) };
}

/** Of most files there is nothing to tell; they share it. */
const SILENCE = tell([]);
