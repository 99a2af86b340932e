// Compares two delivery plans of one strategy as they stand side by side: what was done, carried over, dropped.

import { childrenOf } from "../link/model.ts";
import { formatDay } from "../model/day.ts";
import type { Item, ItemOf } from "../model/items.ts";
import { comparePeriods, type Period } from "../model/period.ts";
import { plansOf, prioritiesDelivering } from "../trace/thread.ts";
import type { ChangeClass } from "./change.ts";
import { hintsAmong } from "./likeness.ts";
import { linkedBy, type Side } from "./side.ts";

/** What became of an item of the older plan, or where one of the newer comes from. */
export type YearWord =
  | "completed"
  | "stopped"
  | "replaced"
  | "carried"
  | "carried late"
  | "dropped without a word"
  | "new";

export interface YearItem {
  readonly word: YearWord;
  readonly class: ChangeClass;
  /** As the older plan has it, and as the newer has it. */
  readonly older?: Item;
  readonly newer?: Item;
  readonly why: string;
}

export interface PlannedObjective {
  readonly objective: Item;
  readonly word: "in both plans" | "no longer planned" | "newly planned";
}

export interface PlannedEnd {
  readonly measure: Item;
  /** The last planned values, as written. */
  readonly older?: string;
  readonly newer?: string;
}

export interface YearsOfStrategy {
  readonly strategy: ItemOf<"strategy">;
  readonly older: Plan;
  readonly newer: Plan;
  readonly items: readonly YearItem[];
  readonly objectives: readonly PlannedObjective[];
  readonly measures: readonly PlannedEnd[];
}

type Plan = ItemOf<"delivery-plan">;

/** Of each strategy that has a plan for both periods. */
export function compareYears(side: Side, older: Period, newer: Period): YearsOfStrategy[] {
  return side.model.items.flatMap((item): YearsOfStrategy[] => {
    if (item.kind !== "strategy") return [];
    const [was, is] = [planOfPeriod(side, item, older), planOfPeriod(side, item, newer)];
    return was === undefined || is === undefined ? [] : [comparePlans(side, item, was, is)];
  });
}

function planOfPeriod(side: Side, strategy: ItemOf<"strategy">, period: Period): Plan | undefined {
  return plansOf(side.model, strategy).find((plan) => {
    const own = side.thread.periodOfPlan(plan);
    return own !== undefined && own.first === period.first && own.last === period.last;
  });
}

/** The plan before, of the same strategy. */
export function planBefore(side: Side, plan: Plan): { strategy: ItemOf<"strategy">; plan: Plan } | undefined {
  const [linked] = linkedBy(side, plan, "strategy");
  const strategy = linked?.to;
  const own = side.thread.periodOfPlan(plan);
  if (strategy?.kind !== "strategy" || own === undefined) return undefined;
  const earlier = plansOf(side.model, strategy).flatMap((one) => {
    const period = side.thread.periodOfPlan(one);
    return period !== undefined && comparePeriods(period, own) < 0 ? [{ plan: one, period }] : [];
  });
  const last = earlier.sort((a, b) => comparePeriods(a.period, b.period)).at(-1);
  return last === undefined ? undefined : { strategy, plan: last.plan };
}

export function comparePlans(
  side: Side,
  strategy: ItemOf<"strategy">,
  older: Plan,
  newer: Plan,
): YearsOfStrategy {
  const [left, right] = [itemsOfPlan(side, older), itemsOfPlan(side, newer)];
  const now = matchByPath(side, left, right);
  const carried = new Set(now.values());
  return {
    strategy,
    older,
    newer,
    items: [
      ...left.map((item) => standing(side, item, now.get(item))),
      ...right
        .filter((item) => !carried.has(item))
        .map(
          (item): YearItem => ({ word: "new", class: "strengthens", newer: item, why: "One promise more" }),
        ),
    ],
    objectives: plannedObjectives(side, older, newer),
    measures: plannedEnds(side, older, newer),
  };
}

/** Actions and milestones; a priority alone promises nothing with a date. */
function itemsOfPlan({ model }: Side, plan: Item): Item[] {
  const below = (parent: Item): Item[] =>
    childrenOf(model, parent).flatMap((child) => [child, ...below(child)]);
  return below(plan).filter(
    ({ kind, retired }) => (kind === "action" || kind === "milestone") && retired === undefined,
  );
}

