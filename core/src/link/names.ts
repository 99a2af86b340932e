// Finds items by the names that authors write: full names, names within a document, names that an item had before.

import type { FileSummary, Item, ItemKey, ItemKind } from "../model/items.ts";
import { keyIn, keyOf } from "../model/items.ts";
import { addTo, getOrAdd } from "../text/maps.ts";

export interface NameIndex {
  readonly byKey: ReadonlyMap<ItemKey, Item>;
  /** Former keys of items that were renamed. */
  readonly byFormerKey: ReadonlyMap<ItemKey, Item>;
  /** Items of a document by their own id, at any depth. */
  readonly byDocument: ReadonlyMap<string, ReadonlyMap<string, readonly Item[]>>;
  readonly duplicates: readonly Item[];
}

export function indexNames(summaries: readonly FileSummary[]): NameIndex {
  const byKey = new Map<ItemKey, Item>();
  const byFormerKey = new Map<ItemKey, Item>();
  const byDocument = new Map<string, Map<string, Item[]>>();
  const duplicates: Item[] = [];
  for (const item of summaries.flatMap((summary) => summary.items)) {
    const key = keyOf(item);
    if (byKey.has(key)) {
      if (!mayRepeat(item)) {
        duplicates.push(item);
        continue;
      }
      byKey.set(`${key} in ${item.file}`, item);
      continue;
    }
    byKey.set(key, item);
    for (const former of item.formerly) addFormer(byFormerKey, item, former);
    if (item.parent === undefined) continue;
    const document = getOrAdd(byDocument, item.document, () => new Map<string, Item[]>());
    for (const name of [item.key, ...item.formerly]) addTo(document, name, item);
  }
  return { byKey, byFormerKey, byDocument, duplicates };
}

/** Nothing refers to a library or to actuals, so two folders (or YAML and CSV) may hold one of the same name. */
function mayRepeat(item: Item): boolean {
  return item.kind === "measures" || item.kind === "actuals";
}

function addFormer(index: Map<ItemKey, Item>, item: Item, former: string): void {
  const cut = item.id.length - item.key.length;
  const key = keyIn(item.kind, item.id.slice(0, cut) + former);
  if (!index.has(key)) index.set(key, item);
}

/** The item of one of these kinds with this full name, today's name before a former one. */
export function findByName(index: NameIndex, kinds: readonly ItemKind[], name: string): Item[] {
  const present = unique(kinds.map((kind) => index.byKey.get(keyIn(kind, name))));
  const fitting = present.filter((item) => kinds.includes(item.kind));
  if (fitting.length > 0) return fitting;
  const former = unique(kinds.map((kind) => index.byFormerKey.get(keyIn(kind, name))));
  const renamed = former.filter((item) => kinds.includes(item.kind));
  return renamed.length > 0 ? renamed : findThroughRenamedDocument(index, kinds, name);
}

/** `old-plan/cmht` still leads to what now is `new-plan/cmht`. */
function findThroughRenamedDocument(index: NameIndex, kinds: readonly ItemKind[], name: string): Item[] {
  const slash = name.indexOf("/");
  if (slash < 0) return [];
  const document = index.byFormerKey.get(keyIn("strategy", name.slice(0, slash)));
  if (document === undefined) return [];
  return findInDocument(index, document.id, kinds, name.slice(slash + 1));
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
  const own = index.byDocument.get(document)?.get(name) ?? [];
  const present = own.filter((item) => kinds.includes(item.kind));
  const today = present.filter((item) => item.key === name);
  return today.length > 0 ? today : present;
}

function unique(items: readonly (Item | undefined)[]): Item[] {
  return [...new Set(items.filter((item): item is Item => item !== undefined))];
}
