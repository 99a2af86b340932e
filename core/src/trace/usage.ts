// Who uses a measure, and which strategies therefore answer for its targets.

import { referrersOf, type StrategyModel, strategyOf, targetOf } from "../link/model.ts";
import type { Item, ItemOf } from "../model/items.ts";
import { keyIn } from "../model/items.ts";

/** The measure of a scope; any other item itself. */
export function measureOf(model: StrategyModel, item: Item): Item {
  if (item.kind !== "scope" || item.parent === undefined) return item;
  return model.byKey.get(item.parent) ?? item;
}

export function scopesOf(model: StrategyModel, measure: Item): readonly ItemOf<"scope">[] {
  return (model.children.get(measure) ?? []).filter(
    (child): child is ItemOf<"scope"> => child.kind === "scope",
  );
}

/**
 * Items whose `measures` names the measure, one of its scopes, or a composite of which it is a part. `moves`, `when`
 * and `trajectory` alone are not use.
 */
export function usersOf(model: StrategyModel, measure: Item): readonly Item[] {
  const users = new Set<Item>();
  const seen = new Set<Item>();
  const visit = (item: Item) => {
    const whole = measureOf(model, item);
    if (seen.has(whole)) return;
    seen.add(whole);
    for (const target of [whole, ...scopesOf(model, whole)]) {
      for (const user of referrersOf(model, target, "measures")) users.add(user);
      for (const composite of referrersOf(model, target, "parts")) visit(composite);
    }
  };
  visit(measure);
  return [...users];
}

/** The strategies that use a measure: those in which, or in whose plans and enabler strategies, something names it. */
export function strategiesUsing(model: StrategyModel, measure: Item): readonly ItemOf<"strategy">[] {
  const found = new Set<ItemOf<"strategy">>();
  for (const user of usersOf(model, measure)) {
    const strategy = strategyOf(model, user);
    if (strategy !== undefined) found.add(strategy);
  }
  return [...found];
}

/** The organisation that a strategy names, else the workspace's only one. */
export function organisationOf(
  model: StrategyModel,
  strategy: Item | undefined,
): ItemOf<"organisation"> | undefined {
  const named = strategy === undefined ? undefined : targetOf(model, strategy, "organisation");
  if (named?.kind === "organisation") return named;
  const [only, ...others] = model.organisations;
  return others.length === 0 ? only : undefined;
}

const APRIL = 4;

/** The month (1 to 12) in which the financial year of a strategy begins; April where nobody says. */
export function yearStartOf(model: StrategyModel, strategy: Item | undefined): number {
  return organisationOf(model, strategy)?.yearStarts ?? APRIL;
}

/** The document of a plan item: its delivery plan, if it stands in one. */
export function planOf(model: StrategyModel, item: Item): ItemOf<"delivery-plan"> | undefined {
  const document = model.byKey.get(keyIn("delivery-plan", item.document));
  return document?.kind === "delivery-plan" ? document : undefined;
}
