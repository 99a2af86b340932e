// From the tree to plain values, as other programs read the same YAML.

import { mapNode } from "../syntax/mapNode.ts";
import type { ScalarNode, TreeNode } from "../syntax/tree.ts";

export type PlainValue = string | number | boolean | null | readonly PlainValue[] | PlainMap;

/** Made without a prototype, so that a key such as `constructor` is a key like any other. */
export interface PlainMap {
  readonly [key: string]: PlainValue;
}

/** An empty value is null. */
export function plainValue(node: TreeNode | undefined): PlainValue {
  if (node === undefined) return null;
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(plainValue);
  const map: Record<string, PlainValue> = Object.create(null);
  for (const entry of node.entries) map[entry.key.text] = plainValue(entry.value);
  return map;
}

/** The other way round, for trees that no text is needed for; nothing in them has a place. */
export function treeOf(value: PlainValue): TreeNode {
  const span = { start: 0, end: 0 };
  if (isList(value)) return { kind: "list", span, flow: false, items: value.map(treeOf) };
  if (typeof value !== "object" || value === null) return scalarOf(value);
  const entries = Object.entries(value).map(([key, below]) => {
    return { key: scalarOf(key), value: treeOf(below), span, merged: false };
  });
  return mapNode(span, false, entries);
}

function scalarOf(value: string | number | boolean | null): ScalarNode {
  return { kind: "scalar", span: { start: 0, end: 0 }, text: String(value), value, style: "plain" };
}

function isList(value: PlainValue): value is readonly PlainValue[] {
  return Array.isArray(value);
}
