// The hint by which a thing that lost its id is found again: nearly the same title, or the same neighbours.

import { childrenOf, referrersOf, targetsOf } from "../link/model.ts";
import type { Item, ReferenceKey } from "../model/items.ts";
import { wordsOf } from "../syntax/fold.ts";
import { addTo } from "../text/maps.ts";
import type { Side } from "./side.ts";

/** Titles that share at least so much of their words are one title. A starting value. */
export const ALIKE = 0.8;
/** Neighbours in common: at least so many, and at least this share of them. Starting values. */
const SHARED_NEIGHBOURS = 2;
const SHARED_SHARE = 0.5;
/** Below this a title means something else. A starting value. */
const OTHER_MEANING = 0.5;

export function meansSomethingElse(base: Item, head: Item): boolean {
  const [was, is] = [numberedWords(base.title ?? base.key), numberedWords(head.title ?? head.key)];
  const shared = [...was].filter((word) => is.has(word)).length;
  return diceShare(shared, was.size, is.size) < OTHER_MEANING;
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

/**
 * Those that are each other's best; of several as good the first. What two things share is counted through an index,
 * because a library that was written anew brings thousands of both.
 */
export function hintsAmong(left: readonly Item[], right: readonly Item[], among: Among): Hint[] {
  const heads = right.map((item) => traitsOf(item, among.head, (one) => one));
  const nowOf = (one: Item) => among.headOf.get(one) ?? one;
  const [byWord, byNeighbour] = [indexOf(heads, "words"), indexOf(heads, "neighbours")];
  const ofBase: (Best | undefined)[] = left.map(() => undefined);
  const ofHead: (Best | undefined)[] = right.map(() => undefined);
  left.forEach((base, at) => {
    const traits = traitsOf(base, among.base, nowOf);
    const words = countShared(traits.words, byWord, right.length);
    const neighbours = countShared(traits.neighbours, byNeighbour, right.length);
    heads.forEach((other, to) => {
      const score = scoreOf(traits, other, words[to] ?? 0, neighbours[to] ?? 0);
      const head = right[to];
      if (score === undefined || head === undefined || !among.mayPair(base, head)) return;
      if (score > (ofBase[at]?.score ?? 0)) ofBase[at] = { with: to, score };
      if (score > (ofHead[to]?.score ?? 0)) ofHead[to] = { with: at, score };
    });
  });
  return left.flatMap((base, at): Hint[] => {
    const to = ofBase[at]?.with;
    const head = to === undefined ? undefined : right[to];
    return to === undefined || head === undefined || ofHead[to]?.with !== at ? [] : [{ base, head }];
  });
}

interface Best {
  readonly with: number;
  readonly score: number;
}

interface Traits {
  /** Of the title, each with its number among equal ones. */
  readonly words: ReadonlySet<string>;
  readonly neighbours: ReadonlySet<Item>;
}

function traitsOf(item: Item, side: Side, nowOf: (item: Item) => Item): Traits {
  return {
    words: numberedWords(item.title ?? ""),
    neighbours: new Set([...neighboursOf(item, side)].map(nowOf)),
  };
}

/** "the cost of the move" has "the 1" and "the 2". */
function numberedWords(text: string): ReadonlySet<string> {
  const seen = new Map<string, number>();
  const numbered = wordsOf(text).map((word) => {
    const number = (seen.get(word) ?? 0) + 1;
    seen.set(word, number);
    return `${word} ${number}`;
  });
  return new Set(numbered);
}

function indexOf<Key extends keyof Traits>(all: readonly Traits[], key: Key): ReadonlyMap<unknown, number[]> {
  const index = new Map<unknown, number[]>();
  all.forEach((traits, at) => {
    for (const trait of traits[key]) addTo(index, trait, at);
  });
  return index;
}

/** How many of the traits each of the indexed has. */
function countShared(
  traits: ReadonlySet<unknown>,
  index: ReadonlyMap<unknown, readonly number[]>,
  size: number,
): Uint16Array {
  const counts = new Uint16Array(size);
  for (const trait of traits) for (const at of index.get(trait) ?? []) counts[at] = (counts[at] ?? 0) + 1;
  return counts;
}

/** Dice's share of the words of both titles, else the share of neighbours; undefined where neither is enough. */
function scoreOf(base: Traits, head: Traits, words: number, neighbours: number): number | undefined {
  const alike = diceShare(words, base.words.size, head.words.size);
  if (alike >= ALIKE) return alike;
  const share = neighbours / Math.max(base.neighbours.size, head.neighbours.size, 1);
  return neighbours >= SHARED_NEIGHBOURS && share >= SHARED_SHARE ? share : undefined;
}

/** Dice's share of what two sets have in common: 0 to 1. */
function diceShare(shared: number, a: number, b: number): number {
  return a + b === 0 ? 0 : (2 * shared) / (a + b);
}

/** What it links to, what links to it, what stands in it; not what all things share. */
function neighboursOf(item: Item, { model }: Side): Set<Item> {
  const linked = [...targetsOf(model, item, ...OF_MATTER), ...referrersOf(model, item, ...OF_MATTER)];
  return new Set([...linked.filter((one) => one !== item), ...childrenOf(model, item)]);
}

/** Keys by which things belong together, whoever answers for them. */
const OF_MATTER: readonly ReferenceKey[] = [
  "measures",
  "supports",
  "builds",
  "objectives",
  "moves",
  "needs",
  "parts",
];
