// The targets of measures as read: the words, their periods in days, and what could not be read.

import type { Dated, ItemOf } from "../model/items.ts";
import { parseTarget, type TargetProblem } from "../model/parseTarget.ts";
import type { Period } from "../model/period.ts";
import type { PeriodCalendar } from "../model/resolvePeriod.ts";
import type { Target } from "../model/target.ts";
import { readValue, type Value } from "../model/value.ts";
import { gathered } from "../text/gathered.ts";
import { type CalendarClash, isClash, isPeriod, type PeriodReading } from "./calendar.ts";

export type MeasureOrScope = ItemOf<"measure"> | ItemOf<"scope">;

export interface TargetReading {
  readonly written: Dated;
  /** Undefined where the words cannot be read; another finding says so. */
  readonly target: Target | undefined;
  /** Undefined where the period cannot be read, or is unknown for want of a strategy. */
  readonly period: Period | undefined;
}

/** A baseline whose words can be read. */
export interface BaselineReading {
  /** As written. */
  readonly text: string;
  readonly value: Value;
  /** Undefined where none is written, where it cannot be read, or is unknown for want of a strategy. */
  readonly period: Period | undefined;
}

export type ReadTargets = (measure: MeasureOrScope) => readonly TargetReading[];

export function readTargets(
  measure: MeasureOrScope,
  calendar: PeriodCalendar | CalendarClash,
  readPeriod: (text: string, calendar: PeriodCalendar) => PeriodReading,
): TargetReading[] {
  const words = targetWords(measure);
  return measure.targets.map((written) => {
    const target = readTarget(written.value.text, words);
    const period: PeriodReading | undefined = isClash(calendar)
      ? undefined
      : readPeriod(written.period.text, calendar);
    return {
      written,
      target: "problem" in target ? undefined : target,
      period: isPeriod(period) ? period : undefined,
    };
  });
}

/** In the order of the text, without those that cannot be read. */
export function readBaselines(
  measure: MeasureOrScope,
  calendar: PeriodCalendar | CalendarClash,
  readPeriod: (text: string, calendar: PeriodCalendar) => PeriodReading,
): BaselineReading[] {
  const { levels, unit } = measure;
  return gathered(measure.baseline, ({ value: { text }, period: written }) => {
    const value = readValue(text, { levels, unit });
    if ("problem" in value) return [];
    const period =
      written === undefined || isClash(calendar) ? undefined : readPeriod(written.text, calendar);
    return [{ text, value, period: isPeriod(period) ? period : undefined }];
  });
}

/**
 * A target that leans on a comparator which the measure does not have is one all the same: nothing can be judged by it
 * until somebody adds the figure, and a rule of its own says so.
 */
export function readTarget(text: string, words: ReturnType<typeof targetWords>): Target | TargetProblem {
  const read = parseTarget(text, words);
  if (!("problem" in read) || read.problem !== "unknown-comparator") return read;
  const { comparators: _known, ...others } = words;
  return parseTarget(text, others);
}

/** The measure's own words that a target may use: its levels, its comparators, its unit. */
export function targetWords(measure: MeasureOrScope) {
  return {
    levels: measure.levels,
    comparators: measure.comparators.map((comparator) => comparator.id),
    ...(measure.unit === undefined ? {} : { unit: measure.unit }),
  };
}
