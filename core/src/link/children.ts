// What stands below what: items in the items around them, and objectives that others name as theirs.

import type { Refusal } from "../findings/finding.ts";
import type { Item, ItemKey, Reference } from "../model/items.ts";
import { addTo } from "../text/maps.ts";
import type { Finder } from "../text/patchedMap.ts";
import { type CycleFacts, refuseCycle } from "./cycles.ts";
import type { Link } from "./model.ts";

export interface Tree {
  readonly children: Map<Item, Item[]>;
  readonly circles: readonly Refusal<CycleFacts>[];
}

export function makesTree({ key }: Reference): boolean {
  return key === "objectives";
}

/**
 * An item's place in the tree, and objectives that an aim or objective names without defining them; a name that would
 * put something below itself is refused.
 */
export function linkChildren(
  items: readonly Item[],
  byKey: Finder<ItemKey, Item>,
  links: readonly Link[],
): Tree {
  const children = new Map<Item, Item[]>();
  for (const item of items) {
    const parent = item.parent === undefined ? undefined : byKey.get(item.parent);
    if (parent !== undefined) addTo(children, parent, item);
  }
  const circles: Refusal<CycleFacts>[] = [];
  for (const link of links) {
    const { from, to, reference } = link;
    if (!makesTree(reference) || from.kind === "priority") continue;
    if ((children.get(from) ?? []).includes(to)) continue;
    const way = wayDown(children, to, from);
    if (way === undefined) addTo(children, from, to);
    else if (from.retired === undefined) circles.push(refuseCycle(link, [from, ...way]));
  }
  return { children, circles };
}

/** From an item down to another below it, both included; the tree so far has no circles. */
function wayDown(children: ReadonlyMap<Item, readonly Item[]>, top: Item, wanted: Item): Item[] | undefined {
  const above = new Map<Item, Item | undefined>([[top, undefined]]);
  const waiting = [top];
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    if (item === wanted) {
      const way: Item[] = [];
      for (let step: Item | undefined = item; step !== undefined; step = above.get(step)) way.unshift(step);
      return way;
    }
    for (const child of children.get(item) ?? []) {
      if (above.has(child)) continue;
      above.set(child, item);
      waiting.push(child);
    }
  }
  return undefined;
}
