// Plans and their priorities, the current plan first.

import { itemsOf, strategyOf } from "../../link/model.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import type { Item, ItemOf } from "../../model/items.ts";
import { firstThose } from "./things.ts";

/** Those of a strategy, or of all; closed ones are over. */
export function openPlans(lookup: Lookup, strategy?: Item): readonly ItemOf<"delivery-plan">[] {
  const { model } = lookup;
  const plans = itemsOf(model, "delivery-plan").filter(
    (plan) =>
      plan.retired === undefined &&
      plan.status !== "closed" &&
      (strategy === undefined || strategyOf(model, plan) === strategy),
  );
  return firstThose(plans, (plan) => isCurrent(lookup, plan));
}

function isCurrent({ model, thread }: Lookup, plan: Item): boolean {
  const strategy = strategyOf(model, plan);
  return strategy !== undefined && thread.currentPlanOf(strategy) === plan;
}

export function prioritiesOf({ model }: Lookup, plans: readonly Item[]): readonly ItemOf<"priority">[] {
  const all = itemsOf(model, "priority").filter(({ retired }) => retired === undefined);
  return plans.flatMap((plan) => all.filter(({ document }) => document === plan.id));
}

/** The plan around a thing, for its title beside it. */
export function planTitle({ model }: Lookup, item: Item): string {
  const plan = itemsOf(model, "delivery-plan", "enabler-strategy").find(({ id }) => id === item.document);
  return plan?.title ?? item.document;
}
