// What a rename brings, and what it may be told.

import type { FileEdit } from "../../findings/finding.ts";
import type { FileMove } from "../../lookup/renamedOutside.ts";
import type { Item } from "../../model/items.ts";
import type { RecordFile } from "./records.ts";

export interface Renaming {
  /** The id's characters at every place; none overlaps another. */
  readonly edits: readonly FileEdit[];
  /** Apart from the others, so that a person can leave them out. */
  readonly formerly: readonly FileEdit[];
  /** After all edits; nothing stands there yet. */
  readonly renameFile?: FileMove;
}

export interface RenameOptions {
  /** Whether the item's id stands on disk already, so that others may know it. Without it, all do. */
  wasSaved?(item: Item): boolean;
  /** The files with the workspace's history, as far as there are any. */
  readonly records?: readonly RecordFile[];
}
