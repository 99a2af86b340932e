// From the tree to the plain values that schemas are written for.

import type { TreeNode } from "../syntax/tree.ts";

export type PlainValue = string | number | boolean | null | readonly PlainValue[] | PlainMap;

/** Made without a prototype, so that a key such as `constructor` is a key like any other. */
export interface PlainMap {
  readonly [key: string]: PlainValue;
}

/** What stands deeper than any schema reaches is left out; so no text can exhaust the stack. */
const DEEPEST = 100;

/** An empty value is null. */
export function plainValue(node: TreeNode | undefined, depth = 0): PlainValue {
  if (node === undefined || depth > DEEPEST) return null;
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map((item) => plainValue(item, depth + 1));
  const map: Record<string, PlainValue> = Object.create(null);
  for (const entry of node.entries) map[entry.key.text] = plainValue(entry.value, depth + 1);
  return map;
}
