// The golden thread, one step at a time: up to what a thing serves, down to what serves it.

import {
  childrenOf,
  parentOf,
  referrersOf,
  type StrategyModel,
  strategyOf,
  targetsOf,
} from "../link/model.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { isPart } from "../lookup/subjects.ts";
import type { Item, ItemKind } from "../model/items.ts";
import { isGoal } from "../trace/coverage.ts";
import { enablersOf, plansOf } from "../trace/thread.ts";
import { measureOf, usersOf } from "../trace/usage.ts";

/** Kinds through which the thread runs. */
const THREAD_KINDS: ReadonlySet<ItemKind> = new Set<ItemKind>([
  "strategy",
  "aim",
  "objective",
  "capability",
  "measure",
  "scope",
  "enabler-strategy",
  "delivery-plan",
  "priority",
  "action",
  "milestone",
]);

/** What to begin with: the thing whose id stands at the offset. */
export function prepareTypeHierarchy(lookup: Lookup, path: string, offset: number): Item | undefined {
  const item = lookup.occurrenceAt(path, offset)?.item;
  if (item === undefined || isPart(item)) return undefined;
  return THREAD_KINDS.has(item.kind) ? item : undefined;
}

export function supertypes({ model }: Lookup, item: Item): readonly Item[] {
  return distinct(above(item, model), item);
}

export function subtypes({ model }: Lookup, item: Item): readonly Item[] {
  return distinct(below(item, model), item);
}

function distinct(items: readonly (Item | undefined)[], self: Item): Item[] {
  const kept = items.filter((item) => item !== undefined && item !== self && item.retired === undefined);
  return [...new Set(kept)].filter((item) => item !== undefined);
}

function above(item: Item, model: StrategyModel): (Item | undefined)[] {
  switch (item.kind) {
    case "strategy":
      return targetsOf(model, item, "succeeds");
    case "measure":
    case "scope":
      return usersOf(model, measureOf(model, item)).slice();
    case "enabler-strategy": {
      const served = servedBy(item, model);
      return served.length > 0 ? served : [strategyOf(model, item)];
    }
    case "delivery-plan":
      return [strategyOf(model, item)];
    case "priority": {
      const objectives = targetsOf(model, item, "objectives");
      return objectives.length > 0 ? objectives : [parentOf(model, item)];
    }
    case "objective": {
      const adopters = referrersOf(model, item, "objectives").filter(({ kind }) => kind !== "priority");
      const holders = adopters.length > 0 ? adopters : [parentOf(model, item)];
      return [...holders, ...servedBy(item, model)];
    }
    case "action":
    case "milestone":
      return [parentOf(model, item), ...servedBy(item, model)];
    default:
      return [parentOf(model, item)];
  }
}

function servedBy(item: Item, model: StrategyModel): Item[] {
  return targetsOf(model, item, "supports", "builds");
}

function below(item: Item, model: StrategyModel): Item[] {
  const children = childrenOf(model, item).filter(({ kind }) => THREAD_KINDS.has(kind));
  const measures = targetsOf(model, item, "measures");
  if (item.kind === "strategy") return [...children, ...unlinked(item, model)];
  if (!isGoal(item)) return [...children, ...measures];
  const serving = (["supports", "builds", "objectives"] as const).flatMap((key) =>
    referrersOf(model, item, key),
  );
  return [
    ...children.filter(({ kind }) => kind !== "measure"),
    ...measures,
    ...serving.filter((one) => isServing(one)),
  ];
}

/** An aim that names an objective as its own does not serve it. */
function isServing(item: Item): boolean {
  return !(isGoal(item) && item.of === "strategy");
}

/** Enabler strategies, and plans with priorities, that name the strategy but no objective of it. */
function unlinked(strategy: Item, model: StrategyModel): Item[] {
  const enablers = enablersOf(model, strategy).filter(
    (enabler) => targetsOf(model, enabler, "supports", "builds").length === 0,
  );
  const plans = plansOf(model, strategy).filter((plan) =>
    childrenOf(model, plan).some((priority) => targetsOf(model, priority, "objectives").length === 0),
  );
  return [...enablers, ...plans];
}
