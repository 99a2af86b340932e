// Gives the words of a period their days: what `2017/18` and `Q3` mean depends on the organisation, plan and strategy.

import { addMonths, dayOf } from "./day.ts";
import { writePeriod } from "./formatPeriod.ts";
import type { PeriodProblem, PeriodWords, QuarterNumber, SinglePeriodWords } from "./parsePeriod.ts";
import {
  type ClosedPeriod,
  isClosed,
  lengthInMonths,
  monthsFrom,
  type Period,
  periodsOverlap,
  yearOf,
} from "./period.ts";

export interface PeriodCalendar {
  /** The month in which the organisation's financial year begins: 1 to 12. */
  readonly startMonth: number;
  /** The period of the delivery plan in which the words stand. */
  readonly plan?: Period;
  /** The period of the strategy that the words are about (of several that use a measure, the latest). */
  readonly strategy?: Period;
}

/** Never fails on words that `parsePeriod` accepted in any other way than with a problem. */
export function resolvePeriod(words: PeriodWords, calendar: PeriodCalendar): Period | PeriodProblem {
  const { text } = words;
  const strategy = calendar.strategy;
  switch (words.form) {
    case "span": {
      const [from, to] = [resolveSingle(words.from, calendar), resolveSingle(words.to, calendar)];
      if (from === undefined || to === undefined) return { problem: "calendar-year-organisation", text };
      if (to.last < from.first) return { problem: "ends-before-it-starts", text };
      return { kind: "span", first: from.first, last: to.last };
    }
    case "until": {
      const to = resolveSingle(words.to, calendar);
      if (to === undefined) return { problem: "calendar-year-organisation", text };
      const first = strategy?.first ?? null;
      return { kind: "span", first: first !== null && first > to.last ? null : first, last: to.last };
    }
    case "since": {
      const from = resolveSingle(words.from, calendar);
      if (from === undefined) return { problem: "calendar-year-organisation", text };
      const last = strategy?.last ?? null;
      return { kind: "span", first: from.first, last: last !== null && last < from.first ? null : last };
    }
    case "quarter":
      return resolveBareQuarter(words.quarter, text, calendar);
    case "every-year":
      return { kind: "every-year", first: strategy?.first ?? null, last: strategy?.last ?? null };
    case "end":
      if (strategy === undefined || strategy.last === null) return { problem: "end-without-strategy", text };
      return { kind: "end", first: strategy.last, last: strategy.last };
    default:
      return resolveSingle(words, calendar) ?? { problem: "calendar-year-organisation", text };
  }
}

/** Undefined where the words name two years and the organisation's year is the calendar year. */
function resolveSingle(words: SinglePeriodWords, { startMonth }: PeriodCalendar): ClosedPeriod | undefined {
  switch (words.form) {
    case "day":
      return { kind: "day", first: words.day, last: words.day };
    case "month":
      return monthsFrom(dayOf(words.year, words.month, 1), 1, "month");
    case "calendar-year":
      return yearOrQuarter(monthsFrom(dayOf(words.year, 1, 1), 12, "year"), words.quarter);
    case "financial-year": {
      if (words.namedBy === "start" && startMonth === 1) return undefined;
      const year = words.namedBy === "end" && startMonth !== 1 ? words.year - 1 : words.year;
      return yearOrQuarter(monthsFrom(dayOf(year, startMonth, 1), 12, "year"), words.quarter);
    }
  }
}

function yearOrQuarter(year: ClosedPeriod, quarter: QuarterNumber | undefined): ClosedPeriod {
  return quarter === undefined ? year : monthsFrom(addMonths(year.first, 3 * (quarter - 1)), 3, "quarter");
}

/**
 * A bare `Q3` is the third quarter of the plan's own year. In a plan that is not twelve months long it is that of the
 * financial year, as long as only one such quarter lies in the plan.
 */
function resolveBareQuarter(
  quarter: QuarterNumber,
  text: string,
  { plan, startMonth }: PeriodCalendar,
): Period | PeriodProblem {
  if (plan === undefined || !isClosed(plan)) return { problem: "quarter-without-plan", text };
  if (lengthInMonths(plan) === 12) return yearOrQuarter(plan, quarter);
  const all = yearsTouching(plan, startMonth).map((year) => yearOrQuarter(year, quarter));
  const inPlan = all.filter((candidate) => periodsOverlap(candidate, plan));
  const [only] = inPlan.length === 0 ? all : inPlan;
  if (only !== undefined && (inPlan.length === 1 || all.length === 1)) return only;
  const choices = (inPlan.length === 0 ? all : inPlan).map((candidate) => writePeriod(candidate, startMonth));
  return { problem: "quarter-of-longer-plan", text, choices };
}

function yearsTouching(period: ClosedPeriod, startMonth: number): ClosedPeriod[] {
  const years: ClosedPeriod[] = [];
  for (let year = yearOf(period.first, startMonth); year.first <= period.last; ) {
    years.push(year);
    year = yearOf(year.last + 1, startMonth);
  }
  return years;
}
