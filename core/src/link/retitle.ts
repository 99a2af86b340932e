// Puts items with other titles in the place of those before. Titles stand in words and decide nothing (but for measures
// whose titles say the same), so every link, and the lack of one, stays as it is.

import type { FileSummary, Item } from "../model/items.ts";
import { wholeOf } from "../model/lightItems.ts";
import { getOrAdd } from "../text/maps.ts";
import { once } from "../text/once.ts";
import { type AlikeTable, companyOf, patchAlike } from "./alike.ts";
import { type Family, gatherFamily, type InFile, neighboursIn } from "./family.ts";
import { saysSameDamage } from "./link.ts";
import { itemsAtEnds } from "./linkTables.ts";
import { type ModelTables, makeModelLater, type StrategyModel } from "./model.ts";
import { type ChangedSummary, haveOwnNames, type NameTables, retitleNames } from "./names.ts";
import type { Relinked } from "./relink.ts";
import { wordsMatter } from "./wordsMatter.ts";

/** Undefined where something else has changed, or where titles stand in what linking itself refuses. */
export function retitle(model: StrategyModel, changes: readonly ChangedSummary[]): Relinked | undefined {
  const [change, ...others] = changes;
  if (change === undefined || others.length > 0) return undefined;
  const pairs = retitledItems(change);
  if (pairs === undefined || !haveOwnNames(model.names, pairs.keys())) return undefined;
  const alike = [...pairs.keys()].some(({ kind }) => kind === "measure")
    ? patchAlike(model.alike, change.before.items, change.now.items)
    : model.alike;
  if (hasCompany([...pairs].flat(), [model.alike, alike])) return undefined;
  const { members, files } = getOrAdd(model.families, change.now.file, () => familyOf(model, change.before));
  if (isRefused(model, files, pairs)) return undefined;
  const next = withRetitled(model, change, alike, pairs);
  return {
    before: model,
    model: next,
    family: once(() => members.flatMap((one) => itemsIn(next.names, one))),
    files,
    differing: { unresolved: new Map(), refusedKeys: new Map() },
    isRetitled: true,
  };
}

/** Whether linking refuses something in these files, or says of something what it is called. */
function isRefused(
  { refusals }: StrategyModel,
  files: ReadonlySet<string>,
  pairs: ReadonlyMap<Item, Item>,
): boolean {
  if (refusals.length === 0) return false;
  const renamed = { all: [...pairs].flat(), names: new Map<string, "everywhere">() };
  return refusals.some((refusal) => files.has(refusal.place.file) || wordsMatter(refusal, renamed));
}

/** Titles of measures decide something where two say the same. */
function hasCompany(items: readonly Item[], tables: readonly AlikeTable[]): boolean {
  return tables.some((table) => items.some((item) => companyOf(table, item).length > 0));
}

/** Those that differ in their titles alone, before and now; undefined where something else differs, or no title does. */
function retitledItems({ before, now }: ChangedSummary): ReadonlyMap<Item, Item> | undefined {
  if (before.items.length !== now.items.length || before.kind === "organisation") return undefined;
  if (!saysSameDamage(before, now)) return undefined;
  const pairs = new Map<Item, Item>();
  for (const [at, old] of before.items.entries()) {
    const young = now.items[at];
    if (young === old) continue;
    if (young === undefined || !isRetitled(old, young)) return undefined;
    pairs.set(old, young);
  }
  return pairs.size === 0 ? undefined : pairs;
}

function isRetitled(old: Item, young: Item): boolean {
  const [was, is] = [wholeOf(old), wholeOf(young)];
  const keys = Object.keys(was) as (keyof Item)[];
  return (
    keys.length === Object.keys(is).length &&
    keys.every((key) => key === "title" || isSame(was[key], is[key]))
  );
}

/** Of plain values, written in one order. */
function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function familyOf(model: StrategyModel, { items: own }: FileSummary): Family {
  const gathered = gatherFamily(
    own,
    (file) => itemsIn(model.names, file),
    (_, items) => neighboursIn(model, items),
  );
  const members = [...gathered].flatMap(([file, [item]]) =>
    item === undefined ? [] : [{ file, document: item.document }],
  );
  return { members, files: new Set(members.map(({ file }) => file)) };
}

function itemsIn(names: NameTables, { file, document }: InFile): readonly Item[] {
  return (names.byDocument.get(document) ?? []).filter((item) => item.file === file);
}

/** What is true of all things is told at once; their tables can wait, for the findings don't hang on titles. */
function withRetitled(
  model: StrategyModel,
  change: ChangedSummary,
  alike: AlikeTable,
  pairs: ReadonlyMap<Item, Item>,
): StrategyModel {
  const { organisations, damaged, damagedItems, refusals, refusedKeys, families } = model;
  const isUnresolved = [...pairs.keys()].some((old) => model.unresolved.has(old));
  const unresolved = isUnresolved
    ? new Map([...model.unresolved].map(([item, own]) => [pairs.get(item) ?? item, own]))
    : model.unresolved;
  return makeModelLater(
    { organisations, alike, damaged, damagedItems, refusals, refusedKeys, families, unresolved },
    () => replaceItems(model, change, pairs),
  );
}

function replaceItems(
  model: StrategyModel,
  change: ChangedSummary,
  pairs: ReadonlyMap<Item, Item>,
): ModelTables {
  const present = (item: Item) => pairs.get(item) ?? item;
  const atEnd = (one: Item | number) => (typeof one === "object" ? present(one) : one);
  // Of each table, those in whose lists a retitled item stands, and these themselves.
  const [from, to, above] = [new Set(pairs.keys()), new Set(pairs.keys()), new Set(pairs.keys())];
  for (const old of pairs.keys()) {
    for (const one of itemsAtEnds(model.arrivalsOwn.get(old))) {
      from.add(one);
      above.add(one);
    }
    for (const one of itemsAtEnds(model.targets.get(old))) to.add(one);
    const parent = old.parent === undefined ? undefined : model.byKey.get(old.parent);
    if (parent !== undefined) above.add(parent);
  }
  // No generator: Node lets go of what one holds that is made anew each time only when it goes through all of its memory.
  const replaced = <Value>(
    table: { get(item: Item): readonly Value[] | undefined },
    items: ReadonlySet<Item>,
    replace: (value: Value) => Value,
  ): (readonly [Item, readonly Value[] | undefined])[] => {
    const patches: (readonly [Item, readonly Value[] | undefined])[] = [];
    for (const item of items) {
      const own = table.get(item);
      if (own === undefined) continue;
      if (pairs.has(item)) patches.push([item, undefined]);
      patches.push([present(item), own.map(replace)]);
    }
    return patches;
  };
  return {
    names: retitleNames(model.names, change, pairs),
    targets: model.targets.patched(replaced(model.targets, from, atEnd)),
    arrivalsOwn: model.arrivalsOwn.patched(replaced(model.arrivalsOwn, to, atEnd)),
    children: model.children.patched(replaced(model.children, above, present)),
  };
}
