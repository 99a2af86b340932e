// The periods that may stand at a place: years, quarters and months of the strategy or plan, nearest to the day first.

import type { StrategyModel } from "../../link/model.ts";
import { addMonths, type Day, formatDay } from "../../model/day.ts";
import { formatPeriod, humanDay, writePeriod } from "../../model/formatPeriod.ts";
import type { Item } from "../../model/items.ts";
import {
  type ClosedPeriod,
  isClosed,
  lengthInDays,
  lengthInMonths,
  monthsFrom,
  type Period,
  quarterOf,
  yearOf,
} from "../../model/period.ts";
import type { PeriodCalendar } from "../../model/resolvePeriod.ts";
import { calendarOf, documentPeriods, isClash, readPeriod } from "../../trace/calendar.ts";
import { yearStartOf } from "../../trace/usage.ts";
import { MOST_OFFERS } from "./candidates.ts";
import type { Offer } from "./item.ts";
import type { Meaning } from "./meaning.ts";
import type { Place } from "./place.ts";

export function offerPeriods(
  place: Place,
  as: Extract<Meaning, { of: "period" }>["as"],
  taken: ReadonlySet<string>,
): Offer[] {
  const calendar = calendarAt(place);
  const { asOf } = place.analysis.workspace;
  const offers =
    as === "days"
      ? offerDays(asOf, calendar)
      : as === "own"
        ? offerOwn(place, asOf, calendar)
        : [...offerQuarters(calendar, asOf), ...offerWithin(rangeOf(calendar, asOf), calendar, asOf)];
  return offers.filter(({ label }) => !taken.has(label)).slice(0, MOST_OFFERS);
}

/** The periods in which a thing may have a value, for a table of values. */
export function offerPeriodsAround(model: StrategyModel, about: Item | undefined, asOf: Day): Offer[] {
  const calendar = calendarAt({ model, ...(about === undefined ? {} : { known: about }) });
  return offerWithin(rangeOf(calendar, asOf), calendar, asOf).slice(0, MOST_OFFERS);
}

function calendarAt({ model, known }: Pick<Place, "model" | "known">): PeriodCalendar {
  const calendar = known === undefined ? undefined : calendarOf(model, known, documentPeriods(model));
  if (calendar !== undefined && !isClash(calendar)) return calendar;
  return { startMonth: yearStartOf(model, undefined) };
}

/** The plan's or strategy's own period; without one, last year and the two to come. */
function rangeOf({ plan, strategy, startMonth }: PeriodCalendar, asOf: Day): ClosedPeriod {
  const own = plan ?? strategy;
  if (own !== undefined && isClosed(own)) return own;
  return monthsFrom(addMonths(yearOf(asOf, startMonth).first, -12), 48, "span");
}

function offerWithin(range: ClosedPeriod, calendar: PeriodCalendar, asOf: Day): Offer[] {
  const { startMonth } = calendar;
  const periods = [
    ...periodsIn(range, (day) => yearOf(day, startMonth)),
    ...periodsIn(range, (day) => quarterOf(day, startMonth)),
    ...periodsIn(range, (day) => monthsFrom(day, 1, "month")),
  ];
  return periods
    .sort((a, b) => distance(a, asOf) - distance(b, asOf) || lengthInDays(b) - lengthInDays(a))
    .map((period) => offerPeriod(writePeriod(period, startMonth), period));
}

function periodsIn(range: ClosedPeriod, periodAt: (day: Day) => ClosedPeriod): ClosedPeriod[] {
  const periods: ClosedPeriod[] = [];
  // A strategy of a lifetime is not listed month by month.
  for (let day = range.first; day <= range.last && periods.length < MOST_OFFERS; ) {
    const period = periodAt(day);
    periods.push(period);
    day = period.last + 1;
  }
  return periods;
}

function distance(period: ClosedPeriod, asOf: Day): number {
  if (asOf < period.first) return period.first - asOf;
  return asOf > period.last ? asOf - period.last : 0;
}

function offerPeriod(text: string, period: Period): Offer {
  return { label: text, kind: "period", detail: formatPeriod(period), text: [text] };
}

/** `Q1` to `Q4`, in a plan in which they have one meaning. */
function offerQuarters(calendar: PeriodCalendar, asOf: Day): Offer[] {
  const { plan } = calendar;
  if (plan === undefined || lengthInMonths(plan) !== 12) return [];
  return ["Q1", "Q2", "Q3", "Q4"]
    .flatMap((text) => {
      const period = readPeriod(text, calendar);
      return "problem" in period || !isClosed(period) ? [] : [{ text, period }];
    })
    .sort((a, b) => distance(a.period, asOf) - distance(b.period, asOf))
    .map(({ text, period }) => offerPeriod(text, period));
}

/** Today, then the last days of the quarters to come. */
function offerDays(asOf: Day, { startMonth }: PeriodCalendar): Offer[] {
  const ends = [asOf];
  for (let day = asOf; ends.length < 9; ) {
    const { last } = quarterOf(day, startMonth);
    if (!ends.includes(last)) ends.push(last);
    day = last + 1;
  }
  return ends.map((day) => ({
    label: formatDay(day),
    kind: "period",
    detail: day === asOf ? `${humanDay(day)}, today` : humanDay(day),
    text: [formatDay(day)],
  }));
}

/** For the period that a document is about: whole years for strategies and plans, quarters for reports. */
function offerOwn(place: Place, asOf: Day, calendar: PeriodCalendar): Offer[] {
  const { startMonth, strategy } = calendar;
  const year = yearOf(asOf, startMonth);
  if (place.kind === "strategy" || place.kind === "enabler-strategy") {
    const spans = [0, 12].flatMap((later) =>
      [36, 60, 24].map((months) => monthsFrom(addMonths(year.first, later), months, "span")),
    );
    return spans.map((period) => offerPeriod(writePeriod(period, startMonth), period));
  }
  if (place.kind === "delivery-plan") {
    const range = strategy !== undefined && isClosed(strategy) ? strategy : rangeOf({ startMonth }, asOf);
    return periodsIn(range, (day) => yearOf(day, startMonth))
      .sort((a, b) => distance(a, asOf) - distance(b, asOf))
      .map((period) => offerPeriod(writePeriod(period, startMonth), period));
  }
  return offerWithin(rangeOf(calendar, asOf), calendar, asOf);
}
