// Who refers to what, in as little memory as goes: lists of items, of which links are made when somebody asks. A workspace
// holds a dozen links for each file, and few are ever looked at.

import type { Item, ReferenceKey } from "../model/items.ts";
import type { Link } from "./model.ts";
import { ID_PLACES } from "./places.ts";

/**
 * With whom an item is linked: an item, then by which of the referring item's references (`markOf`), and so on. The key
 * stands there, too, because to read it from the item a file may have to be read again.
 */
export type LinkEnds = readonly (Item | number)[];

/** What the references of an item mean, in their order, without those that lead nowhere. */
export type Targets = LinkEnds;

/** Who refers to an item. */
export type Arrivals = LinkEnds;

const KEYS = Object.keys(ID_PLACES) as ReferenceKey[];
const NUMBERS = Object.fromEntries(KEYS.map((key, number) => [key, number])) as Record<ReferenceKey, number>;

/** One number for a reference: which it is among its item's, and its key. */
export function markOf(at: number, key: ReferenceKey): number {
  return at * KEYS.length + NUMBERS[key];
}

/** Which reference it is. */
export function placeIn(mark: number): number {
  return Math.floor(mark / KEYS.length);
}

/** `keys` are those of the references that are asked for, all where there are none. */
export function linksOut(
  from: Item,
  targets: Targets | undefined,
  keys: readonly ReferenceKey[] = [],
): readonly Link[] {
  return gatherEnds(targets, keys, (to, mark) => linkOf(from, to, mark));
}

/** Links that lead to an item. */
export function linksIn(
  to: Item,
  arrivals: Arrivals | undefined,
  keys: readonly ReferenceKey[] = [],
): readonly Link[] {
  return gatherEnds(arrivals, keys, (from, mark) => linkOf(from, to, mark));
}

function linkOf(from: Item, to: Item, mark: number): Link | undefined {
  const reference = from.references[placeIn(mark)];
  return reference && { from, to, reference };
}

/** The items alone, each as often as it is linked; no file is read for it. */
export function itemsAtEnds(ends: LinkEnds | undefined, keys: readonly ReferenceKey[] = []): Item[] {
  if (keys.length > 0) return gatherEnds(ends, keys, (item) => item);
  return ends === undefined ? [] : ends.filter((one) => typeof one === "object");
}

/** Calls for each item with the mark of the reference by which it is linked. */
export function eachEnd(ends: LinkEnds | undefined, act: (item: Item, mark: number) => void): void {
  if (ends === undefined) return;
  for (let place = 0; place < ends.length; place += 2) {
    const [item, mark] = [ends[place], ends[place + 1]];
    if (typeof item === "object" && typeof mark === "number") act(item, mark);
  }
}

function gatherEnds<Value>(
  ends: LinkEnds | undefined,
  keys: readonly ReferenceKey[],
  toValue: (item: Item, mark: number) => Value | undefined,
): Value[] {
  const values: Value[] = [];
  eachEnd(ends, (item, mark) => {
    const value = isOfKeys(mark, keys) ? toValue(item, mark) : undefined;
    if (value !== undefined) values.push(value);
  });
  return values;
}

function isOfKeys(mark: number, keys: readonly ReferenceKey[]): boolean {
  const key = KEYS[mark % KEYS.length];
  return keys.length === 0 || (key !== undefined && keys.includes(key));
}
