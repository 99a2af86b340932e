// The columns of a plan drawn by quarter, and the column that a day falls into.

import type { Day } from "../../model/day.ts";
import { formatPeriod, writeQuarterOf, writeYearOf } from "../../model/formatPeriod.ts";
import {
  type ClosedPeriod,
  containsDay,
  isClosed,
  type Period,
  quarterOf,
  yearOf,
} from "../../model/period.ts";

export interface PlanColumn {
  /** `Q1`; `2026/27 Q1` where the plan covers more than one year; `2026/27` where it covers more than two. */
  readonly label: string;
  /** `Apr to Jun 2026`. */
  readonly dates: string;
  readonly period: ClosedPeriod;
  /** Holds the as-of date. */
  readonly isNow: boolean;
}

const MOST_QUARTERS = 8;

/** None for a plan without a period that begins and ends. `startMonth` is the month in which the year begins, 1 to 12. */
export function planColumns(plan: Period | undefined, startMonth: number, asOf: Day): PlanColumn[] {
  if (plan === undefined || !isClosed(plan)) return [];
  const quarters = split(plan, (day) => quarterOf(day, startMonth));
  const isOneYear = quarters.length <= 4 && yearOf(plan.first, startMonth).last >= plan.last;
  const periods = quarters.length <= MOST_QUARTERS ? quarters : split(plan, (day) => yearOf(day, startMonth));
  const isQuarters = periods === quarters;
  return periods.map((period) => {
    const quarter = writeQuarterOf(period.first, startMonth);
    const label = !isQuarters
      ? writeYearOf(period.first, startMonth)
      : isOneYear
        ? quarter.slice(quarter.lastIndexOf(" ") + 1)
        : quarter;
    return { label, dates: formatPeriod(period), period, isNow: containsDay(period, asOf) };
  });
}

/** Whole quarters or years, from the one in which the plan begins to the one in which it ends. */
function split(plan: ClosedPeriod, around: (day: Day) => ClosedPeriod): ClosedPeriod[] {
  const periods: ClosedPeriod[] = [];
  for (let at = around(plan.first); at.first <= plan.last; at = around(at.last + 1)) periods.push(at);
  return periods;
}
