// Asks the golden thread: coverage, calendars, targets and plans of a linked workspace, each computed once and kept
// for as long as the reader lives (one analysis).

import { documentOf, parentOf, referrersOf, type StrategyModel, strategyOf } from "../link/model.ts";
import type { Config, ThreadLayer } from "../model/config.ts";
import type { Day } from "../model/day.ts";
import { type Item, type ItemKey, type ItemOf, keyOf, type Reference, type Written } from "../model/items.ts";
import { type PeriodProblem, type PeriodWords, parsePeriod } from "../model/parsePeriod.ts";
import { containsDay, type Period } from "../model/period.ts";
import { type PeriodCalendar, resolvePeriod } from "../model/resolvePeriod.ts";
import { isTargetValue } from "../model/target.ts";
import { getOrAdd } from "../text/maps.ts";
import {
  type CalendarClash,
  calendarOf,
  isClash,
  isPeriod,
  type PeriodReading,
  periodOfPlan,
  periodOfStrategy,
} from "./calendar.ts";
import {
  COVERAGE_STATES,
  type Coverage,
  type CoverageState,
  computeCoverage,
  countedGoals,
  evidenceOf,
  type Goal,
} from "./coverage.ts";
import {
  type BaselineReading,
  type MeasureOrScope,
  readBaselines,
  readTargets,
  type TargetReading,
} from "./targets.ts";
import { scopesOf } from "./usage.ts";

export interface ThreadReader {
  coverageOf(goal: Goal): Coverage;
  /** The same object for all that have the same calendar. */
  calendarOf(item: Item): PeriodCalendar | CalendarClash;
  /** The words of a period without their days. */
  wordsOf(text: string): PeriodWords | PeriodProblem;
  /** Their days; a workspace writes few periods, and these often. */
  readPeriod(text: string, calendar: PeriodCalendar): PeriodReading;
  targetsOf(measure: MeasureOrScope): readonly TargetReading[];
  baselinesOf(measure: MeasureOrScope): readonly BaselineReading[];
  periodOfStrategy(strategy: ItemOf<"strategy">): Period | undefined;
  periodOfPlan(plan: ItemOf<"delivery-plan">): Period | undefined;
  /** The strategy's plan whose period holds the as-of date; of several the first. */
  currentPlanOf(strategy: ItemOf<"strategy">): ItemOf<"delivery-plan"> | undefined;
  /** The layers that are asked for: those that the strategy has, as far as the config does not name fewer. */
  layersOf(strategy: ItemOf<"strategy">): readonly ThreadLayer[];
  summaryOf(strategy: ItemOf<"strategy">): CoverageSummary;
  /** What `summaryOf` has counted, by strategy. */
  readonly counted: Map<ItemKey, Counted>;
  /** The layers that deep coverage asks of a counted objective and that it lacks. */
  lacksOf(goal: Goal): readonly ThreadLayer[];
  /** Forgets answers where there are many; they are worked out again for who asks. */
  letGo(): void;
}

export interface CoverageSummary {
  readonly strategy: ItemOf<"strategy">;
  /** Number of counted objectives. */
  readonly objectives: number;
  readonly states: Readonly<Record<CoverageState, number>>;
  /** Whole percentages, rounded down, so that 100 means all; 0 where nothing is counted. */
  readonly shallow: number;
  readonly deep: number;
  /** The layers that `deep` asked for. */
  readonly thread: readonly ThreadLayer[];
}

type Counted = Omit<CoverageSummary, "strategy">;

/** More than these come from a walk through a large workspace. */
const MOST_ANSWERS = 10_000;

