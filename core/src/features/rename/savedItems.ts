// Which things a stored file defines, for telling an id that others may know from one that was never saved.

import { type FileName, parseFileName } from "../../model/fileName.ts";
import { type Item, type ItemKey, keyOf } from "../../model/items.ts";
import { project } from "../../model/project/project.ts";
import { readText } from "../../syntax/readText.ts";
import type { Analysis } from "../../workspace/analyse.ts";
import type { WorkspaceFile } from "../../workspace/workspace.ts";

/**
 * For `RenameOptions.wasSaved`; `stored` gives a file as it is on disk, or undefined where there is none. One that was
 * analysed as it is there need not be read for it.
 */
export function savedReader(
  { files }: Analysis,
  stored: (path: string) => WorkspaceFile | undefined,
): (item: Item) => boolean {
  const known = new Map<string, ReadonlySet<ItemKey>>();
  return (item) => {
    const file = stored(item.file);
    const analysed = files.get(item.file);
    if (analysed?.file === file && analysed?.summary?.items.includes(item) === true) return true;
    const keys = known.get(item.file) ?? keysIn(file, parseFileName(item.file));
    known.set(item.file, keys);
    return keys.has(keyOf(item));
  };
}

function keysIn(file: WorkspaceFile | undefined, name: FileName | undefined): ReadonlySet<ItemKey> {
  if (file === undefined || name === undefined || file.problem !== undefined) return new Set();
  return new Set(project(readText(file.path, file.text), name).items.map(keyOf));
}
