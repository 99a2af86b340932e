// Which things a stored file defines, for telling an id that others may know from one that was never saved.

import { type FileName, parseFileName } from "../../model/fileName.ts";
import { type Item, type ItemKey, keyOf } from "../../model/items.ts";
import { project } from "../../model/project/project.ts";
import { readText } from "../../syntax/readText.ts";
import type { WorkspaceFile } from "../../workspace/workspace.ts";

/** For `RenameOptions.wasSaved`; `stored` gives a file as it is on disk, or undefined where there is none. */
export function savedReader(stored: (path: string) => WorkspaceFile | undefined): (item: Item) => boolean {
  const known = new Map<string, ReadonlySet<ItemKey>>();
  return (item) => {
    const keys = known.get(item.file) ?? keysIn(stored(item.file), parseFileName(item.file));
    known.set(item.file, keys);
    return keys.has(keyOf(item));
  };
}

function keysIn(file: WorkspaceFile | undefined, name: FileName | undefined): ReadonlySet<ItemKey> {
  if (file === undefined || name === undefined || file.problem !== undefined) return new Set();
  return new Set(project(readText(file.path, file.text), name).items.map(keyOf));
}
