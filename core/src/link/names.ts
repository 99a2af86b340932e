// Finds items by the names that authors write: full names, names within a document, names that an item had before.

import type { FileSummary, Item, ItemKey, ItemKind } from "../model/items.ts";
import { ITEM_KINDS, keptKeyOf, keyIn, keyOf, spaceOf } from "../model/items.ts";
import { addTo, groupBy } from "../text/maps.ts";
import { once } from "../text/once.ts";
import { type Finder, PatchedMap } from "../text/patchedMap.ts";
import { SharedList } from "../text/sharedList.ts";
import { countBefore } from "../text/sortedPlace.ts";
import { trimLists } from "../text/trimmed.ts";
import { type LikelyNames, likelyNames, patchLikely } from "./likely.ts";

/** One file, before and now. */
export interface ChangedSummary {
  readonly before: FileSummary;
  readonly now: FileSummary;
}

export interface NameIndex {
  /** All items, in the order of files and texts; of two with one id only the first. Kept once it was asked for. */
  readonly items: () => readonly Item[];
  readonly byKey: Finder<ItemKey, Item>;
  /** Former keys of items that were renamed. */
  readonly byFormerKey: Finder<ItemKey, Item>;
  /** Items by the id of what their file describes, in the order of files and texts. */
  readonly byDocument: Finder<string, readonly Item[]>;
  /** The lists of `byDocument` by names, as far as somebody has asked for them. */
  readonly named: WeakMap<readonly Item[], ReadonlyMap<string, readonly Item[]>>;
  /** What may be meant by an id that nothing has. */
  readonly likely: LikelyNames;
  /** Those that had other names before. */
  readonly renamed: readonly Item[];
  /** Second and later definitions of an id; no link leads to them. */
  readonly duplicates: readonly Item[];
}

/** An index of which the next version can be made. */
export interface NameTables extends NameIndex {
  /** What was indexed, in the order of files. */
  readonly summaries: SharedList<FileSummary>;
  readonly byKey: PatchedMap<ItemKey, Item>;
  readonly byFormerKey: PatchedMap<ItemKey, Item>;
  readonly byDocument: PatchedMap<string, readonly Item[]>;
}

export function indexNames(summaries: readonly FileSummary[]): NameTables {
  const byKey = new Map<ItemKey, Item>();
  const byFormerKey = new Map<ItemKey, Item>();
  const duplicates: Item[] = [];
  for (const { items } of summaries) {
    for (const item of items) {
      const key = keptKeyOf(item);
      if (byKey.has(key)) {
        if (mayRepeat(item)) byKey.set(keyOfRepeated(item), item);
        else duplicates.push(item);
        continue;
      }
      byKey.set(key, item);
      for (const former of formerKeysOf(item)) if (!byFormerKey.has(former)) byFormerKey.set(former, item);
    }
  }
  const items = [...byKey.values()];
  return {
    items: () => items,
    summaries: SharedList.of(summaries),
    byKey: PatchedMap.of(byKey),
    byFormerKey: PatchedMap.of(byFormerKey),
    byDocument: PatchedMap.of(trimLists(groupBy(items, (item) => item.document))),
    named: new WeakMap(),
    likely: likelyNames(() => items),
    renamed: items.filter(isRenamed),
    duplicates,
  };
}

/** Nothing refers to a library or to actuals, so two folders (or YAML and CSV) may hold one of the same name. */
export function mayRepeat(item: Item): boolean {
  return item.kind === "measures" || item.kind === "actuals";
}

function keyOfRepeated(item: Item): ItemKey {
  return `${keyOf(item)} in ${item.file}`;
}

/** The full names that an item had before. */
export function formerIdsOf({ id, key, formerly }: Item): readonly string[] {
  if (formerly.length === 0) return formerly;
  const around = id.slice(0, id.length - key.length);
  return formerly.map((former) => around + former);
}

