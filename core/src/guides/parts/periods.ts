// Choosing a period: the years that come into question, or any other in words.

import type { Lookup } from "../../lookup/lookup.ts";
import { refusePeriod } from "../../lookup/refuseWords.ts";
import { addMonths, type Day } from "../../model/day.ts";
import { formatPeriod, writePeriod } from "../../model/formatPeriod.ts";
import {
  isClosed,
  lengthInMonths,
  monthsFrom,
  type Period,
  periodsOverlap,
  splitIntoYears,
  yearOf,
} from "../../model/period.ts";
import type { PeriodCalendar } from "../../model/resolvePeriod.ts";
import { isPeriod, readPeriod } from "../../trace/calendar.ts";
import type { Answers, Choice, Step } from "../guide.ts";

export interface PeriodStep {
  readonly name: string;
  readonly prompt: string;
  readonly skip?: string;
  when?(lookup: Lookup, answers: Answers): boolean;
  calendar(lookup: Lookup, answers: Answers): PeriodCalendar;
  /** Those that are offered. */
  periods(calendar: PeriodCalendar, asOf: Day): readonly Choice[];
}

export function periodStep(step: PeriodStep): Step {
  const { name, prompt, skip } = step;
  return {
    name,
    ask(lookup, answers) {
      if (step.when?.(lookup, answers) === false) return undefined;
      const choices = step.periods(step.calendar(lookup, answers), lookup.analysis.workspace.asOf);
      return {
        kind: "choose",
        prompt,
        placeholder: "Choose one, or write another such as 2026/27, 2026/27 Q3, 2026-04 or 2027-03-31",
        choices,
        orWrite: true,
        ...(skip === undefined ? {} : { skip }),
      };
    },
    check(lookup, answers, answer) {
      const calendar = step.calendar(lookup, answers);
      return refusePeriod(String(answer), calendar) ?? refuseOutside(String(answer), calendar);
    },
  };
}

/** What stands in a plan is due in it, or in a later year that is written whole. */
function refuseOutside(text: string, calendar: PeriodCalendar): string | undefined {
  const { plan } = calendar;
  const period = readPeriod(text, calendar);
  if (plan === undefined || !isPeriod(period) || periodsOverlap(plan, period)) return undefined;
  const isLaterYear =
    period.kind === "year" && period.first !== null && plan.last !== null && period.first > plan.last;
  return isLaterYear ? undefined : `${text} is outside the plan (${formatPeriod(plan)}): choose a date in it`;
}

/** The last year of the strategy first, because that is what most targets are about. */
export function targetYears({ strategy, startMonth }: PeriodCalendar, asOf: Day): readonly Choice[] {
  const own = strategy === undefined ? [] : splitIntoYears(strategy, startMonth);
  const years = own.length > 0 ? own : [0, 1, 2, 3, 4].map((later) => yearAt(asOf, startMonth, later));
  return years.map((year) => choiceOf(year, startMonth)).reverse();
}

/** The last whole year first. */
export function pastYears({ startMonth }: PeriodCalendar, asOf: Day): readonly Choice[] {
  return [-1, -2, -3].map((later) => choiceOf(yearAt(asOf, startMonth, later), startMonth));
}

/** The quarters of a plan of one year, else the years of the strategy. */
export function dueDates(calendar: PeriodCalendar, asOf: Day): readonly Choice[] {
  const { plan } = calendar;
  if (plan === undefined || lengthInMonths(plan) !== 12) return [...targetYears(calendar, asOf)].reverse();
  return ["Q1", "Q2", "Q3", "Q4"].flatMap((quarter) => {
    const period = readPeriod(quarter, calendar);
    return isPeriod(period) ? [{ id: quarter, label: quarter, description: formatPeriod(period) }] : [];
  });
}

function yearAt(asOf: Day, startMonth: number, later: number): Period {
  return monthsFrom(addMonths(yearOf(asOf, startMonth).first, 12 * later), 12, "year");
}

function choiceOf(period: Period, startMonth: number): Choice {
  const text = writePeriod(period, startMonth);
  return { id: text, label: text, ...(isClosed(period) ? { description: formatPeriod(period) } : {}) };
}
