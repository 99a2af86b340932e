// Writes down, and takes out again, the ids that an item had before. What is added can be removed without a trace, so
// that renaming back restores the text.

import type { NodePath } from "../findings/finding.ts";
import type { ListNode, MapNode, ScalarNode, SourceFile } from "../syntax/tree.ts";
import { findEntry, findNode } from "../syntax/tree.ts";
import { replace, type TextEdit } from "../text/edits.ts";
import { addReference } from "./addReference.ts";
import { insertKeys, type Where } from "./insertKeys.ts";
import { inQuotes, needsQuotes } from "./quote.ts";
import { removeEntry } from "./removeEntry.ts";
import { removeFromList } from "./removeFromList.ts";

const KEY = "formerly";

/** Undefined where the item's text cannot take it: a title over several lines, or one that an alias brought in. */
export function addFormerly(file: SourceFile, item: NodePath, id: string): readonly TextEdit[] | undefined {
  const node = findNode(file.root, item);
  if (node?.kind === "scalar") return titleInBraces(file, item, node, id);
  const held = findNode(node, [KEY]);
  if (held?.kind === "scalar") return held.value === null ? undefined : [widen(file, held, id)];
  if (held?.kind === "list" && held.items.length > 0) return some(addReference(file, item, KEY, id));
  if (findEntry(node, KEY) !== undefined) return undefined;
  const keys = [{ key: KEY, value: `[${id}]` }];
  const afterTitle = findEntry(node, "title") === undefined ? "first" : { after: "title" };
  const places: Where[] = [afterTitle, "last"];
  for (const where of places) {
    const edit = insertKeys(file, item, keys, where);
    if (edit !== undefined) return [edit];
  }
  return undefined;
}

/** Undefined where it is not there, or cannot be taken out without losing something else. */
export function removeFormerly(
  file: SourceFile,
  item: NodePath,
  id: string,
): readonly TextEdit[] | undefined {
  const node = findNode(file.root, item);
  const held = findNode(node, [KEY]);
  if (node?.kind !== "map" || held === undefined) return undefined;
  const isOnly =
    held.kind === "scalar"
      ? held.text === id
      : held.kind === "list" && held.items.length === 1 && textAt(held, 0) === id;
  if (isOnly) return backToTitle(file, node) ?? removeEntry(file, [...item, KEY]);
  if (held.kind !== "list") return undefined;
  const at = held.items.findIndex((_, index) => textAt(held, index) === id);
  return removeFromList(file, held, at);
}

function some(edit: TextEdit | undefined): readonly TextEdit[] | undefined {
  return edit === undefined ? undefined : [edit];
}

function textAt(list: ListNode, at: number): string | undefined {
  const item = list.items[at];
  return item?.kind === "scalar" ? item.text : undefined;
}

function widen(file: SourceFile, held: ScalarNode, id: string): TextEdit {
  return replace(held.span, `[${file.text.slice(held.span.start, held.span.end)}, ${id}]`);
}

/**
 * `cmht: Team` becomes `cmht: {formerly: [old], title: Team}`, on its line. In braces that were there before, the title
 * comes first: by that the way back tells whose braces they are.
 */
function titleInBraces(
  file: SourceFile,
  item: NodePath,
  title: ScalarNode,
  id: string,
): readonly TextEdit[] | undefined {
  const entry = findEntry(findNode(file.root, item.slice(0, -1)), String(item.at(-1)));
  if (entry === undefined || entry.merged || title.span.start < entry.key.span.end) return undefined;
  if (title.span.end > entry.span.end || title.style === "literal" || title.style === "folded")
    return undefined;
  const written = file.text.slice(title.span.start, title.span.end);
  // An anchor before the title would name the braces' text alone.
  if (written.includes("\n") || /[&*!]/.test(file.text.slice(entry.key.span.end, title.span.start)))
    return undefined;
  const quoted =
    title.style === "plain" && needsQuotes(title.text, "brackets") ? inQuotes(title.text) : written;
  return [replace(title.span, `{${KEY}: [${id}], title: ${quoted}}`)];
}

/** The way back of `titleInBraces`: only where nothing but a title is left, on one line and without a comment. */
function backToTitle(file: SourceFile, node: MapNode): readonly TextEdit[] | undefined {
  const [first, second, more] = node.entries;
  if (!node.flow || more !== undefined || first?.key.text !== KEY || second?.key.text !== "title")
    return undefined;
  const title = second.value;
  if (title?.kind !== "scalar" || file.text.slice(node.span.start, node.span.end).includes("\n"))
    return undefined;
  const written = file.text.slice(title.span.start, title.span.end);
  const wasPlain =
    title.style === "double" && !needsQuotes(title.text) && needsQuotes(title.text, "brackets");
  return [replace(node.span, wasPlain ? title.text : written)];
}
