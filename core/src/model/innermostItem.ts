// Which item a place in a file stands in.

import type { NodePath } from "../findings/finding.ts";
import type { Item } from "./items.ts";

/** Of several at one path the first. The work is done once for all places that are asked about. */
export function innermostItem(items: readonly Item[]): (path: NodePath) => Item | undefined {
  let byPath: Map<string, Item> | undefined;
  return (path) => {
    byPath ??= new Map(items.map((item) => [nameOf(item.path), item] as const).reverse());
    for (let length = path.length; length >= 0; length -= 1) {
      const item = byPath.get(nameOf(path.slice(0, length)));
      if (item !== undefined) return item;
    }
    return undefined;
  };
}

/** A number is another step than its digits. */
function nameOf(path: NodePath): string {
  return JSON.stringify(path);
}