/** `counted` holds what was counted for a model before and holds for this one, too, on the same day and with the same config. */
export function threadReader(
  model: StrategyModel,
  config: Config,
  asOf: Day,
  counted: ThreadReader["counted"] = new Map(),
): ThreadReader {
  const answers: Map<unknown, unknown>[] = [];
  const kept = <Key, Value>(compute: (key: Key) => Value) => memo(compute, (known) => answers.push(known));
  let shared = sharedCalendars();
  const periodsIn = kept((calendar: PeriodCalendar) =>
    memo((text: string): PeriodReading => {
      const words = reader.wordsOf(text);
      return "problem" in words ? words : resolvePeriod(words, calendar);
    }),
  );
  // Documents with the same words have one period, and so one calendar, in which all else is read once.
  const readShared = (text: string, calendar: PeriodCalendar) => periodsIn(shared(calendar))(text);
  const sharedOf = (item: Item) => {
    const calendar = calendarOf(model, item, reader);
    return isClash(calendar) ? calendar : shared(calendar);
  };
  const [ofItem, ofDocument] = [kept(sharedOf), kept(sharedOf)];
  const reader: ThreadReader = {
    coverageOf: kept((goal: Goal) => computeCoverage(goal, model, asOf, reader.targetsOf, reader.coverageOf)),
    calendarOf(item) {
      if (item.kind === "measure" || item.kind === "scope") return ofItem(item);
      // What stands in one document has one calendar, but for measures, which others use.
      const document = documentOf(model, item);
      return document?.document === item.document ? ofDocument(document) : ofItem(item);
    },
    wordsOf: kept(parsePeriod),
    readPeriod: (text, calendar) => periodsIn(calendar)(text),
    targetsOf: kept((measure: MeasureOrScope) =>
      readTargets(measure, reader.calendarOf(measure), reader.readPeriod),
    ),
    baselinesOf: kept((measure: MeasureOrScope) =>
      readBaselines(measure, reader.calendarOf(measure), reader.readPeriod),
    ),
    periodOfStrategy: kept((strategy: ItemOf<"strategy">) => periodOfStrategy(model, strategy, readShared)),
    periodOfPlan: kept((plan: ItemOf<"delivery-plan">) => periodOfPlan(model, plan, readShared)),
    currentPlanOf: kept((strategy: ItemOf<"strategy">) =>
      plansOf(model, strategy).find((plan) => {
        const period = reader.periodOfPlan(plan);
        return period !== undefined && containsDay(period, asOf);
      }),
    ),
    layersOf: kept((strategy: ItemOf<"strategy">) =>
      (config.thread ?? LAYERS).filter((layer) => isInUse(layer, strategy, model, reader)),
    ),
    summaryOf(strategy) {
      return { strategy, ...getOrAdd(counted, keyOf(strategy), () => count(strategy, model, reader)) };
    },
    counted,
    lacksOf: kept((goal: Goal) => {
      const strategy = strategyOf(model, goal);
      if (strategy === undefined) return [];
      const plan = reader.currentPlanOf(strategy);
      return reader.layersOf(strategy).filter((layer) => !holds(layer, goal, model, reader, plan));
    }),
    letGo() {
      const count = answers.reduce((sum, { size }) => sum + size, 0);
      if (count <= MOST_ANSWERS) return;
      for (const known of answers) known.clear();
      shared = sharedCalendars();
    },
  };
  return reader;
}

/** The days of a period that stands on an item; undefined where they cannot be told. */
export function periodAt(thread: ThreadReader, item: Item, written: Written | undefined): Period | undefined {
  const calendar = thread.calendarOf(item);
  if (written === undefined || isClash(calendar)) return undefined;
  const reading = thread.readPeriod(written.text, calendar);
  return isPeriod(reading) ? reading : undefined;
}

/** One object for each calendar that differs, so that periods can be kept by it. */
function sharedCalendars(): (calendar: PeriodCalendar) => PeriodCalendar {
  const known = new Map<Period | undefined, Map<Period | undefined, Map<number, PeriodCalendar>>>();
  return (calendar) => {
    const ofPlan = getOrAdd(
      known,
      calendar.plan,
      () => new Map<Period | undefined, Map<number, PeriodCalendar>>(),
    );
    const ofStrategy = getOrAdd(ofPlan, calendar.strategy, () => new Map<number, PeriodCalendar>());
    return getOrAdd(ofStrategy, calendar.startMonth, () => calendar);
  };
}

/**
 * Keeps answers by the identity of what was asked about. The last one lies at hand, because rules ask about one item
 * after the other, and each of them several times. What keeps them is told to `begin` with the first one: after most
 * keystrokes nobody asks.
 */
function memo<Key, Value>(
  compute: (key: Key) => Value,
  begin: (known: Map<Key, Value>) => void = () => undefined,
): (key: Key) => Value {
  let known: Map<Key, Value> | undefined;
  let lastKey: Key | undefined;
  let lastValue: Value | undefined;
  return (key) => {
    if (key !== undefined && key === lastKey) return lastValue as Value;
    if (known === undefined) {
      known = new Map();
      begin(known);
    }
    let value = known.get(key);
    if (value === undefined && !known.has(key)) {
      value = compute(key);
      known.set(key, value);
    }
    lastKey = key;
    lastValue = value;
    return value as Value;
  };
}

