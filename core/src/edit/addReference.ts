// Adds a reference to a key that holds references: to its list, as an entry without a value to its map of definitions,
// or with a new list where the key is not there yet.

import type { NodePath } from "../findings/finding.ts";
import { findNode, type ListNode, type SourceFile } from "../syntax/tree.ts";
import { insert, type TextEdit } from "../text/edits.ts";
import { insertKeys } from "./insertKeys.ts";
import { titleToMap } from "./titleToMap.ts";

/** Undefined where the text there cannot take a reference (it stands in an alias, or has the wrong shape). */
export function addReference(
  file: SourceFile,
  item: NodePath,
  key: string,
  id: string,
): TextEdit | undefined {
  const node = findNode(file.root, item);
  if (node?.kind === "scalar") return titleToMap(file, item, [{ key, value: `[${id}]` }]);
  const held = findNode(node, [key]);
  if (held === undefined) return insertKeys(file, item, [{ key, value: `[${id}]` }]);
  if (held.kind === "map") return insertKeys(file, [...item, key], [{ key: id, value: "" }]);
  return held.kind === "list" ? appendToList(file, held, id) : undefined;
}

function appendToList(file: SourceFile, list: ListNode, id: string): TextEdit | undefined {
  const last = list.items.at(-1);
  if (list.flow) {
    if (last !== undefined) return insert(last.span.end, `, ${id}`);
    return insert(list.span.start + 1, id);
  }
  if (last === undefined) return undefined;
  // A block list's dashes stand in one column: that of the list itself.
  const lineStart = file.text.lastIndexOf("\n", list.span.start - 1) + 1;
  const indent = file.text.slice(lineStart, list.span.start);
  if (indent.trim() !== "") return undefined;
  const eol = file.text.includes("\r\n") ? "\r\n" : "\n";
  return insert(last.span.end, `${eol}${indent}- ${id}`);
}