function formerKeysOf(item: Item): readonly ItemKey[] {
  return isRenamed(item) ? formerIdsOf(item).map((id) => keyIn(item.kind, id)) : item.formerly;
}

/**
 * The index with another summary of a file in place of the one before. Undefined where that changes more than this
 * file's own names: where two items have one id, or a name of before is given up.
 */
export function patchNames(index: NameTables, change: ChangedSummary): NameTables | undefined {
  if (index.duplicates.length > 0) return undefined;
  const [first] = change.before.items;
  if (first === undefined || change.now.items.some(({ document }) => document !== first.document))
    return undefined;
  const hasRenamed = change.before.items.some(isRenamed) || change.now.items.some(isRenamed);
  const [before, now] = hasRenamed
    ? [change.before.items, change.now.items]
    : differingIn(change.before.items, change.now.items);
  const gone = new Set(before);
  const slots = new Map<ItemKey, Item | undefined>();
  for (const item of before) {
    if (index.byKey.get(keyOf(item)) !== item) return undefined;
    slots.set(keyOf(item), undefined);
  }
  for (const item of now) {
    const key = keyOf(item);
    const holder = index.byKey.get(key);
    if (slots.get(key) !== undefined || (holder !== undefined && !gone.has(holder))) return undefined;
    slots.set(key, item);
  }
  const formers = new Map<ItemKey, Item>();
  for (const item of now) {
    for (const key of formerKeysOf(item)) {
      const holder = index.byFormerKey.get(key);
      if (holder !== undefined && !gone.has(holder)) return undefined;
      if (!formers.has(key)) formers.set(key, item);
    }
  }
  // Somebody else may have had a name that is given up.
  if (before.flatMap(formerKeysOf).some((key) => !formers.has(key))) return undefined;
  const known = index.byDocument.get(first.document) ?? [];
  const at = placeOf(index.summaries, change.before);
  if (at < 0) return undefined;
  return {
    ...withSummary(index, at, change.now),
    byKey: index.byKey.patched(slots),
    byFormerKey: index.byFormerKey.patched(formers),
    byDocument: index.byDocument.patched([
      [first.document, replaceRun(known, change.before.items, change.now.items)],
    ]),
    renamed: hasRenamed
      ? [...index.renamed.filter((item) => !gone.has(item)), ...now.filter(isRenamed)]
      : index.renamed,
  };
}

/** What does not hang on names. */
function withSummary(
  index: NameTables,
  at: number,
  now: FileSummary,
): Pick<NameTables, "items" | "summaries" | "named" | "likely" | "duplicates"> {
  const summaries = index.summaries.with(at, now);
  // Who types in a text of a large workspace asks for all items seldom.
  const items = once(() => summaries.all().flatMap((summary) => summary.items));
  const likely = patchLikely(index.likely, items, now.file, now.items);
  return { items, summaries, named: index.named, likely, duplicates: [] };
}

/** Whether the names of these things are theirs alone, so that other titles change nothing else. */
export function haveOwnNames(index: NameTables, items: Iterable<Item>): boolean {
  return index.duplicates.length === 0 && [...items].every((item) => index.byKey.get(keyOf(item)) === item);
}

/** The same where all that has changed are the titles of these things, old and new, whose names are their own. */
export function retitleNames(
  index: NameTables,
  { before, now }: ChangedSummary,
  pairs: ReadonlyMap<Item, Item>,
): NameTables {
  const keys: [ItemKey, Item][] = [];
  const formerKeys: [ItemKey, Item][] = [];
  for (const [old, young] of pairs) {
    keys.push([keyOf(old), young]);
    for (const former of formerKeysOf(old))
      if (index.byFormerKey.get(former) === old) formerKeys.push([former, young]);
  }
  const present = (item: Item) => pairs.get(item) ?? item;
  return {
    // The file stands in the index, because things of it do.
    ...withSummary(index, placeOf(index.summaries, before), now),
    byKey: index.byKey.patched(keys),
    byFormerKey: index.byFormerKey.patched(formerKeys),
    byDocument: index.byDocument.patched([
      [now.document, (index.byDocument.get(now.document) ?? []).map(present)],
    ]),
    renamed: index.renamed.length === 0 ? index.renamed : index.renamed.map(present),
  };
}

