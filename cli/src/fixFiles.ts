// Writes the repairs that the engine made in memory; a file that changed on disk in the meantime is left alone.

import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import {
  type Analysis,
  decodeBytes,
  type Finding,
  type FixChoice,
  fixAll,
  readWorkspaceFile,
  type WorkspaceFile,
} from "@stratkit/core";
import { JobError } from "./jobError.ts";
import { codeOf } from "./outputs.ts";
import { relativePath } from "./paths.ts";
import { rangeOf } from "./places.ts";
import type { Session } from "./session.ts";

export interface FixedWorkspace {
  /** After all repairs. */
  readonly analysis: Analysis;
  readonly renamed: readonly { readonly from: string; readonly to: string }[];
  /** One line for each repair: where, and what it does. */
  readonly says: readonly string[];
}

export function fixWorkspace(
  { analysis, loaded, settings }: Session,
  choice: FixChoice,
  isWanted: (finding: Finding) => boolean,
): FixedWorkspace {
  const result = fixAll(analysis, {
    choice,
    isWanted,
    read: (path) => readWorkspaceFile(loaded.fileSystem, loaded.root, path),
  });
  const says = result.applied.map(({ finding, fix }) => {
    const { line, column } = rangeOf(analysis.files.get(finding.file)?.source, finding.span).start;
    const path = relativePath(settings.cwd, `${loaded.root}/${finding.file}`);
    return `${path}:${line}:${column}: ${fix.title} [${finding.rule}]`;
  });
  return { analysis: result.analysis, renamed: result.renamed, says };
}

/** The number of files that were written or renamed. */
export function writeFixes(session: Session, fixed: FixedWorkspace): number {
  const { root, config } = session.loaded;
  const before = session.analysis.workspace.files;
  let written = 0;
  for (const { from, to } of fixed.renamed) {
    moveFile(`${root}/${from}`, `${root}/${to}`);
    written += 1;
  }
  for (const [path, file] of fixed.analysis.workspace.files) {
    const origin = fixed.renamed.find(({ to }) => to === path)?.from ?? path;
    const original = before.get(origin);
    if (original?.text === file.text || (original === undefined && origin !== path)) continue;
    const target = path === "stratkit.config.yaml" && config !== undefined ? config : `${root}/${path}`;
    writeFile(target, original, file);
    written += 1;
  }
  return written;
}

function moveFile(from: string, to: string): void {
  if (existsSync(to)) throw new JobError("not-written", `${to} exists already: rename ${from} by hand`);
  guard(to, () => renameSync(from, to));
}

function writeFile(target: string, original: WorkspaceFile | undefined, file: WorkspaceFile): void {
  const isSame =
    original === undefined ? !existsSync(target) : decodeBytes(readFileSync(target)).text === original.text;
  if (!isSame)
    throw new JobError("not-written", `${target} changed while it was checked: run the command again`);
  guard(target, () => writeFileSync(target, file.text));
}

function guard(target: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    throw new JobError(
      "not-written",
      `${target} cannot be written (${codeOf(error)}): check its permissions`,
    );
  }
}
