// Puts keys on a thing, or entries into one of its maps, however it is written so far: as a map in any style, or as its
// title alone.

import type { NodePath } from "../findings/finding.ts";
import { findEntry, findNode, type SourceFile } from "../syntax/tree.ts";
import type { TextEdit } from "../text/edits.ts";
import { insertKeys, type NewKey } from "./insertKeys.ts";
import { isWrittenThere } from "./isWrittenThere.ts";
import { titleToMap } from "./titleToMap.ts";

/** Undefined where one of the keys is there already, or the text cannot take them. */
export function addKeys(file: SourceFile, path: NodePath, keys: readonly NewKey[]): TextEdit | undefined {
  const node = findNode(file.root, path);
  if (keys.some(({ key }) => findEntry(node, key) !== undefined)) return undefined;
  if (node !== undefined && !isWrittenThere(file, path)) return undefined;
  return node?.kind === "scalar" ? titleToMap(file, path, keys) : insertKeys(file, path, keys);
}

/** An entry of the map under a key of the thing; the map is made where it is missing or empty. */
export function addEntry(file: SourceFile, path: NodePath, map: string, entry: NewKey): TextEdit | undefined {
  const held = findEntry(findNode(file.root, path), map);
  if (held === undefined) return addKeys(file, path, [{ key: map, value: [entry] }]);
  if (held.value !== undefined && held.value.kind !== "map") return undefined;
  const at = held.value === undefined ? path : [...path, map];
  if (!isWrittenThere(file, at)) return undefined;
  if (findEntry(held.value, entry.key) !== undefined) return undefined;
  return insertKeys(file, [...path, map], [entry]);
}
