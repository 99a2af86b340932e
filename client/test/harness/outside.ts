// What happens outside VS Code: the command line, and files that change behind the editor's back.

import { Uri } from "vscode";
import { askRunner } from "./runner.ts";

/** The part of `stratkit check -f json` that tests look at. */
export interface CheckReport {
  readonly findings: readonly {
    readonly ruleId: string;
    readonly severity: "error" | "warning" | "info";
    readonly state: "open" | "waived" | "baselined";
    readonly message: string;
    readonly path: string;
    readonly range: { readonly start: { readonly line: number; readonly column: number } };
  }[];
}

export function checkOutside(folder: Uri): Promise<CheckReport> {
  return askRunner("check", pathOf(folder));
}

/** Writes files as another program would. */
export function writeOutside(folder: Uri, files: Readonly<Record<string, string>>): Promise<void> {
  const entries = Object.entries(files).map(([path, text]) => [pathOf(Uri.joinPath(folder, path)), text]);
  return askRunner("write", Object.fromEntries(entries));
}

export function moveOutside(from: Uri, to: Uri): Promise<void> {
  return askRunner("move", { from: pathOf(from), to: pathOf(to) });
}

export function removeOutside(uri: Uri): Promise<void> {
  return askRunner("remove", pathOf(uri));
}

/** `from` is a path in the project. */
export function copyOutside(from: string, to: Uri): Promise<void> {
  return askRunner("copy", { from, to: pathOf(to) });
}

/** The path on the machine of the files; a web worker knows them by another scheme. */
export function pathOf(uri: Uri): string {
  return uri.scheme === "file" ? uri.fsPath : uri.path;
}
