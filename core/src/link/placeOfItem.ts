// Where an item is marked in its file.

import type { NodePath, Place } from "../findings/finding.ts";

/** An item's mark: its key, or the title (else the first line) of what a whole file describes. */
export function placeOfItem(item: { readonly file: string; readonly path: NodePath }): Place {
  return item.path.length === 0
    ? { file: item.file, path: ["title"], on: "value" }
    : { file: item.file, path: item.path, on: "key" };
}
