// Takes an earlier value for a file that says the same, because values are what later stages go by.

import type { WorkspaceFile } from "@stratkit/core";

export function sameOr(before: WorkspaceFile | undefined, now: WorkspaceFile): WorkspaceFile {
  const same =
    before !== undefined &&
    before.text === now.text &&
    before.encoding === now.encoding &&
    before.problem === now.problem;
  return same ? before : now;
}
