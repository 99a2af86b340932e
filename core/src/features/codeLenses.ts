// What stands above a thing in the text: how it hangs together with the rest of the strategy, in a few words.

import {
  childrenOf,
  documentOf,
  referrersOf,
  strategyOf,
  targetsOf,
  withDescendants,
} from "../link/model.ts";
import type { Lookup } from "../lookup/lookup.ts";
import type { ReferencePlace } from "../lookup/referencePlace.ts";
import { statusOf } from "../lookup/statuses.ts";
import { isPart } from "../lookup/subjects.ts";
import type { Item, ItemOf } from "../model/items.ts";
import type { Span } from "../text/span.ts";
import { countedGoals, evidenceOf, type Goal, isGoal } from "../trace/coverage.ts";
import { standingOf } from "../trace/latestValue.ts";
import { sayCoverage, sayState } from "../trace/stateWords.ts";
import { enablersOf, prioritiesDelivering, supportersOf } from "../trace/thread.ts";
import { scopesOf, usersOf } from "../trace/usage.ts";

export interface CodeLens {
  /** The id (or the key `title`) above which it stands. */
  readonly span: Span;
  readonly item: Item;
  readonly title: string;
}

interface Said {
  readonly parts: readonly (string | undefined)[];
  /** What a click shows. */
  readonly items: readonly Item[];
}

export function codeLenses(lookup: Lookup, path: string): readonly CodeLens[] {
  return lookup.occurrencesIn(path).flatMap(({ role, item, span }): CodeLens[] => {
    if (role !== "definition" || isPart(item)) return [];
    const title = say(item, lookup)
      ?.parts.filter((part) => part !== undefined)
      .join(" · ");
    return title === undefined ? [] : [{ span, item, title }];
  });
}

/** The places of the things that a lens counts. */
export function codeLensPlaces(lookup: Lookup, item: Item): readonly ReferencePlace[] {
  const items = new Set(say(item, lookup)?.items ?? []);
  return [...items].map((one) => {
    const { file, name } = lookup.placeOf(one);
    return { file, span: name };
  });
}

function say(item: Item, lookup: Lookup): Said | undefined {
  if (item.retired !== undefined) return undefined;
  switch (item.kind) {
    case "aim":
    case "objective":
    case "capability":
      return sayGoal(item, lookup);
    case "measure":
      return sayMeasure(item, lookup);
    case "enabler-strategy":
      return sayEnabler(item, lookup);
    case "priority":
      return sayPriority(item, lookup);
    case "strategy":
      return sayStrategy(item, lookup);
    default:
      return undefined;
  }
}

function sayGoal(goal: Goal, { model, thread }: Lookup): Said {
  const measures = evidenceOf(model, goal);
  const coverage = thread.coverageOf(goal);
  const state = sayState(coverage);
  const evidence =
    measures.length === 0
      ? [state]
      : [count(measures.length, "measure", "measures"), ...(coverage.state === "measured" ? [] : [state])];
  if (goal.of === "enabler-strategy") return { parts: evidence, items: measures };
  const supporters = enablersAmong(supportersOf(model, goal), model);
  const priorities = prioritiesDelivering(model, goal);
  const strategy = strategyOf(model, goal);
  const hasEnablers = strategy !== undefined && enablersOf(model, strategy).length > 0;
  const plan = strategy === undefined ? undefined : thread.currentPlanOf(strategy);
  const planned = priorities.filter((priority) => priority.document === plan?.document);
  const inPlan =
    plan?.period === undefined || goal.kind === "capability"
      ? undefined
      : `${planned.length === 0 ? "not in" : "in"} plan ${plan.period.text}`;
  const supported = hasEnablers ? count(supporters.length, "enabler", "enablers") : undefined;
  return { parts: [...evidence, supported, inPlan], items: [...measures, ...supporters, ...planned] };
}

/** An enabler strategy counts once, however many of its objectives and actions support the thing. */
function enablersAmong(items: readonly Item[], model: Lookup["model"]): Item[] {
  const enablers = items.flatMap((item) => documentOf(model, item) ?? []);
  return [...new Set(enablers)];
}

function sayMeasure(measure: ItemOf<"measure">, { model, bench }: Lookup): Said {
  const goals = usersOf(model, measure).filter((user) => isGoal(user) && user.retired === undefined);
  const both = [measure, ...scopesOf(model, measure)];
  const moving = [...new Set(both.flatMap((one) => referrersOf(model, one, "moves")))];
  const latest = standingOf(measure, bench)?.latest;
  return {
    parts: [
      `shows ${count(goals.length, "objective", "objectives")}`,
      moving.length === 0 ? undefined : `moved by ${count(moving.length, "action", "actions")}`,
      latest === undefined ? undefined : `${latest.text} in ${latest.recorded.period.text}`,
    ],
    items: [...goals, ...moving, ...(latest === undefined ? [] : [latest.actuals])],
  };
}

function sayEnabler(enabler: ItemOf<"enabler-strategy">, { model }: Lookup): Said {
  const own = withDescendants(model, enabler);
  const reached = (key: "supports" | "builds") => [
    ...new Set(own.flatMap((item) => targetsOf(model, item, key))),
  ];
  const [supported, built] = [reached("supports"), reached("builds")];
  return {
    parts: [
      `supports ${count(supported.length, "objective", "objectives")}`,
      built.length === 0 ? undefined : `builds ${count(built.length, "capability", "capabilities")}`,
    ],
    items: [...supported, ...built],
  };
}

function sayPriority(priority: ItemOf<"priority">, lookup: Lookup): Said {
  const { model } = lookup;
  const objectives = [...new Set(targetsOf(model, priority, "objectives"))];
  const actions = childrenOf(model, priority).filter(
    (child) => child.kind === "action" && child.retired === undefined,
  );
  const statuses = actions.map((action) => statusOf(action, lookup)?.status);
  const done = statuses.filter((status) => status === "done").length;
  const isReported = statuses.some((status) => status !== undefined);
  const all = count(actions.length, "action", "actions");
  return {
    parts: [
      `delivers ${count(objectives.length, "objective", "objectives")}`,
      // Without any report nobody knows that nothing is done.
      actions.length === 0 ? undefined : isReported ? `${done} of ${all} done` : all,
    ],
    items: [...objectives, ...actions],
  };
}

function sayStrategy(strategy: ItemOf<"strategy">, { model, thread }: Lookup): Said {
  const summary = thread.summaryOf(strategy);
  const { states } = summary;
  const unmeasured = countedGoals(model, strategy).filter(
    (goal) => thread.coverageOf(goal).state === "unmeasured",
  );
  return {
    parts: [
      sayCoverage(summary),
      states.unmeasured === 0 ? undefined : `${states.unmeasured} without a measure`,
    ],
    items: unmeasured,
  };
}

function count(number: number, one: string, many: string): string {
  return `${number === 0 ? "no" : number} ${number === 1 || number === 0 ? one : many}`;
}
