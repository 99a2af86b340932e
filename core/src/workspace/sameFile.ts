// Takes an earlier value for a file that says the same, because values are what later stages go by.

import { FileMap } from "./fileMap.ts";
import type { Workspace, WorkspaceFile } from "./workspace.ts";

export function sameOr(before: WorkspaceFile | undefined, now: WorkspaceFile): WorkspaceFile {
  const same =
    before !== undefined &&
    before.text === now.text &&
    before.encoding === now.encoding &&
    before.problem === now.problem;
  return same ? before : now;
}

/** A workspace with another's values for files that say the same there, so that an analysis of both reads them once. */
export function withValuesOf(workspace: Workspace, { files }: Workspace): Workspace {
  const taken = [...workspace.files].map(([path, file]) => [path, sameOr(files.get(path), file)] as const);
  return { ...workspace, files: FileMap.of(taken) };
}
