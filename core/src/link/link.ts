// Links all files of a workspace: gives every reference its meaning, in both directions, and says what has none.

import type { Refusal } from "../findings/finding.ts";
import type { FileSummary, Item, ItemKey, Reference } from "../model/items.ts";
import { getOrAdd } from "../text/maps.ts";
import { PatchedMap } from "../text/patchedMap.ts";
import { trimLists, trimmed } from "../text/trimmed.ts";
import { indexAlike } from "./alike.ts";
import { linkChildren, makesTree } from "./children.ts";
import { resolveContext, type UnreadFile } from "./context.ts";
import { findCycles, mayRunInCircles } from "./cycles.ts";
import { causesOf, refuseDuplicate } from "./duplicates.ts";
import { type Arrivals, eachEnd, markOf, placeIn, type Targets } from "./linkTables.ts";
import { type Link, type ModelFacts, type ModelTables, makeModel, type StrategyModel } from "./model.ts";
import { indexNames } from "./names.ts";
import { refuseReference } from "./refusals.ts";
import { type ResolveContext, resolveReference } from "./resolve.ts";
import { isShared } from "./shared.ts";

export function linkWorkspace(
  summaries: readonly FileSummary[],
  unread: readonly UnreadFile[],
): StrategyModel {
  const names = indexNames(summaries);
  const damaged = [...summaries.filter((summary) => summary.damaged), ...unread].map(
    ({ kind, document }): UnreadFile => ({ kind, document }),
  );
  const context = resolveContext(names, damaged);
  const linked = linkItems(names.items(), names.byKey, (item) => resolveItem(item, context));
  const duplicates = causesOf(names.duplicates, names).map((item) => refuseDuplicate(item, names));
  const tables: ModelTables = {
    names,
    targets: PatchedMap.of(linked.targets),
    arrivalsOwn: PatchedMap.of(linked.arrivalsOwn),
    children: PatchedMap.of(linked.children),
  };
  const facts: ModelFacts = {
    organisations: names.items().filter((item) => item.kind === "organisation"),
    alike: indexAlike(names.items()),
    damaged,
    unresolved: linked.unresolved,
    refusals: [...duplicates, ...linked.refusals],
    families: new Map(),
    ...damageOf(summaries),
  };
  return makeModel(facts, tables);
}

/** What a model knows of items in which something is damaged or refused. */
export function damageOf(
  summaries: readonly FileSummary[],
): Pick<StrategyModel, "damagedItems" | "refusedKeys"> {
  const refusedKeys = new Map<ItemKey, Set<string>>();
  for (const { item, key } of summaries.flatMap((summary) => summary.refusedKeys)) {
    getOrAdd(refusedKeys, item, () => new Set<string>()).add(key);
  }
  return { damagedItems: new Set(summaries.flatMap((summary) => summary.damagedItems)), refusedKeys };
}

/** Whether of two versions of a file the same is damaged and refused. */
export function saysSameDamage(before: FileSummary, now: FileSummary): boolean {
  const namesIn = ({ damaged, damagedItems, refusedKeys }: FileSummary) =>
    [damaged, ...damagedItems, ...refusedKeys.map(({ item, key }) => `${item} ${key}`)].join("\n");
  return before.damagedItems.length === now.damagedItems.length && namesIn(before) === namesIn(now);
}

/** What the references of one item mean. */
export interface ResolvedItem {
  readonly targets: Targets;
  readonly unresolved: readonly Reference[];
  readonly refusals: readonly Refusal[];
}

export function resolveItem(item: Item, context: ResolveContext): ResolvedItem {
  const targets: (Item | number)[] = [];
  const unresolved: Reference[] = [];
  const refusals: Refusal[] = [];
  for (const [at, reference] of item.references.entries()) {
    const resolution = resolveReference(reference, item, context);
    if (resolution.outcome === "found") {
      targets.push(resolution.to, markOf(at, reference.key));
      continue;
    }
    unresolved.push(reference);
    if (item.retired !== undefined && reference.key !== "replaced-by") continue;
    const refusal = refuseReference(reference, item, resolution, context);
    if (refusal !== undefined) refusals.push(refusal);
  }
  return { targets: trimmed(targets), unresolved, refusals };
}

export interface LinkedItems {
  readonly targets: ReadonlyMap<Item, Targets>;
  /** Without those who refer to what all files share. */
  readonly arrivalsOwn: ReadonlyMap<Item, Arrivals>;
  readonly children: ReadonlyMap<Item, readonly Item[]>;
  readonly unresolved: ReadonlyMap<Item, readonly Reference[]>;
  readonly refusals: readonly Refusal[];
}

/** Links items that no other links lead to or from, but for what all files share; in their order. */
export function linkItems(
  items: readonly Item[],
  byKey: StrategyModel["byKey"],
  resolve: (item: Item) => ResolvedItem,
): LinkedItems {
  const targets = new Map<Item, Targets>();
  const arrivalsOwn = new Map<Item, (Item | number)[]>();
  const unresolved = new Map<Item, readonly Reference[]>();
  const refusals: Refusal[] = [];
  /** Only those that are looked at together. */
  const links: Link[] = [];
  for (const item of items) {
    const own = resolve(item);
    if (own.targets.length > 0) targets.set(item, own.targets);
    if (own.unresolved.length > 0) unresolved.set(item, own.unresolved);
    for (const refusal of own.refusals) refusals.push(refusal);
    const { references } = item;
    eachEnd(own.targets, (to, mark) => {
      const reference = references[placeIn(mark)];
      if (reference !== undefined && (makesTree(reference) || mayRunInCircles(reference)))
        links.push({ from: item, to, reference });
      if (!isShared(to)) getOrAdd(arrivalsOwn, to, () => []).push(item, mark);
    });
  }
  const { children, circles } = linkChildren(items, byKey, links);
  return {
    targets,
    arrivalsOwn: trimLists(arrivalsOwn),
    children: trimLists(children),
    unresolved,
    refusals: [...refusals, ...findCycles(links), ...circles],
  };
}
