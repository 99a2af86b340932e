// Writes the repairs that the engine made in memory; a file that changed on disk in the meantime is left alone.

import {
  type Analysis,
  CONFIG_FILE,
  type Finding,
  type FixChoice,
  fixAll,
  readWorkspaceFile,
  type WorkspaceFile,
} from "@stratkit/core";
import { type FileChange, writeChanges } from "./changeFiles.ts";
import { JobError } from "./jobError.ts";
import { relativePath } from "./paths.ts";
import { rangeOf } from "./places.ts";
import type { Session } from "./session.ts";
import { nodeDisk } from "./writingDisk.ts";

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
  const changes = changesOf(session, fixed);
  writeChanges(changes);
  return changes.length;
}

function changesOf({ loaded, analysis }: Session, fixed: FixedWorkspace): FileChange[] {
  const { root, config } = loaded;
  const stored = analysis.workspace.files;
  const origins = new Map(fixed.renamed.map(({ from, to }) => [to, from]));
  return [...fixed.analysis.workspace.files].flatMap(([path, file]): FileChange[] => {
    const from = origins.get(path) ?? path;
    const original = stored.get(from)?.text;
    if (original === file.text && from === path) return [];
    const isConfig = from === CONFIG_FILE && config !== undefined;
    const change = { path: isConfig ? config : `${root}/${from}`, before: original, after: file.text };
    return [from === path ? change : renamed(change, `${root}/${path}`, file)];
  });
}

/** A file with a near-miss of a name was not part of the workspace; one that is no text is only moved. */
function renamed(change: FileChange, newPath: string, file: WorkspaceFile): FileChange {
  const before = change.before ?? readStored(change.path);
  const isText = file.encoding === "utf-8" && file.problem === undefined;
  return { ...change, before, after: isText ? change.after : before, newPath };
}

function readStored(path: string): string {
  try {
    return nodeDisk.readText(path);
  } catch {
    throw new JobError(
      "not-written",
      `${path} cannot be opened, so it is not renamed: check its permissions`,
    );
  }
}
