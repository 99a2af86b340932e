// Which things somebody may have meant who wrote an id that nothing has: those of fitting kinds by their spelling and by
// the words of their titles, so that one answer costs what is near and not what there is.

import { type Candidate, type CandidateTable, plainSpelling, wordsOf } from "../findings/didYouMean.ts";
import { isFileId } from "../model/fileName.ts";
import type { Item, ItemKind } from "../model/items.ts";
import { addTo, getOrAdd } from "../text/maps.ts";
import { once } from "../text/once.ts";
import { findWithin } from "../text/sortedWords.ts";

/** More files than this become part of tables of their own, so that looking at all of them stays cheap. */
const MOST_TOUCHED = 64;

export interface LikelyNames {
  /** All items as they were when the tables were begun. */
  readonly items: () => readonly Item[];
  /** By the kinds that fit, as far as somebody has asked for them. */
  readonly tables: Map<string, LikelyTable>;
  /** What files hold now that were others then. */
  readonly touched: ReadonlyMap<string, readonly Item[]>;
}

interface LikelyTable {
  /** Sorted by how their ids are spelled plainly. */
  readonly spelled: readonly Item[];
  readonly countByFile: ReadonlyMap<string, number>;
  readonly byTitleWord: () => ReadonlyMap<string, readonly Item[]>;
}

export function likelyNames(items: () => readonly Item[]): LikelyNames {
  return { items, tables: new Map(), touched: new Map() };
}

/** `items` are all of now, `own` those of the one file that has become another. */
export function patchLikely(
  { items: earlier, tables, touched }: LikelyNames,
  items: () => readonly Item[],
  file: string,
  own: readonly Item[],
): LikelyNames {
  const isLong = touched.size >= MOST_TOUCHED && !touched.has(file);
  if (tables.size === 0 || isLong) return likelyNames(items);
  return { items: earlier, tables, touched: new Map(touched).set(file, own) };
}

/** One that may be meant, as it would be written. */
export interface LikelyItem extends Candidate {
  readonly item: Item;
}

export interface LikelyQuestion {
  readonly kinds: readonly ItemKind[];
  /** Who asks, and does not mean itself. */
  readonly holder: Item;
  /** The document whose things are written without its name, with what stands in it. */
  readonly near?: { readonly document: string; readonly items: readonly Item[] };
}

/** `all` are the items of now, in their order; they are asked for seldom. */
export function candidatesAmong(
  { items, tables, touched }: LikelyNames,
  all: () => readonly Item[],
  { kinds, holder, near }: LikelyQuestion,
): CandidateTable<LikelyItem> {
  const table = getOrAdd(tables, kinds.join(" "), () => makeTable(items(), kinds));
  const fits = (item: Item) => item !== holder && mayBeMeant(item, kinds);
  const isElsewhere = (item: Item) =>
    item !== holder && !touched.has(item.file) && item.document !== near?.document;
  const toCandidate = (item: Item): LikelyItem => {
    const id = item.document === near?.document ? shortName(item) : item.id;
    return { item, id, ...(item.title === undefined ? {} : { title: item.title }) };
  };
  // Few enough to be looked at one by one: what has changed since, and what has a shorter name here.
  const few = once(() => {
    const changed = [...touched.values()].flat();
    return [...new Set([...changed, ...(near?.items ?? [])])].filter(fits).map(toCandidate);
  });
  const size = once(() => {
    const files = [...touched];
    const gone = files.reduce((sum, [file]) => sum + (table.countByFile.get(file) ?? 0), 0);
    const come = files.reduce(
      (sum, [, own]) => sum + own.filter((item) => mayBeMeant(item, kinds)).length,
      0,
    );
    return table.spelled.length - gone + come - (mayBeMeant(holder, kinds) ? 1 : 0);
  });
  return {
    get size() {
      return size();
    },
    spelledLike: (plain, limit) => [
      ...few(),
      ...nearestSpelled(table, plain, limit, isElsewhere).map(toCandidate),
    ],
    titledWith: (words) => [...few(), ...titledWith(table, words).filter(isElsewhere).map(toCandidate)],
    inOrder(some) {
      if (some.length < 2) return some;
      const places = new Map(some.map((one) => [one, all().indexOf(one.item)]));
      return [...some].sort((one, other) => (places.get(one) ?? 0) - (places.get(other) ?? 0));
    },
    first: (count) => firstOf(all(), fits, Math.min(count, size())).map(toCandidate),
  };
}

/** What stands in a document goes there by the name that it has within. */
export function shortName({ id, document }: Item): string {
  const prefix = `${document}/`;
  return id.startsWith(prefix) ? id.slice(prefix.length) : id;
}

/** Not what has ended, nor what has a name that nobody can write. */
export function mayBeMeant(item: Item, kinds: readonly ItemKind[]): boolean {
  return kinds.includes(item.kind) && item.retired === undefined && isFileId(item.key);
}

function makeTable(items: readonly Item[], kinds: readonly ItemKind[]): LikelyTable {
  const own = items.filter((item) => mayBeMeant(item, kinds));
  const countByFile = new Map<string, number>();
  for (const { file } of own) countByFile.set(file, (countByFile.get(file) ?? 0) + 1);
  const spelled = own.map((item) => ({ item, plain: plainSpelling(item.id) }));
  spelled.sort((one, other) => (one.plain < other.plain ? -1 : one.plain > other.plain ? 1 : 0));
  return {
    spelled: spelled.map(({ item }) => item),
    countByFile,
    byTitleWord: once(() => {
      const byWord = new Map<string, Item[]>();
      for (const item of own)
        for (const word of new Set(wordsOf(item.title ?? ""))) addTo(byWord, word, item);
      return byWord;
    }),
  };
}

/** Those with the fewest edits, if that is not more than so many. */
function nearestSpelled(
  { spelled }: LikelyTable,
  plain: string,
  limit: number,
  isMeant: (item: Item) => boolean,
): readonly Item[] {
  const words = {
    size: spelled.length,
    wordAt: (place: number) => plainSpelling(spelled[place]?.id ?? ""),
  };
  // A word that is near ends the search soon; most edits reach most words.
  for (let edits = 0; edits <= limit; edits += 1) {
    const near = [...findWithin(plain, words, edits)]
      .flatMap((place) => spelled[place] ?? [])
      .filter(isMeant);
    if (near.length > 0) return near;
  }
  return [];
}

function titledWith({ byTitleWord }: LikelyTable, words: readonly string[]): readonly Item[] {
  const titled = words.map((word) => byTitleWord().get(word) ?? []);
  return titled.reduce((least, list) => (list.length < least.length ? list : least), titled[0] ?? []);
}

function firstOf(items: readonly Item[], fits: (item: Item) => boolean, count: number): readonly Item[] {
  const first: Item[] = [];
  for (const item of items) {
    if (first.length >= count) break;
    if (fits(item)) first.push(item);
  }
  return first;
}
