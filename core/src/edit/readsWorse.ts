// Tells whether a file could be read less well after a change than before: no repair and no addition is worth that.

import { readText } from "../syntax/readText.ts";
import type { SourceFile } from "../syntax/tree.ts";
import { applyEdits, type TextEdit } from "../text/edits.ts";

/** More is refused than before, or something is lost where nothing was. */
export function readsWorse(before: SourceFile, after: SourceFile): boolean {
  if (after.refusals.length > before.refusals.length) return true;
  return before.damaged.length === 0 && after.damaged.length > 0;
}

/** The file as it would be. */
export function withEdits({ path, text }: SourceFile, edits: readonly TextEdit[]): SourceFile {
  return readText(path, applyEdits(text, edits));
}
