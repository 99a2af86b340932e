// Which strategies and plans there are to draw, and which are meant where nobody says.

import type { StrategyModel } from "../../link/model.ts";
import { itemsOf } from "../../link/model.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import type { ItemOf } from "../../model/items.ts";
import { comparePeriods, containsDay, type Period } from "../../model/period.ts";
import { plansOf } from "../../trace/thread.ts";

/** In the order of the files. */
export function strategiesOf(model: StrategyModel): ItemOf<"strategy">[] {
  return itemsOf(model, "strategy");
}

/** By its id; without one that whose period holds the as-of date, else the one that ends last. Ended and closed ones come last. */
export function findStrategy(lookup: Lookup, id: string | undefined): ItemOf<"strategy"> | undefined {
  const strategies = strategiesOf(lookup.model);
  if (id !== undefined) return strategies.find((strategy) => strategy.id === id);
  const living = strategies.filter(({ retired, status }) => retired === undefined && status !== "closed");
  return nearest(living.length > 0 ? living : strategies, lookup, (strategy) =>
    lookup.thread.periodOfStrategy(strategy),
  );
}

/** Plans of a strategy, the earliest first. */
export function plansByPeriod(lookup: Lookup, strategy: ItemOf<"strategy">): ItemOf<"delivery-plan">[] {
  const { model, thread } = lookup;
  return [...plansOf(model, strategy)].sort((a, b) =>
    comparePeriods(thread.periodOfPlan(a) ?? ALWAYS, thread.periodOfPlan(b) ?? ALWAYS),
  );
}

const ALWAYS: Period = { kind: "span", first: null, last: null };

/** By its id or its period as written (`2026/27`); without a year the current plan, else the latest. */
export function findPlan(
  lookup: Lookup,
  strategy: ItemOf<"strategy">,
  year: string | undefined,
): ItemOf<"delivery-plan"> | undefined {
  const plans = plansByPeriod(lookup, strategy);
  if (year !== undefined) return plans.find((plan) => plan.id === year || plan.period?.text === year);
  return (
    lookup.thread.currentPlanOf(strategy) ??
    nearest(plans, lookup, (plan) => lookup.thread.periodOfPlan(plan))
  );
}

function nearest<Document>(
  documents: readonly Document[],
  { analysis }: Lookup,
  periodOf: (document: Document) => Period | undefined,
): Document | undefined {
  const { asOf } = analysis.workspace;
  const dated = documents.map((document) => ({ document, period: periodOf(document) ?? ALWAYS }));
  const current = dated.find(({ period }) => period !== ALWAYS && containsDay(period, asOf));
  const known = dated
    .filter(({ period }) => period !== ALWAYS)
    .sort((a, b) => comparePeriods(a.period, b.period));
  return (current ?? known.at(-1) ?? dated[0])?.document;
}
