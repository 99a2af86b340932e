// Tells what is written on an item itself from what it has of another: a scope has its measure's targets.

import type { Item, Written } from "./items.ts";

export function standsIn({ path }: Pick<Written, "path">, item: Pick<Item, "path">): boolean {
  return item.path.every((step, index) => path[index] === step);
}
