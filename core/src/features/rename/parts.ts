// Comparators, levels and the like are meant in the words of targets: tells whether those still mean the same.

import { createLookup, type Lookup } from "../../lookup/lookup.ts";
import type { Part } from "../../lookup/subjects.ts";
import { analyse } from "../../workspace/analyse.ts";
import { withFiles } from "../../workspace/workspace.ts";
import type { ChangedFile } from "./meaning.ts";

/** True where a place that meant the part before would no longer do so, or another would begin to. */
export function changedParts(
  lookup: Lookup,
  part: Part,
  newId: string,
  changed: readonly ChangedFile[],
): boolean {
  const { analysis } = lookup;
  const files = changed.flatMap(({ path, text }) => {
    const file = analysis.workspace.files.get(path);
    return file === undefined ? [] : [{ ...file, text }];
  });
  const after = createLookup(analyse(withFiles(analysis.workspace, files), analysis.engine, analysis));
  const holder = after.model.items.find(({ kind, id }) => kind === part.holder.kind && id === part.holder.id);
  if (holder === undefined) return true;
  const twin = after.partsOf(holder).find((one) => one.kind === part.kind && one.key === newId);
  return twin === undefined || after.occurrencesOf(twin).length !== lookup.occurrencesOf(part).length;
}
