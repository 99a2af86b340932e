// A period is two inclusive days. This file has what can be asked of periods; parsePeriod.ts reads their words,
// resolvePeriod.ts gives the words their days.

import { addMonths, type Day, dateOf, dayOf, firstDayOfMonth, lastDayOfMonth } from "./day.ts";

export interface Period {
  /** How it was written; `every-year` stands for each financial year between its days. */
  readonly kind: "year" | "quarter" | "month" | "day" | "span" | "every-year" | "end";
  /** Null where it is open: `to 2030` of no strategy has no first day. */
  readonly first: Day | null;
  readonly last: Day | null;
}

/** A period with both its days. */
export interface ClosedPeriod extends Period {
  readonly first: Day;
  readonly last: Day;
}

export function isClosed(period: Period): period is ClosedPeriod {
  return period.first !== null && period.last !== null;
}

/** Order by last day, then by first day: for `sort`. */
export function comparePeriods(a: Period, b: Period): number {
  return compareDays(lastOf(a), lastOf(b)) || compareDays(firstOf(a), firstOf(b));
}

/** True where neither end of the inner one sticks out. */
export function containsPeriod(outer: Period, inner: Period): boolean {
  return firstOf(outer) <= firstOf(inner) && lastOf(inner) <= lastOf(outer);
}

export function containsDay(period: Period, day: Day): boolean {
  return firstOf(period) <= day && day <= lastOf(period);
}

export function periodsOverlap(a: Period, b: Period): boolean {
  return firstOf(a) <= lastOf(b) && firstOf(b) <= lastOf(a);
}

/** True where both mean the same days, however they are written. */
export function samePeriod(a: Period, b: Period): boolean {
  return a.first === b.first && a.last === b.last;
}

/** Days from the first to the last, both counted; infinite for an open period. */
export function lengthInDays(period: Period): number {
  return lastOf(period) - firstOf(period) + 1;
}

/** Two years are as long as each other, leap year or not, and so are two months. */
export function sameLength(a: Period, b: Period): boolean {
  const months = lengthInMonths(a);
  return months === undefined ? lengthInDays(a) === lengthInDays(b) : months === lengthInMonths(b);
}

/** Undefined where the period does not begin on the first and end on the last day of a month. */
export function lengthInMonths(period: Period): number | undefined {
  if (!isClosed(period) || !isWholeMonths(period)) return undefined;
  const [from, to] = [dateOf(period.first), dateOf(period.last)];
  return (to.year - from.year) * 12 + to.month - from.month + 1;
}

export function isWholeMonths(period: ClosedPeriod): boolean {
  return period.first === firstDayOfMonth(period.first) && period.last === lastDayOfMonth(period.last);
}

/** The financial year that a day lies in. `startMonth` is 1 to 12. */
export function yearOf(day: Day, startMonth: number): ClosedPeriod {
  const date = dateOf(day);
  return monthsFrom(dayOf(date.month >= startMonth ? date.year : date.year - 1, startMonth, 1), 12, "year");
}

/** The quarter of the financial year that a day lies in. */
export function quarterOf(day: Day, startMonth: number): ClosedPeriod {
  const year = yearOf(day, startMonth);
  return monthsFrom(addMonths(year.first, 3 * Math.floor(monthsBetween(year.first, day) / 3)), 3, "quarter");
}

/** A period of so many whole months. */
export function monthsFrom(first: Day, months: number, kind: Period["kind"]): ClosedPeriod {
  return { kind, first, last: addMonths(first, months) - 1 };
}

/** The financial years that lie whole inside a span; none in an open one. */
export function splitIntoYears(period: Period, startMonth: number): ClosedPeriod[] {
  if (!isClosed(period)) return [];
  const own = yearOf(period.first, startMonth);
  return yearsFrom(own.first < period.first ? own.last + 1 : own.first, period.last);
}

/**
 * The years of a span that is made of whole years, counted from its own first day (`2025/26 to 2027/28`,
 * `2020 to 2023`); none where the span is no such thing, or one year only.
 */
export function yearsOfSpan(period: Period): ClosedPeriod[] {
  const months = lengthInMonths(period);
  if (!isClosed(period) || months === undefined || months < 24 || months % 12 !== 0) return [];
  return yearsFrom(period.first, period.last);
}

function yearsFrom(first: Day, last: Day): ClosedPeriod[] {
  const years: ClosedPeriod[] = [];
  for (
    let year = monthsFrom(first, 12, "year");
    year.last <= last;
    year = monthsFrom(year.last + 1, 12, "year")
  )
    years.push(year);
  return years;
}

function monthsBetween(from: Day, to: Day): number {
  const [a, b] = [dateOf(from), dateOf(to)];
  return (b.year - a.year) * 12 + b.month - a.month;
}

function firstOf(period: Period): number {
  return period.first ?? Number.NEGATIVE_INFINITY;
}

function lastOf(period: Period): number {
  return period.last ?? Number.POSITIVE_INFINITY;
}

/** Not a subtraction, because two open ends have no difference. */
function compareDays(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
