// The full names under which an item may stand in what was written down about it: each part of its name is its id of today
// or one that it had before.

import type { Item } from "../model/items.ts";
import { parentOf, type StrategyModel } from "./model.ts";

/** Each part as it was called first, so that renames change nothing. */
export function oldestNameOf(item: Item, model: StrategyModel): string {
  const { around, holder } = surroundings(item, model);
  const before = holder === undefined ? around : oldestNameOf(holder, model) + around.slice(holder.id.length);
  return before + (item.formerly[0] ?? item.key);
}

/** The name of today first. */
export function recordedNamesOf(item: Item, model: StrategyModel): readonly string[] {
  const { around, holder } = surroundings(item, model);
  const before =
    holder === undefined
      ? [around]
      : recordedNamesOf(holder, model).map((name) => name + around.slice(holder.id.length));
  return before.flatMap((start) => [item.key, ...item.formerly].map((key) => start + key));
}

/** What goes before the item's own id, and whose full name that is. */
function surroundings(item: Item, model: StrategyModel): { readonly around: string; readonly holder?: Item } {
  const around = item.id.slice(0, item.id.length - item.key.length);
  if (around === "") return { around };
  let holder = parentOf(model, item);
  while (holder !== undefined && holder.id.length !== around.length - 1) holder = parentOf(model, holder);
  return holder === undefined ? { around } : { around, holder };
}
