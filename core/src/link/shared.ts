// What all files of a workspace share: an organisation with its teams, boards, partners, policies and places. What two
// strategies both name there does not connect them.

import type { Item, ItemKind } from "../model/items.ts";

const SHARED: readonly ItemKind[] = ["organisation", "team", "board", "partner", "policy", "place"];

export function isShared(item: Item): boolean {
  return SHARED.includes(item.kind);
}
