// The findings that VS Code holds, which is what the Problems panel shows.

import assert from "node:assert/strict";
import { DiagnosticSeverity, languages, type Uri } from "vscode";
import { type CheckReport, checkOutside, pathOf } from "./outside.ts";
import { waitFor } from "./waitFor.ts";

export interface Shown {
  readonly path: string;
  readonly line: number;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
}

const SEVERITIES = { error: "Error", warning: "Warning", info: "Information" };
const OF_STATE = { waived: "Information", baselined: "Hint" };

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

/** What the command line found, as VS Code is to show it. */
export function asShown({ findings }: CheckReport): readonly Omit<Shown, "message">[] {
  return findings
    .map(({ path, range, ruleId, severity, state }) => ({
      path,
      line: range.start.line,
      rule: ruleId,
      severity: state === "open" ? SEVERITIES[severity] : OF_STATE[state],
    }))
    .sort(byPlace);
}

function byPlace(left: Omit<Shown, "message">, right: Omit<Shown, "message">): number {
  return compare(left.path, right.path) || left.line - right.line || compare(left.rule, right.rule);
}

function compare(left: string, right: string): number {
  return left < right ? -1 : Number(left > right);
}

function codeOf(code: string | number | { value: string | number } | undefined): string {
  return String(typeof code === "object" ? code.value : code);
}

/** Comes back when VS Code shows below a folder what the command line finds in its files. Throws with the difference. */
export async function showAsChecked(folder: Uri): Promise<void> {
  const expected = asShown(await checkOutside(folder));
  const shown = () => findingsIn(folder).map(({ message: _, ...rest }) => rest);
  const isSame = () => JSON.stringify(shown()) === JSON.stringify(expected);
  await waitFor("the findings of the command line", isSame).catch(() => assert.deepEqual(shown(), expected));
}