/** By path, by the name of before, then by likeness. */
function matchByPath(side: Side, left: readonly Item[], right: readonly Item[]): Map<Item, Item> {
  const now = new Map<Item, Item>();
  const free = new Set(right);
  const take = (item: Item, found: Item | undefined) => {
    if (found === undefined) return;
    now.set(item, found);
    free.delete(found);
  };
  for (const item of left)
    take(
      item,
      [...free].find((one) => one.kind === item.kind && pathOf(one) === pathOf(item)),
    );
  for (const item of left)
    if (!now.has(item))
      take(
        item,
        [...free].find((one) => one.formerly.some((name) => name === item.key)),
      );
  const open = left.filter((item) => !now.has(item));
  const mayPair = (a: Item, b: Item) => a.kind === b.kind;
  for (const { base, head } of hintsAmong(open, [...free], {
    base: side,
    head: side,
    headOf: new Map(),
    mayPair,
  }))
    take(base, head);
  return now;
}

function pathOf(item: Item): string {
  return item.id.slice(item.document.length + 1);
}

const ENDED: Readonly<Record<string, readonly [YearWord, ChangeClass]>> = {
  done: ["completed", "strengthens"],
  stopped: ["stopped", "review"],
  superseded: ["replaced", "review"],
};

function standing(side: Side, older: Item, newer: Item | undefined): YearItem {
  const status = side.lastStatusOf(older);
  const due = side.dueDayOf(older);
  if (newer !== undefined) {
    const later = side.dueDayOf(newer);
    const isLate = due !== undefined && later !== undefined && later > due;
    const why = isLate ? `Due on ${formatDay(later)} in place of ${formatDay(due)}` : sayStatus(status);
    return {
      word: isLate ? "carried late" : "carried",
      class: isLate ? "weakens" : "review",
      older,
      newer,
      why,
    };
  }
  const [word, changeClass] = ENDED[status ?? ""] ?? [];
  if (word !== undefined && changeClass !== undefined)
    return { word, class: changeClass, older, why: sayStatus(status) };
  const isMissed = due !== undefined && due < side.asOf;
  return {
    word: "dropped without a word",
    class: isMissed ? "breaks" : "weakens",
    older,
    why: isMissed
      ? `Its date, ${formatDay(due)}, had passed and no report says done`
      : "It was promised, and nobody says what became of it",
  };
}

function sayStatus(status: string | undefined): string {
  return status === undefined ? "No report speaks of it" : `The newest report calls it ${status}`;
}

function plannedObjectives(side: Side, older: Plan, newer: Plan): PlannedObjective[] {
  return side.model.items.flatMap((objective): PlannedObjective[] => {
    if (objective.kind !== "objective") return [];
    const plans = new Set(prioritiesDelivering(side.model, objective).map(({ document }) => document));
    const [was, is] = [plans.has(older.document), plans.has(newer.document)];
    if (!was && !is) return [];
    return [{ objective, word: was && is ? "in both plans" : was ? "no longer planned" : "newly planned" }];
  });
}

function plannedEnds(side: Side, older: Plan, newer: Plan): PlannedEnd[] {
  const [was, is] = [endsOf(side, older), endsOf(side, newer)];
  return [...new Set([...was.keys(), ...is.keys()])].map((measure) => {
    const [old, now] = [was.get(measure), is.get(measure)];
    return {
      measure,
      ...(old === undefined ? {} : { older: old }),
      ...(now === undefined ? {} : { newer: now }),
    };
  });
}

function endsOf(side: Side, plan: Plan): Map<Item, string> {
  const linked = linkedBy(side, plan, "trajectory");
  return new Map(
    plan.trajectory.flatMap(({ measure, values }) => {
      const to = linked.find(({ reference }) => reference.text === measure.text)?.to;
      const last = values.at(-1);
      return to === undefined || last === undefined
        ? []
        : [[to, `${last.value.text} (${last.period.text})`] as const];
    }),
  );
}

/** `3 carried, 1 dropped without a word, 2 new`. */
export function countWords(items: readonly YearItem[]): string {
  const words = [...new Set(items.map(({ word }) => word))];
  return words.map((word) => `${items.filter((item) => item.word === word).length} ${word}`).join(", ");
}
