// Gives the words of a period their days for the thing that they stand on: which financial year holds, which plan a
// bare quarter belongs to, and the end of which strategy "end" is.

import { type StrategyModel, strategyOf } from "../link/model.ts";
import type { Item, ItemOf, Written } from "../model/items.ts";
import { type PeriodProblem, parsePeriod } from "../model/parsePeriod.ts";
import { comparePeriods, type Period } from "../model/period.ts";
import { type PeriodCalendar, resolvePeriod } from "../model/resolvePeriod.ts";
import { organisationOf, planOf, strategiesUsing, yearStartOf } from "./usage.ts";

export type PeriodReading = Period | PeriodProblem;

export function isPeriod(reading: PeriodReading | undefined): reading is Period {
  return reading !== undefined && !("problem" in reading);
}

/** Reads the words of a period, or knows what they mean in a calendar. */
export type ReadPeriod = (text: string, calendar: PeriodCalendar) => PeriodReading;

/** A strategy's own period; undefined where it has none that can be read. */
export function periodOfStrategy(
  model: StrategyModel,
  strategy: ItemOf<"strategy">,
  read: ReadPeriod = readPeriod,
): Period | undefined {
  return readClosed(strategy.period, { startMonth: yearStartOf(model, strategy) }, read);
}

export function periodOfPlan(
  model: StrategyModel,
  plan: ItemOf<"delivery-plan">,
  read: ReadPeriod = readPeriod,
): Period | undefined {
  const strategy = strategyOf(model, plan);
  const of = strategy === undefined ? undefined : periodOfStrategy(model, strategy, read);
  const startMonth = yearStartOf(model, strategy);
  return readClosed(plan.period, { startMonth, ...(of === undefined ? {} : { strategy: of }) }, read);
}

function readClosed(
  written: Written | undefined,
  calendar: PeriodCalendar,
  read: ReadPeriod,
): Period | undefined {
  const reading = written === undefined ? undefined : read(written.text, calendar);
  return isPeriod(reading) ? reading : undefined;
}

export function readPeriod(text: string, calendar: PeriodCalendar): PeriodReading {
  const words = parsePeriod(text);
  return "problem" in words ? words : resolvePeriod(words, calendar);
}

/** Two organisations whose years differ use one measure, so that nobody can tell what its "2017/18" is. */
export interface CalendarClash {
  readonly organisations: readonly string[];
}

/** The periods of documents, computed once for many items (a ThreadReader is one). */
export interface DocumentPeriods {
  periodOfStrategy(strategy: ItemOf<"strategy">): Period | undefined;
  periodOfPlan(plan: ItemOf<"delivery-plan">): Period | undefined;
}

/** For a single question, where nothing is worth keeping. */
export function documentPeriods(model: StrategyModel): DocumentPeriods {
  return {
    periodOfStrategy: (strategy) => periodOfStrategy(model, strategy),
    periodOfPlan: (plan) => periodOfPlan(model, plan),
  };
}

/** The calendar for what stands on an item; a clash where the strategies that use a measure count years differently. */
export function calendarOf(
  model: StrategyModel,
  item: Item,
  documents: DocumentPeriods,
): PeriodCalendar | CalendarClash {
  if (item.kind === "measure" || item.kind === "scope") return calendarOfMeasure(model, item, documents);
  const strategy = strategyOf(model, item);
  const plan = planOf(model, item);
  const planPeriod = plan === undefined ? undefined : documents.periodOfPlan(plan);
  const strategyPeriod = strategy === undefined ? undefined : documents.periodOfStrategy(strategy);
  return {
    startMonth: yearStartOf(model, strategy),
    ...(planPeriod === undefined ? {} : { plan: planPeriod }),
    ...(strategyPeriod === undefined ? {} : { strategy: strategyPeriod }),
  };
}

function calendarOfMeasure(
  model: StrategyModel,
  measure: Item,
  documents: DocumentPeriods,
): PeriodCalendar | CalendarClash {
  const strategies = strategiesUsing(model, measure);
  const startMonth = yearStartOf(model, strategies[0]);
  if (strategies.some((strategy) => yearStartOf(model, strategy) !== startMonth)) {
    const names = strategies.map((strategy) => organisationOf(model, strategy)?.title ?? strategy.document);
    return { organisations: [...new Set(names)] };
  }
  let latest: Period | undefined;
  for (const strategy of strategies) {
    const period = documents.periodOfStrategy(strategy);
    if (latest === undefined || (period !== undefined && comparePeriods(latest, period) <= 0))
      latest = period;
  }
  return { startMonth, ...(latest === undefined ? {} : { strategy: latest }) };
}

export function isClash(calendar: PeriodCalendar | CalendarClash): calendar is CalendarClash {
  return "organisations" in calendar;
}
