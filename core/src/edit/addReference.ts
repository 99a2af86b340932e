// Adds references to a key that holds references: to its list, as entries without a value to its map of definitions, or
// with a new list where the key is not there yet.

import type { NodePath } from "../findings/finding.ts";
import { type Entry, findEntry, findNode, type ListNode, type SourceFile } from "../syntax/tree.ts";
import { insert, type TextEdit } from "../text/edits.ts";
import { contains } from "../text/span.ts";
import { addKeys } from "./addKeys.ts";
import { insertKeys, insertLines, layoutOf } from "./insertKeys.ts";
import { isWrittenThere } from "./isWrittenThere.ts";
import { startOfLine } from "./lines.ts";

/** Undefined where the text there cannot take a reference (it stands in an alias, or has the wrong shape). */
export function addReference(
  file: SourceFile,
  item: NodePath,
  key: string,
  id: string,
): TextEdit | undefined {
  return addReferences(file, item, key, [id]);
}

export function addReferences(
  file: SourceFile,
  item: NodePath,
  key: string,
  ids: readonly string[],
): TextEdit | undefined {
  const entry = findEntry(findNode(file.root, item), key);
  if (entry === undefined) return addKeys(file, item, [{ key, value: `[${ids.join(", ")}]` }]);
  const { value } = entry;
  if (entry.merged || !isWrittenThere(file, item)) return undefined;
  if (value !== undefined && !contains(entry.span, value.span)) return undefined;
  if (value === undefined) return fillEmpty(file, entry, ids);
  if (value.kind === "map") {
    const keys = ids.map((id) => ({ key: id, value: "" }));
    return insertKeys(file, [...item, key], keys);
  }
  return value.kind === "list" ? appendToList(file, value, ids) : undefined;
}

/** Behind the colon, before a comment. */
function fillEmpty(file: SourceFile, { key, span }: Entry, ids: readonly string[]): TextEdit | undefined {
  const colon = file.text.indexOf(":", key.span.end);
  const isOwn = colon >= 0 && colon < Math.max(span.end, key.span.end + 1);
  return isOwn ? insert(colon + 1, ` [${ids.join(", ")}]`) : undefined;
}

function appendToList(file: SourceFile, list: ListNode, ids: readonly string[]): TextEdit | undefined {
  const last = list.items.at(-1);
  if (last !== undefined && !contains(list.span, last.span)) return undefined;
  if (list.flow) {
    if (last !== undefined) return insert(last.span.end, ids.map((id) => `, ${id}`).join(""));
    return insert(list.span.start + 1, ids.join(", "));
  }
  if (last === undefined) return undefined;
  // A block list's dashes stand in one column: that of the list itself.
  const indent = file.text.slice(startOfLine(file.text, list.span.start), list.span.start);
  if (indent.trim() !== "") return undefined;
  const lines = ids.map((id) => `${indent}- ${id}`);
  return insertLines(file, last.span.end, lines, layoutOf(file));
}