/** Those that don't stand where they stood; the others keep their names. */
function differingIn(
  before: readonly Item[],
  now: readonly Item[],
): readonly [readonly Item[], readonly Item[]] {
  return [before.filter((item, at) => now[at] !== item), now.filter((item, at) => before[at] !== item)];
}

/** Looked for by halving, because files stand in the order of their paths; -1 where it is not there. */
function placeOf(summaries: SharedList<FileSummary>, one: FileSummary): number {
  const at = countBefore(summaries, ({ file }) => file < one.file);
  return summaries.at(at) === one ? at : -1;
}

/**
 * The index with other names for some things of one document. Undefined where that changes more than their own names:
 * where two items have one id, or somebody else has or had one of the new ones.
 */
export function namedOtherwise(
  index: NameTables,
  document: string,
  twins: ReadonlyMap<Item, Item>,
): NameIndex | undefined {
  if (index.duplicates.length > 0) return undefined;
  const slots = new Map<ItemKey, Item | undefined>();
  for (const item of twins.keys()) {
    if (index.byKey.get(keyOf(item)) !== item) return undefined;
    slots.set(keyOf(item), undefined);
  }
  const formers = new Map<ItemKey, Item>();
  for (const [item, twin] of twins) {
    const key = keyOf(twin);
    const isKept = key === keyOf(item);
    if (!isKept && (index.byKey.get(key) !== undefined || index.byFormerKey.get(key) !== undefined))
      return undefined;
    slots.set(key, twin);
    for (const former of formerKeysOf(twin)) {
      const holder = index.byFormerKey.get(former);
      if (holder !== undefined && holder !== item) return undefined;
      if (!formers.has(former)) formers.set(former, twin);
    }
    // Somebody else may have had a name that is given up.
    if (formerKeysOf(item).some((former) => !formers.has(former))) return undefined;
  }
  const twinOf = (item: Item) => twins.get(item) ?? item;
  const items = once(() => index.items().map(twinOf));
  const renamed = [...twins.values()].filter(isRenamed);
  return {
    items,
    byKey: index.byKey.patched(slots),
    byFormerKey: index.byFormerKey.patched(formers),
    byDocument: index.byDocument.patched([[document, (index.byDocument.get(document) ?? []).map(twinOf)]]),
    named: index.named,
    likely: likelyNames(items),
    renamed:
      renamed.length === 0
        ? index.renamed
        : [...index.renamed.filter((item) => !twins.has(item)), ...renamed],
    duplicates: [],
  };
}

function isRenamed({ formerly }: Item): boolean {
  return formerly.length > 0;
}

/** Items of one file stand beside each other; the items of one document are few. */
function replaceRun(items: readonly Item[], before: readonly Item[], now: readonly Item[]): Item[] {
  const [first] = before;
  const start = first === undefined ? -1 : items.indexOf(first);
  const rest = items.slice(start + before.length);
  return items.slice(0, start).concat(now, rest);
}

/** Those that stand in a document, by their own id. */
function namedIn(index: NameIndex, document: string): Finder<string, readonly Item[]> {
  const items = index.byDocument.get(document) ?? [];
  const known = index.named.get(items);
  if (known !== undefined) return known;
  const named = new Map<string, Item[]>();
  for (const item of items) {
    if (item.parent === undefined) continue;
    for (const name of [item.key, ...item.formerly]) addTo(named, name, item);
  }
  index.named.set(items, named);
  return named;
}

