// The hint by which a thing that lost its id is found again: nearly the same title, or the same neighbours.

import { childrenOf, linksFrom, linksTo } from "../link/model.ts";
import type { Item } from "../model/items.ts";
import { likeness } from "../syntax/fold.ts";
import type { Side } from "./side.ts";

/** Titles that share at least so much of their words are one title. A starting value. */
export const ALIKE = 0.8;
/** Neighbours in common: at least so many, and at least this share of them. Starting values. */
const SHARED_NEIGHBOURS = 2;
const SHARED_SHARE = 0.5;
/** Below this a title means something else. A starting value. */
const OTHER_MEANING = 0.5;

export function meansSomethingElse(base: Item, head: Item): boolean {
  return likeness(base.title ?? base.key, head.title ?? head.key) < OTHER_MEANING;
}

export interface Hint {
  readonly base: Item;
  readonly head: Item;
}

interface Among {
  readonly base: Side;
  readonly head: Side;
  readonly headOf: ReadonlyMap<Item, Item>;
  mayPair(base: Item, head: Item): boolean;
}

/** Those that are each other's best. */
export function hintsAmong(left: readonly Item[], right: readonly Item[], among: Among): Hint[] {
  const neighboursOfHead = new Map(right.map((item) => [item, neighboursOf(item, among.head)] as const));
  const scores = left.flatMap((base) => {
    const neighbours = new Set(
      [...neighboursOf(base, among.base)].map((one) => among.headOf.get(one) ?? one),
    );
    return right.flatMap((head) => {
      if (!among.mayPair(base, head)) return [];
      const score = scoreOf(base, head, neighbours, neighboursOfHead.get(head) ?? new Set());
      return score === undefined ? [] : [{ base, head, score }];
    });
  });
  const best = (side: "base" | "head", item: Item) =>
    scores.filter((one) => one[side] === item).reduce((a, b) => (b.score > a.score ? b : a));
  return scores.filter((one) => best("base", one.base) === one && best("head", one.head) === one);
}

function scoreOf(
  base: Item,
  head: Item,
  before: ReadonlySet<Item>,
  now: ReadonlySet<Item>,
): number | undefined {
  const words = base.title === undefined || head.title === undefined ? 0 : likeness(base.title, head.title);
  if (words >= ALIKE) return words;
  const shared = [...before].filter((item) => now.has(item)).length;
  const share = shared / Math.max(before.size, now.size, 1);
  return shared >= SHARED_NEIGHBOURS && share >= SHARED_SHARE ? share : undefined;
}

/** What it links to, what links to it, what stands in it; not what all things share. */
function neighboursOf(item: Item, { model }: Side): Set<Item> {
  const links = [
    ...linksFrom(model, item, "measures", "supports", "builds", "objectives", "moves", "needs", "parts"),
    ...linksTo(model, item, "measures", "supports", "builds", "objectives", "moves", "needs", "parts"),
  ];
  const linked = links.flatMap(({ from, to }) => [from, to]).filter((one) => one !== item);
  return new Set([...linked, ...childrenOf(model, item)]);
}
