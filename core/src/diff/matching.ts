// Finds for every thing of one workspace what it is in the other: by id, by the names that it had before, and, as a hint
// only, by likeness.

import { documentOf } from "../link/model.ts";
import { type Item, type ItemKind, keyOf } from "../model/items.ts";
import { addTo, groupBy } from "../text/maps.ts";
import { hintsAmong } from "./likeness.ts";
import { isInUnread, mayBeUnread, type Side } from "./side.ts";

export interface Pair {
  readonly base: Item;
  readonly head: Item;
  /** `similar` is a hint: links do not follow it. */
  readonly how: "id" | "formerly" | "similar";
}

export interface Matching {
  readonly pairs: readonly Pair[];
  /** Of the base alone and of the head alone, without what may only be unread there. */
  readonly removed: readonly Item[];
  readonly added: readonly Item[];
  /** One thing of which several name themselves the successor, and several of which one does. */
  readonly splits: readonly { readonly base: Item; readonly heads: readonly Item[] }[];
  readonly mergers: readonly { readonly bases: readonly Item[]; readonly head: Item }[];
  /** Things of files that could not be read on one of the two sides. */
  readonly notCompared: readonly Item[];
  isNotCompared(item: Item): boolean;
  headOf(base: Item): Item | undefined;
  baseOf(head: Item): Item | undefined;
}

/** What is being matched; lives as long as the call. */
interface Pool {
  readonly base: Side;
  readonly head: Side;
  /** What is left, in the order of files and texts. */
  readonly left: Set<Item>;
  readonly right: Set<Item>;
  readonly pairs: Pair[];
  readonly headOf: Map<Item, Item>;
  readonly baseOf: Map<Item, Item>;
}

export function matchItems(base: Side, head: Side): Matching {
  const isOut = (item: Item) => isInUnread(base, item) || isInUnread(head, item);
  const unread = [...base.model.items, ...head.model.items].filter(isOut);
  const pool: Pool = {
    base,
    head,
    left: new Set(base.model.items.filter((item) => !isOut(item))),
    right: new Set(head.model.items.filter((item) => !isOut(item))),
    pairs: [],
    headOf: new Map(),
    baseOf: new Map(),
  };
  matchIds(pool);
  const splits = [...takeNamers(pool, "head"), ...takeNamed(pool, "base")];
  const mergers = [...takeNamed(pool, "head"), ...takeNamers(pool, "base")];
  followNames(pool);
  matchLikeness(pool);
  const maybeGone = [...pool.left].filter((item) => mayBeUnread(head, item));
  const maybeNew = [...pool.right].filter((item) => mayBeUnread(base, item));
  const uncompared = [...unread, ...maybeGone, ...maybeNew];
  const isUncompared = new Set(uncompared);
  return {
    pairs: pool.pairs,
    removed: [...pool.left].filter((item) => !isUncompared.has(item)),
    added: [...pool.right].filter((item) => !isUncompared.has(item)),
    splits: splits.map(({ one, several }) => ({ base: one, heads: several })),
    mergers: mergers.map(({ one, several }) => ({ bases: several, head: one })),
    notCompared: withoutRepeats(uncompared),
    isNotCompared: (item) => isUncompared.has(item),
    headOf: (item) => pool.headOf.get(item),
    baseOf: (item) => pool.baseOf.get(item),
  };
}

function withoutRepeats(items: readonly Item[]): Item[] {
  const byName = new Map<string, Item>();
  for (const item of items) if (!byName.has(keyOf(item))) byName.set(keyOf(item), item);
  return [...byName.values()];
}

function take(pool: Pool, pair: Pair): void {
  pool.pairs.push(pair);
  pool.headOf.set(pair.base, pair.head);
  pool.baseOf.set(pair.head, pair.base);
  pool.left.delete(pair.base);
  pool.right.delete(pair.head);
}

/** Kinds that share their ids and are one another's nearest relatives: an aim may become an objective. */
const RELATED: readonly (readonly ItemKind[])[] = [
  ["aim", "objective", "capability"],
  ["action", "milestone"],
];

function areOneKind(a: Item, b: Item): boolean {
  return a.kind === b.kind || RELATED.some((kinds) => kinds.includes(a.kind) && kinds.includes(b.kind));
}

function matchIds(pool: Pool): void {
  const named = new Map<string, Item[]>();
  for (const item of pool.right) addTo(named, keyOf(item), item);
  for (const base of [...pool.left]) {
    const heads = (named.get(keyOf(base)) ?? []).filter(
      (head) => areOneKind(base, head) && pool.right.has(head),
    );
    // Two libraries may have one name; the file tells which is which.
    const head = heads.find(({ file }) => file === base.file) ?? heads[0];
    if (head !== undefined) take(pool, { base, head, how: "id" });
  }
}