/** The item of one of these kinds with this full name, today's name before a former one. */
export function findByName(index: NameIndex, kinds: readonly ItemKind[], name: string): Item[] {
  const fitting = namedToday(index, kinds, name);
  if (fitting.length > 0) return fitting;
  const former = unique(kinds.map((kind) => index.byFormerKey.get(keyIn(kind, name))));
  const renamed = former.filter((item) => kinds.includes(item.kind));
  if (renamed.length > 0) return renamed;
  return [
    ...findThroughRenamedMeasure(index, name).filter(({ kind }) => kinds.includes(kind)),
    ...findThroughRenamedDocument(index, kinds, name),
  ];
}

/** Most references are found here, so each space of ids is looked into once, and no list is made but the answer. */
function namedToday({ byKey }: NameIndex, kinds: readonly ItemKind[], name: string): Item[] {
  const found: Item[] = [];
  let last: string | undefined;
  for (const kind of kinds) {
    if (spaceOf(kind) === last) continue;
    last = spaceOf(kind);
    const item = byKey.get(keyIn(kind, name));
    if (item !== undefined && kinds.includes(item.kind) && !found.includes(item)) found.push(item);
  }
  return found;
}

/** `old-measure@north` still leads to what now is `measure@north`. */
export function findThroughRenamedMeasure(index: NameIndex, name: string): Item[] {
  const today = todayOfScope(index, name);
  const key = today === undefined ? undefined : keyIn("scope", today);
  return key === undefined ? [] : unique([index.byKey.get(key) ?? index.byFormerKey.get(key)]);
}

/** What a scope's name would be with today's name of its measure; undefined where that has not been renamed. */
export function todayOfScope(index: NameIndex, name: string): string | undefined {
  const at = name.indexOf("@");
  const measure = at < 0 ? undefined : index.byFormerKey.get(keyIn("measure", name.slice(0, at)));
  return measure?.kind === "measure" ? measure.id + name.slice(at) : undefined;
}

/** `old-plan/cmht` still leads to what now is `new-plan/cmht`. */
function findThroughRenamedDocument(index: NameIndex, kinds: readonly ItemKind[], name: string): Item[] {
  const slash = name.indexOf("/");
  if (slash < 0) return [];
  const document = index.byFormerKey.get(keyIn("strategy", name.slice(0, slash)));
  if (document === undefined) return [];
  return findInDocument(index, document.id, kinds, name.slice(slash + 1));
}

const ONE_OF_EACH_SPACE = [...new Map(ITEM_KINDS.map((kind) => [keyIn(kind, ""), kind])).values()];

/** Whatever has or had this name: as its full name, behind the former name of a document or measure, or in one of these documents. */
export function findAllOfName(index: NameIndex, documents: readonly string[], name: string): Item[] {
  const found: (Item | undefined)[] = [];
  for (const kind of ONE_OF_EACH_SPACE) {
    const key = keyIn(kind, name);
    found.push(index.byKey.get(key), index.byFormerKey.get(key));
  }
  found.push(
    ...findThroughRenamedMeasure(index, name),
    ...findThroughRenamedDocument(index, ITEM_KINDS, name),
  );
  for (const document of documents) {
    found.push(index.byKey.get(keyIn("objective", `${document}/${name}`)));
    found.push(...(namedIn(index, document).get(name) ?? []));
  }
  return unique(found);
}

/** Items of a document by path (`cmht/training`) or, failing that, by their own id at any depth. */
export function findInDocument(
  index: NameIndex,
  document: string,
  kinds: readonly ItemKind[],
  name: string,
): Item[] {
  const exact = index.byKey.get(keyIn("objective", `${document}/${name}`));
  if (exact !== undefined && kinds.includes(exact.kind)) return [exact];
  const own = namedIn(index, document).get(name) ?? [];
  const present = own.filter((item) => kinds.includes(item.kind));
  const today = present.filter((item) => item.key === name);
  return today.length > 0 ? today : present;
}

function unique(items: readonly (Item | undefined)[]): Item[] {
  return [...new Set(items.filter((item): item is Item => item !== undefined))];
}
