// Tells what is written on an item itself from what it has of another: a scope has its measure's targets.

import type { ItemOf, Written } from "./items.ts";

export function standsIn(written: Pick<Written, "path">, item: ItemOf<"measure"> | ItemOf<"scope">): boolean {
  // A measure has nothing of another, and its texts need not be asked for their paths.
  if (item.kind === "measure") return true;
  const { path } = written;
  return item.path.every((step, index) => path[index] === step);
}
