// Periods of one list that mean the same time in two spellings.

import { type Period, samePeriod } from "../../model/period.ts";

/**
 * The end of a strategy is a day, and a target for the year that ends on it is due then too. "every year" is said of each
 * year, and what is written for one of them goes before it.
 */
export function isSameTime(a: Period, b: Period): boolean {
  if (a.kind === "every-year" || b.kind === "every-year") return false;
  const isEnd = a.kind === "end" || b.kind === "end";
  return samePeriod(a, b) || (isEnd && a.last !== null && a.last === b.last);
}

/** Each with the first before it that is the same time. */
export function pairsOfSameTime<Value extends { readonly period: Period | undefined }>(
  values: readonly Value[],
): readonly (readonly [first: Value, second: Value])[] {
  const pairs: (readonly [first: Value, second: Value])[] = [];
  for (const [at, second] of values.entries()) {
    const first = at === 0 ? undefined : firstOfSameTime(values, at, second.period);
    if (first !== undefined) pairs.push([first, second]);
  }
  return pairs;
}

/** Of those before a place. */
function firstOfSameTime<Value extends { readonly period: Period | undefined }>(
  values: readonly Value[],
  before: number,
  period: Period | undefined,
): Value | undefined {
  if (period === undefined) return undefined;
  for (let at = 0; at < before; at += 1) {
    const earlier = values[at];
    if (earlier?.period !== undefined && isSameTime(earlier.period, period)) return earlier;
  }
  return undefined;
}
