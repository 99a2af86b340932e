// The way from a file's root down to a place in its text: what a cursor stands on, and everything around it.

import type { NodePath } from "../findings/finding.ts";
import type { Span } from "../text/span.ts";
import type { Entry, ScalarNode, SourceFile, TreeNode } from "./tree.ts";

/** One thing around the cursor. An entry spans key and value; a list item and the root are values alone. */
export interface Around {
  readonly path: NodePath;
  readonly entry?: Entry;
  readonly node?: TreeNode;
  readonly span: Span;
}

export interface Cursor {
  readonly path: NodePath;
  /** The text that the cursor touches, a key or a value; absent between texts. */
  readonly scalar?: ScalarNode;
  readonly on: "key" | "value";
  /** From the root to the innermost. */
  readonly around: readonly Around[];
}

/** A cursor touches what it stands in and what it stands directly before or behind. */
export function findCursor(source: SourceFile, offset: number): Cursor {
  const around: Around[] = [];
  let node = source.root;
  let path: NodePath = [];
  if (node !== undefined) around.push({ path, node, span: node.span });
  while (node !== undefined) {
    if (node.kind === "scalar") {
      return touches(node.span, offset)
        ? { path, scalar: node, on: "value", around }
        : { path, on: "value", around };
    }
    const next: Around | undefined =
      node.kind === "map" ? findEntryAt(node.entries, path, offset) : findItemAt(node.items, path, offset);
    if (next === undefined) return { path, on: "value", around };
    around.push(next);
    path = next.path;
    const key = next.entry?.key;
    if (key !== undefined && touches(key.span, offset)) return { path, scalar: key, on: "key", around };
    node = next.node;
    // A value by alias stands elsewhere in the text, so there is nothing of it around the cursor.
    if (node !== undefined && !touches(node.span, offset)) break;
  }
  return { path, on: "value", around };
}

function findEntryAt(entries: readonly Entry[], path: NodePath, offset: number): Around | undefined {
  const entry = entries.findLast((one) => !one.merged && touches(one.span, offset));
  if (entry === undefined) return undefined;
  const { value } = entry;
  return {
    path: [...path, entry.key.text],
    entry,
    span: entry.span,
    ...(value === undefined ? {} : { node: value }),
  };
}

function findItemAt(
  items: readonly (TreeNode | undefined)[],
  path: NodePath,
  offset: number,
): Around | undefined {
  const at = items.findLastIndex((item) => item !== undefined && touches(item.span, offset));
  const item = items[at];
  return item === undefined ? undefined : { path: [...path, at], node: item, span: item.span };
}

function touches(span: Span, offset: number): boolean {
  return span.start <= offset && offset <= span.end;
}
