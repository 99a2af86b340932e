// What a file is connected with: all files that links lead to, or from, on and on. What all files share connects nothing.

import type { Item } from "../model/items.ts";
import { itemsAtEnds } from "./linkTables.ts";
import type { StrategyModel } from "./model.ts";
import { isShared } from "./shared.ts";

/** What links of the items lead to, and where links that lead to them come from. */
export function neighboursIn(
  { targets, arrivalsOwn }: Pick<StrategyModel, "targets" | "arrivalsOwn">,
  items: readonly Item[],
): Item[] {
  return items.flatMap((item) => [...itemsAtEnds(targets.get(item)), ...itemsAtEnds(arrivalsOwn.get(item))]);
}

/** What is needed to know an item's file. */
export type InFile = Pick<Item, "file" | "document">;

/** A family by its files, whatever their items say. */
export interface Family {
  /** In the order of paths. */
  readonly members: readonly InFile[];
  readonly files: ReadonlySet<string>;
}

/** The items of each file of the family, by its path; in the order of paths. */
export function gatherFamily(
  start: Iterable<Item>,
  itemsOf: (file: InFile) => readonly Item[],
  neighboursOf: (file: string, items: readonly Item[]) => Iterable<Item>,
): ReadonlyMap<string, readonly Item[]> {
  const members = new Map<string, readonly Item[]>();
  const waiting: string[] = [];
  const meet = (item: Item) => {
    if (members.has(item.file) || isShared(item)) return;
    members.set(item.file, itemsOf(item));
    waiting.push(item.file);
  };
  for (const item of start) meet(item);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const item of neighboursOf(file, members.get(file) ?? [])) meet(item);
  }
  return new Map([...members].sort(([a], [b]) => (a < b ? -1 : 1)));
}
