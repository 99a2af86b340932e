// The findings that VS Code holds, which is what the Problems panel shows.

import { DiagnosticSeverity, languages, type Uri } from "vscode";
import { pathOf } from "./outside.ts";

export interface Shown {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
}

/** All of ours below a folder, in files open or closed, by path, line and rule. */
export function findingsIn(folder: Uri): readonly Shown[] {
  const start = `${pathOf(folder)}/`;
  return languages
    .getDiagnostics()
    .filter(([uri]) => pathOf(uri).startsWith(start))
    .flatMap(([uri, diagnostics]) =>
      diagnostics
        .filter(({ source }) => source === "stratkit")
        .map((diagnostic) => ({
          path: pathOf(uri).slice(start.length),
          line: diagnostic.range.start.line + 1,
          rule: codeOf(diagnostic.code),
          severity: DiagnosticSeverity[diagnostic.severity],
          message: diagnostic.message,
        })),
    )
    .sort(byPlace);
}

export function byPlace(left: Omit<Shown, "message">, right: Omit<Shown, "message">): number {
  return compare(left.path, right.path) || left.line - right.line || compare(left.rule, right.rule);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

function codeOf(code: string | number | { value: string | number } | undefined): string {
  return String(typeof code === "object" ? code.value : code);
}
