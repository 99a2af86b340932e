// Finds the target that a value of some period is held against.

import { addMonths, type Day } from "../model/day.ts";
import type { MeasureFields } from "../model/items.ts";
import {
  containsPeriod,
  lengthInDays,
  type Period,
  sameLength,
  samePeriod,
  yearOf,
  yearsOfSpan,
} from "../model/period.ts";

/** Anything that holds at a period: a target, a planned value, a comparator's figure. */
export interface At<Thing> {
  readonly period: Period;
  readonly thing: Thing;
}

export interface InForceQuestion<Thing> {
  /** Period of the value. */
  readonly period: Period;
  /** The scope's own targets where it has some, else the measure's. */
  readonly targets: readonly At<Thing>[];
  /** What the delivery plan plans. */
  readonly trajectory?: readonly At<Thing>[];
  /** The month in which the financial year begins: 1 to 12. */
  readonly startMonth: number;
  /** `one-for-all`: a part may be held to the whole's figure. `adds-up`: it never is (see model/unit.ts, addsUp). */
  readonly kind: "one-for-all" | "adds-up";
  readonly accumulate: MeasureFields["accumulate"];
}

export type InForce<Thing> =
  | { readonly state: "this-period" | "latest" | "other-length" | "not-due"; readonly target: At<Thing> }
  /** `beside` is the target that would be in force without the plan. */
  | { readonly state: "planned"; readonly target: At<Thing>; readonly beside: InForce<Thing> }
  | { readonly state: "no-target" };

/**
 * First match: a target for exactly the period; the plan's value for it; the latest target (the shortest that contains
 * the period, else one inside that ends with it, else the last that ended before); a later one, which is not due yet.
 * A target for several years, or for every year, is one for each of them.
 */
export function targetInForce<Thing>(question: InForceQuestion<Thing>): InForce<Thing> {
  const candidates = candidatesOf(question);
  const covered = coveredBy(question);
  const exact =
    candidates.find((candidate) => samePeriod(candidate.period, question.period)) ??
    candidates.find((candidate) => samePeriod(candidate.period, covered));
  if (exact !== undefined) return { state: "this-period", target: exact.target };
  const planned = question.trajectory?.find((at) => samePeriod(at.period, question.period));
  if (planned === undefined) return latest(candidates, covered, question);
  return { state: "planned", target: planned, beside: latest(candidates, covered, question) };
}

/** A comparator's figure for a period: that period's own, else the latest. */
export function figureInForce(
  values: readonly At<number>[],
  period: Period,
  startMonth: number,
): number | undefined {
  const found = targetInForce({
    period,
    targets: values,
    startMonth,
    kind: "one-for-all",
    accumulate: "none",
  });
  return found.state === "this-period" || found.state === "latest" ? found.target.thing : undefined;
}

/** A stretch of time for which a target holds: its own period, or one of the years in it. */
interface Candidate<Thing> {
  readonly period: Period;
  readonly target: At<Thing>;
}

/** What is written for a period itself goes before what is spread over years; sorting keeps that order. */
function candidatesOf<Thing>(question: InForceQuestion<Thing>): Candidate<Thing>[] {
  const { targets } = question;
  return [
    ...targets
      .filter((target) => target.period.kind !== "every-year")
      .map((target) => ({ period: target.period, target })),
    ...targets.flatMap((target) => yearsOf(target.period, question).map((period) => ({ period, target }))),
  ];
}

function yearsOf(period: Period, question: InForceQuestion<unknown>): Period[] {
  return period.kind === "every-year" ? yearsNear(period, question) : yearsOfSpan(period);
}

/** Of every year, the one that the value ends in and the one before it, inside the strategy. */
function yearsNear(every: Period, { period, startMonth }: InForceQuestion<unknown>): Period[] {
  const last = period.last ?? period.first;
  if (last === null) return [];
  const inside = (day: Day) => Math.min(Math.max(day, every.first ?? day), every.last ?? day);
  const own = yearOf(inside(last), startMonth);
  const before = yearOf(inside(addMonths(last, -12)), startMonth);
  return samePeriod(own, before) ? [own] : [own, before];
}

/** What a value stands for: accumulated since the year began, it covers its year so far. */
function coveredBy({ period, kind, accumulate, startMonth }: InForceQuestion<unknown>): Period {
  if (kind !== "adds-up" || accumulate !== "year-to-date" || period.last === null) return period;
  const year = yearOf(period.last, startMonth);
  if (period.first !== null && period.first < year.first) return period;
  return { kind: "span", first: year.first, last: period.last };
}

function latest<Thing>(
  candidates: readonly Candidate<Thing>[],
  covered: Period,
  { period, kind, accumulate }: InForceQuestion<Thing>,
): InForce<Thing> {
  const any = latestOf(candidates, period);
  if (any === undefined) {
    const next = [...candidates].sort(
      (a, b) => endOf(a) - endOf(b) || distance(a, period) - distance(b, period),
    )[0];
    return next === undefined ? { state: "no-target" } : { state: "not-due", target: next.target };
  }
  if (kind === "one-for-all") return { state: "latest", target: any.target };
  const comparable = candidates.filter(
    (candidate) =>
      sameLength(candidate.period, covered) ||
      // Counted since the baseline, value and target cover the same time when they end together.
      (accumulate === "since-baseline" && candidate.period.last === period.last),
  );
  const fitting = latestOf(comparable, period);
  return fitting === undefined
    ? { state: "other-length", target: any.target }
    : { state: "latest", target: fitting.target };
}

function latestOf<Thing>(
  candidates: readonly Candidate<Thing>[],
  period: Period,
): Candidate<Thing> | undefined {
  const around = candidates
    .filter((candidate) => containsPeriod(candidate.period, period))
    .sort((a, b) => boundedLength(a.period) - boundedLength(b.period))[0];
  if (around !== undefined) return around;
  const { last } = period;
  if (last === null) return undefined;
  // What ends with the value's period lies inside it, as nothing contains it; so the last one to end is meant.
  return candidates
    .filter((candidate) => endOf(candidate) <= last)
    .sort((a, b) => endOf(b) - endOf(a) || distance(a, period) - distance(b, period))[0];
}

function endOf(candidate: Candidate<unknown>): number {
  return candidate.period.last ?? Number.MAX_SAFE_INTEGER;
}

/** Of two that end on one day, the one whose length is nearer to the value's is meant. */
function distance(candidate: Candidate<unknown>, period: Period): number {
  return Math.abs(boundedLength(candidate.period) - boundedLength(period));
}

/** Open periods are longer than any other, and equal to each other. */
function boundedLength(period: Period): number {
  return Math.min(lengthInDays(period), Number.MAX_SAFE_INTEGER);
}
