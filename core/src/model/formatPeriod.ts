// Periods and days as people read them: "Oct to Dec 2017"; and as authors write them: "2017/18 Q3".

import { type Day, dateOf, formatDay } from "./day.ts";
import { isClosed, isWholeMonths, type Period, quarterOf, samePeriod, yearOf } from "./period.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `Oct to Dec 2017`, `Apr 2017 to Mar 2018`, `Oct 2017`, `31 Mar 2018`, `to Dec 2030`, `from Apr 2025`. */
export function formatPeriod(period: Period): string {
  if (period.first === null && period.last === null)
    return period.kind === "every-year" ? "every year" : "always";
  if (!isClosed(period)) {
    if (period.last !== null) return `to ${humanDay(period.last)}`;
    return `from ${humanDay(period.first ?? 0)}`;
  }
  const whole = isWholeMonths(period);
  const write = whole ? humanMonth : humanDay;
  const [from, to] = [write(period.first), write(period.last)];
  if (from === to) return to;
  const sameYear = dateOf(period.first).year === dateOf(period.last).year;
  return `${sameYear ? from.slice(0, -5) : from} to ${to}`;
}

/** `31 Mar 2018`. */
export function humanDay(day: Day): string {
  return `${dateOf(day).day} ${humanMonth(day)}`;
}

function humanMonth(day: Day): string {
  const { year, month } = dateOf(day);
  return `${MONTHS[month - 1]} ${String(year).padStart(4, "0")}`;
}

/** The financial year of a day as authors write it: `2017/18`, or `2017` where the year begins in January. */
export function writeYearOf(day: Day, startMonth: number): string {
  return yearText(dateOf(yearOf(day, startMonth).first).year, startMonth);
}

/** The financial quarter of a day: `2017/18 Q4`, or `2018 Q1` where the year begins in January. */
export function writeQuarterOf(day: Day, startMonth: number): string {
  const year = yearOf(day, startMonth);
  const months = (dateOf(day).month - dateOf(year.first).month + 12) % 12;
  return `${writeYearOf(day, startMonth)} Q${Math.floor(months / 3) + 1}`;
}

/** The shortest words that mean a period's days in an organisation whose year begins in `startMonth`. */
export function writePeriod(period: Period, startMonth: number): string {
  if (period.kind === "every-year") return "every year";
  if (!isClosed(period)) {
    if (period.last !== null) return `to ${formatDay(period.last)}`;
    return period.first === null ? "every year" : `from ${formatDay(period.first)}`;
  }
  const { first, last } = period;
  if (first === last) return formatDay(first);
  if (samePeriod(period, yearOf(first, startMonth))) return writeYearOf(first, startMonth);
  if (samePeriod(period, yearOf(first, 1))) return writeYearOf(first, 1);
  if (samePeriod(period, quarterOf(first, startMonth))) return writeQuarterOf(first, startMonth);
  if (samePeriod(period, quarterOf(first, 1))) return writeQuarterOf(first, 1);
  if (!isWholeMonths(period)) return `${formatDay(first)} to ${formatDay(last)}`;
  if (monthText(first) === monthText(last)) return monthText(first);
  if (first === yearOf(first, startMonth).first && last === yearOf(last, startMonth).last)
    return `${writeYearOf(first, startMonth)} to ${writeYearOf(last, startMonth)}`;
  return `${monthText(first)} to ${monthText(last)}`;
}

function monthText(day: Day): string {
  return formatDay(day).slice(0, 7);
}

function yearText(year: number, startMonth: number): string {
  const text = String(year).padStart(4, "0");
  return startMonth === 1 ? text : `${text}/${String((year + 1) % 100).padStart(2, "0")}`;
}
