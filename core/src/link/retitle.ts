// Puts items with other titles in the place of those before. Titles stand in words and decide nothing (but for measures
// whose titles say the same), so every link, and the lack of one, stays as it is.

import type { Item } from "../model/items.ts";
import { type AlikeTable, companyOf, patchAlike } from "./alike.ts";
import { gatherFamily } from "./family.ts";
import { type Link, makeModel, partsOf, type StrategyModel } from "./model.ts";
import { type NameTables, patchNames } from "./names.ts";
import type { ChangedSummary, Relinked } from "./relink.ts";
import { wordsMatter } from "./wordsMatter.ts";

/** Undefined where something else has changed, or where titles stand in what linking itself refuses. */
export function retitle(model: StrategyModel, changes: readonly ChangedSummary[]): Relinked | undefined {
  const [change, ...others] = changes;
  if (change === undefined || others.length > 0) return undefined;
  const pairs = retitledItems(change);
  const names =
    pairs === undefined ? undefined : patchNames(model.names, change.before.items, change.now.items);
  if (pairs === undefined || names === undefined) return undefined;
  const alike = patchAlike(model.alike, change.before.items, change.now.items);
  if (hasCompany([...pairs].flat(), [model.alike, alike])) return undefined;
  const renamed = { all: [...pairs].flat(), names: new Map<string, "everywhere">() };
  const family = familyIn(model, names, change);
  const isRefused = model.refusals.some(
    (refusal) => family.has(refusal.place.file) || wordsMatter(refusal, renamed),
  );
  if (isRefused) return undefined;
  return {
    before: model,
    model: replaceItems(model, names, alike, change, pairs),
    family: [...family.values()].flat(),
    files: new Set(family.keys()),
    differing: { unresolved: new Map(), refusedKeys: new Map() },
    isRetitled: true,
  };
}

/** Titles of measures decide something where two say the same. */
function hasCompany(items: readonly Item[], tables: readonly AlikeTable[]): boolean {
  return tables.some((table) => items.some((item) => companyOf(table, item).length > 0));
}

/** Those that differ in their titles alone, before and now; undefined where something else differs. */
function retitledItems({ before, now }: ChangedSummary): ReadonlyMap<Item, Item> | undefined {
  if (before.items.length !== now.items.length || before.kind === "organisation") return undefined;
  if (before.damaged || now.damaged || before.refusedKeys.length + now.refusedKeys.length > 0)
    return undefined;
  const pairs = new Map<Item, Item>();
  for (const [at, old] of before.items.entries()) {
    const young = now.items[at];
    if (young === old) continue;
    if (young === undefined || !isRetitled(old, young)) return undefined;
    pairs.set(old, young);
  }
  return pairs;
}

function isRetitled(old: Item, young: Item): boolean {
  const keys = Object.keys(old) as (keyof Item)[];
  return (
    keys.length === Object.keys(young).length &&
    keys.every((key) => key === "title" || isSame(old[key], young[key]))
  );
}

/** Of plain values, written in one order. */
function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function familyIn(model: StrategyModel, names: NameTables, { before, now }: ChangedSummary) {
  return gatherFamily(
    now.items,
    ({ file, document }) => (names.byDocument.get(document) ?? []).filter((item) => item.file === file),
    (file, items) =>
      (file === now.file ? before.items : items).flatMap((item) => [
        ...(model.outgoing.get(item) ?? []).map(({ to }) => to),
        ...(model.incomingOwn.get(item) ?? []).map(({ from }) => from),
      ]),
  );
}

function replaceItems(
  model: StrategyModel,
  names: NameTables,
  alike: AlikeTable,
  { before, now }: ChangedSummary,
  pairs: ReadonlyMap<Item, Item>,
): StrategyModel {
  const present = (item: Item) => pairs.get(item) ?? item;
  const replaceLink = (link: Link): Link =>
    pairs.has(link.from) || pairs.has(link.to)
      ? { ...link, from: present(link.from), to: present(link.to) }
      : link;
  const near = new Set<Item>();
  for (const old of pairs.keys()) {
    near.add(old);
    for (const { to } of model.outgoing.get(old) ?? []) near.add(to);
    for (const { from } of model.incomingOwn.get(old) ?? []) near.add(from);
    const parent = old.parent === undefined ? undefined : model.byKey.get(old.parent);
    if (parent !== undefined) near.add(parent);
  }
  function* replaced<Value>(
    table: { get(item: Item): readonly Value[] | undefined },
    replace: (value: Value) => Value,
  ): Generator<readonly [Item, readonly Value[] | undefined]> {
    for (const old of pairs.keys()) yield [old, undefined];
    for (const item of near) yield [present(item), table.get(item)?.map(replace)];
  }
  return makeModel(
    {
      ...partsOf(model),
      names,
      alike,
      summaries: model.summaries.with(model.summaries.indexOf(before), now),
      outgoing: model.outgoing.patched(replaced(model.outgoing, replaceLink)),
      incomingOwn: model.incomingOwn.patched(replaced(model.incomingOwn, replaceLink)),
      children: model.children.patched(replaced(model.children, present)),
      unresolved: new Map([...model.unresolved].map(([item, references]) => [present(item), references])),
    },
    model.organisations,
  );
}
