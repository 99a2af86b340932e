// Makes a rename in memory, as an editor or the command line makes it in files.

import type { Renaming } from "../features/rename/renaming.ts";
import type { FileEdit } from "../findings/finding.ts";
import { applyEdits } from "../text/edits.ts";
import type { Workspace, WorkspaceFile } from "../workspace/workspace.ts";

export function applyRename(workspace: Workspace, renaming: Renaming): Workspace {
  return applyFileEdits(workspace, [...renaming.edits, ...renaming.formerly], renaming.renameFile);
}

/** The edits first, then the file's new name. */
export function applyFileEdits(
  workspace: Workspace,
  edits: readonly FileEdit[],
  move?: { readonly from: string; readonly to: string },
): Workspace {
  const files = new Map<string, WorkspaceFile>();
  for (const [path, file] of workspace.files) {
    const own = edits.filter((edit) => edit.file === path);
    const newPath = move?.from === path ? move.to : path;
    const changed =
      own.length === 0 && newPath === path
        ? file
        : { ...file, path: newPath, text: applyEdits(file.text, own) };
    files.set(newPath, changed);
  }
  return { ...workspace, files };
}