export function plansOf(model: StrategyModel, strategy: Item): readonly ItemOf<"delivery-plan">[] {
  return referrersOf(model, strategy, "strategy").filter(
    (from): from is ItemOf<"delivery-plan"> => from.kind === "delivery-plan" && from.retired === undefined,
  );
}

export function enablersOf(model: StrategyModel, strategy: Item): readonly ItemOf<"enabler-strategy">[] {
  return referrersOf(model, strategy, "strategy").filter(
    (from): from is ItemOf<"enabler-strategy"> =>
      from.kind === "enabler-strategy" && from.retired === undefined,
  );
}

/** An objective and what stands above it: a link to an aim speaks for the objectives of the aim. */
export function withAncestors(model: StrategyModel, item: Item): Item[] {
  const found: Item[] = [];
  for (let current: Item | undefined = item; current !== undefined; current = parentOf(model, current)) {
    if (current.kind === "strategy" || found.includes(current)) break;
    found.push(current);
  }
  return found;
}

export function supportersOf(model: StrategyModel, goal: Item): Item[] {
  return namersOf(model, goal, "supports", "builds");
}

export function prioritiesDelivering(model: StrategyModel, goal: Item): ItemOf<"priority">[] {
  return namersOf(model, goal, "objectives").filter((from) => from.kind === "priority");
}

/** Whoever names an objective, or what stands above it, under one of these keys. */
function namersOf(model: StrategyModel, goal: Item, ...keys: Reference["key"][]): Item[] {
  const found = new Set<Item>();
  for (const item of withAncestors(model, goal))
    for (const from of referrersOf(model, item, ...keys)) if (from.retired === undefined) found.add(from);
  return [...found];
}

const LAYERS: readonly ThreadLayer[] = ["measure", "baseline", "owner", "enabler-strategy", "delivery-plan"];

/** Nobody is asked to link an enabler strategy, or to plan, where there is no such file for the strategy. */
function isInUse(
  layer: ThreadLayer,
  strategy: ItemOf<"strategy">,
  model: StrategyModel,
  reader: ThreadReader,
): boolean {
  if (layer === "enabler-strategy") return enablersOf(model, strategy).length > 0;
  return layer !== "delivery-plan" || reader.currentPlanOf(strategy) !== undefined;
}

function count(strategy: ItemOf<"strategy">, model: StrategyModel, reader: ThreadReader): Counted {
  const goals = countedGoals(model, strategy);
  const states = Object.fromEntries(COVERAGE_STATES.map((state) => [state, 0])) as Record<
    CoverageState,
    number
  >;
  for (const goal of goals) states[reader.coverageOf(goal).state] += 1;
  const plan = reader.currentPlanOf(strategy);
  const thread = reader.layersOf(strategy);
  const whole = goals.filter((goal) => thread.every((layer) => holds(layer, goal, model, reader, plan)));
  return {
    objectives: goals.length,
    states,
    shallow: percentage(states.measured, goals.length),
    deep: percentage(whole.length, goals.length),
    thread,
  };
}

function percentage(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((100 * part) / whole);
}

/** Whether one layer of the thread holds for an objective; baseline and owner are asked of one and the same KPI. */
function holds(
  layer: ThreadLayer,
  goal: Goal,
  model: StrategyModel,
  reader: ThreadReader,
  plan: ItemOf<"delivery-plan"> | undefined,
): boolean {
  // Where the target stands in a scope, so may the baseline and the owner.
  const evidence = evidenceOf(model, goal).flatMap((measure): MeasureOrScope[] =>
    measure.kind === "measure" ? [measure, ...scopesOf(model, measure)] : [measure],
  );
  const kpis = evidence.filter(
    (measure) =>
      measure.role === "kpi" &&
      reader.targetsOf(measure).some(({ target }) => target !== undefined && isTargetValue(target)),
  );
  switch (layer) {
    case "measure":
      return reader.coverageOf(goal).state === "measured";
    case "baseline":
      return kpis.some((kpi) => kpi.baseline.length > 0);
    case "owner":
      return kpis.some((kpi) => ownerOf(model, kpi));
    case "enabler-strategy":
      return supportersOf(model, goal).length > 0;
    case "delivery-plan":
      return prioritiesDelivering(model, goal).some((priority) => priority.document === plan?.document);
  }
}

/** A scope has its measure's owner; a measure inherits from nobody. */
function ownerOf(model: StrategyModel, measure: MeasureOrScope): boolean {
  if (measure.owner !== undefined || measure.lead !== undefined) return true;
  const whole = measure.kind === "scope" ? parentOf(model, measure) : undefined;
  return whole?.owner !== undefined || whole?.lead !== undefined;
}