/** Former names and the things below renamed ones, each of which may be what the other waits for. */
function followNames(pool: Pool): void {
  for (let before = -1; before !== pool.pairs.length; ) {
    before = pool.pairs.length;
    for (const head of [...pool.right]) {
      const base = formerSelf(pool, head, "head");
      if (base !== undefined) take(pool, { base, head, how: "formerly" });
    }
    for (const base of [...pool.left]) {
      const head = formerSelf(pool, base, "base");
      if (head !== undefined) take(pool, { base, head, how: "formerly" });
    }
    matchChildren(pool);
  }
}

/** What an item names in `formerly`, among what is left on the other side. */
function formerSelf(pool: Pool, item: Item, on: "base" | "head"): Item | undefined {
  return formerSelves(pool, item, on)[0];
}

function formerSelves(pool: Pool, item: Item, on: "base" | "head"): Item[] {
  if (item.formerly.length === 0) return [];
  const others = on === "head" ? pool.left : pool.right;
  return [...others].filter(
    (other) =>
      areOneKind(item, other) &&
      item.formerly.some((name) => name === other.id || name === other.key) &&
      areInOneDocument(pool, ...(on === "head" ? ([other, item] as const) : ([item, other] as const))),
  );
}

/** True for documents, for what is unique in the workspace, and for what stands in one and the same document. */
function areInOneDocument(pool: Pool, base: Item, head: Item): boolean {
  if (!isNamedWithin(base)) return true;
  const [baseDocument, headDocument] = [documentOf(pool.base.model, base), documentOf(pool.head.model, head)];
  return baseDocument !== undefined && pool.headOf.get(baseDocument) === headDocument;
}

/** Ids of these begin with that of their document. */
export function isNamedWithin(item: Item): boolean {
  return item.parent !== undefined && item.id.includes("/");
}

/** One thing that was several on the other side, or the other way round; none of them is removed or added. */
interface Group {
  readonly one: Item;
  readonly several: readonly Item[];
}

/** Several of this side that name one of the other as what they were: a split where this is the head. */
function takeNamers(pool: Pool, on: "base" | "head"): Group[] {
  const [own, others] = on === "head" ? [pool.right, pool.left] : [pool.left, pool.right];
  const namers = new Map<Item, Item[]>();
  for (const item of own) for (const former of formerSelves(pool, item, on)) addTo(namers, former, item);
  const groups = [...namers].flatMap(([one, several]) => (several.length < 2 ? [] : [{ one, several }]));
  for (const { one, several } of groups) {
    others.delete(one);
    for (const item of several) own.delete(item);
  }
  return groups;
}

/** One of this side that names several of the other, or goes on and names another: a merger where this is the head. */
function takeNamed(pool: Pool, on: "base" | "head"): Group[] {
  const [own, others] = on === "head" ? [pool.right, pool.left] : [pool.left, pool.right];
  const [items, itself] =
    on === "head" ? [pool.head.model.items, pool.baseOf] : [pool.base.model.items, pool.headOf];
  const groups = items.flatMap((one): Group[] => {
    const now = itself.get(one);
    const several = [...(now === undefined ? [] : [now]), ...formerSelves(pool, one, on)];
    return several.length < 2 ? [] : [{ one, several }];
  });
  for (const { one, several } of groups) {
    own.delete(one);
    for (const item of several) others.delete(item);
  }
  return groups;
}

/** What stands in a matched thing under the same key. */
function matchChildren(pool: Pool): void {
  const named = groupBy(pool.right, ({ key, document }) => `${document} ${key}`);
  for (const base of [...pool.left]) {
    const around = base.parent === undefined ? undefined : pool.base.model.byKey.get(base.parent);
    const now = around === undefined ? undefined : pool.headOf.get(around);
    if (now === undefined) continue;
    const head = (named.get(`${now.document} ${base.key}`) ?? []).find(
      (one) =>
        pool.right.has(one) &&
        areOneKind(one, base) &&
        (one.parent === keyOf(now) || one.kind === "objective"),
    );
    if (head !== undefined) take(pool, { base, head, how: "formerly" });
  }
}

function matchLikeness(pool: Pool): void {
  const hints = hintsAmong([...pool.left], [...pool.right], {
    ...pool,
    mayPair: (base, head) => base.kind === head.kind && areInOneDocument(pool, base, head),
  });
  for (const { base, head } of hints) take(pool, { base, head, how: "similar" });
  if (hints.length > 0) followNames(pool);
}

/** Ids that things have no longer, with those of today. */
export function renamedIds({ pairs, splits, mergers }: Matching): ReadonlyMap<string, string> {
  const both = [
    ...pairs,
    ...splits.flatMap(({ base, heads }) => heads.slice(0, 1).map((head) => ({ base, head }))),
    ...mergers.flatMap(({ bases, head }) => bases.map((base) => ({ base, head }))),
  ];
  return new Map(
    both.filter(({ base, head }) => base.key !== head.key).map(({ base, head }) => [base.key, head.key]),
  );
}
