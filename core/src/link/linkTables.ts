// Who refers to what, in as little memory as goes: lists of items, of which links are made when somebody asks. A workspace
// holds a dozen links for each file, and few are ever looked at.

import type { Item, ReferenceKey } from "../model/items.ts";
import type { Link } from "./model.ts";

/** What the references of an item mean, in their order; undefined for one that leads nowhere. */
export type Targets = readonly (Item | undefined)[];

/** Who refers to an item: the one that does, then which of its references it is, and so on. */
export type Arrivals = readonly (Item | number)[];

/** `keys` are those of the references that are asked for, all where there are none. */
export function linksOut(
  from: Item,
  targets: Targets = [],
  keys: readonly ReferenceKey[] = [],
): readonly Link[] {
  if (targets.length === 0) return NONE;
  const { references } = from;
  const links: Link[] = [];
  for (let at = 0; at < targets.length; at += 1) {
    const to = targets[at];
    const reference = references[at];
    if (to === undefined || reference === undefined) continue;
    if (keys.length === 0 || keys.includes(reference.key)) links.push({ from, to, reference });
  }
  return links;
}

/** What the first reference of these keys that leads anywhere leads to. */
export function firstTarget(
  from: Item,
  targets: Targets | undefined,
  keys: readonly ReferenceKey[],
): Item | undefined {
  if (targets === undefined) return undefined;
  const { references } = from;
  return targets.find((to, at) => {
    const key = references[at]?.key;
    return to !== undefined && key !== undefined && keys.includes(key);
  });
}

/** Links that lead to an item. */
export function linksIn(
  to: Item,
  arrivals: Arrivals = [],
  keys: readonly ReferenceKey[] = [],
): readonly Link[] {
  if (arrivals.length === 0) return NONE;
  const links: Link[] = [];
  for (let place = 0; place < arrivals.length; place += 2) {
    const from = arrivals[place];
    const at = arrivals[place + 1];
    if (typeof from !== "object" || typeof at !== "number") continue;
    const reference = from.references[at];
    if (reference === undefined) continue;
    if (keys.length === 0 || keys.includes(reference.key)) links.push({ from, to, reference });
  }
  return links;
}

/** Who refers to an item, as often as it does, without a look at what is written there. */
export function referrersIn(arrivals: Arrivals = []): readonly Item[] {
  return arrivals.filter((one) => typeof one === "object");
}

const NONE: readonly never[] = [];
