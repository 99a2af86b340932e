// Reads dates in English prose, as generously as they are meant: "by March 2028", "by the end of 2027/28".

import { type Day, dayOf, isDate, lastDayOfMonth } from "../../model/day.ts";
import type { PeriodWords, SinglePeriodWords } from "../../model/parsePeriod.ts";

/** All days that may be meant. */
export interface Envelope {
  readonly first: Day;
  readonly last: Day;
}

export interface StatedDate extends Envelope {
  /** As written, with single spaces: `by March 2028`. */
  readonly words: string;
}

const MONTHS = "january february march april may june july august september october november december".split(
  " ",
);
const DATE = `(?:the )?(?:(?:end|close|start|beginning|middle) of )?(?:(?<day>\\d{1,2})(?:st|nd|rd|th)? )?(?:(?<month>${MONTHS.join("|")}) )?(?<year>(?:19|20)\\d\\d)(?:[/–-](?<next>\\d\\d(?:\\d\\d)?))?`;
const BY = new RegExp(`(?<![\\p{L}])by ${DATE}(?![\\p{L}\\p{N}/–-]|,\\d)`, "giu");
const ANY_YEAR = /(?<![p{N}.,£$€])(?:19|20)\d\d(?![p{N}]|[.,]\d)/g;

/** The one date of a sentence; of several nobody can say which counts. */
export function statedDateIn(sentence: string): StatedDate | undefined {
  const [only, ...others] = [...sentence.matchAll(BY)];
  if (only === undefined || others.length > 0) return undefined;
  const years = sentence.match(ANY_YEAR) ?? [];
  return years.length === 1 ? readDate(only) : undefined;
}

/** The date that follows at once. */
export function statedDateAfter(text: string): StatedDate | undefined {
  const match = /^,? /.test(text) ? [...text.matchAll(BY)][0] : undefined;
  return match === undefined || match.index > 2 ? undefined : readDate(match);
}

function readDate({ 0: words, groups = {} }: RegExpMatchArray): StatedDate | undefined {
  const year = Number(groups.year);
  const month = groups.month === undefined ? 0 : MONTHS.indexOf(groups.month.toLowerCase()) + 1;
  if (groups.next !== undefined) {
    // Whichever month the year begins in.
    const isNext = Number(groups.next) % 100 === (year + 1) % 100;
    return isNext && month === 0
      ? { words, first: dayOf(year, 1, 1), last: dayOf(year + 1, 12, 31) }
      : undefined;
  }
  // By a year may be at its beginning.
  if (month === 0) return { words, first: dayOf(year - 1, 1, 1), last: dayOf(year, 12, 31) };
  const first = dayOf(year, month, 1);
  if (groups.day === undefined) return { words, first, last: lastDayOfMonth(first) };
  const day = Number(groups.day);
  return isDate(year, month, day)
    ? { words, first: dayOf(year, month, day), last: dayOf(year, month, day) }
    : undefined;
}

/** Of a period as it is written, wherever the organisation's year begins; undefined where that is not enough to know. */
export function envelopeOf(words: PeriodWords): Envelope | undefined {
  switch (words.form) {
    case "span": {
      const [from, to] = [envelopeOfSingle(words.from), envelopeOfSingle(words.to)];
      return { first: from.first, last: to.last };
    }
    case "financial-year":
    case "calendar-year":
    case "month":
    case "day":
      return envelopeOfSingle(words);
    default:
      return undefined;
  }
}

function envelopeOfSingle(words: SinglePeriodWords): Envelope {
  switch (words.form) {
    case "day":
      return { first: words.day, last: words.day };
    case "month": {
      const first = dayOf(words.year, words.month, 1);
      return { first, last: lastDayOfMonth(first) };
    }
    case "calendar-year":
      return { first: dayOf(words.year, 1, 1), last: dayOf(words.year, 12, 31) };
    case "financial-year": {
      const year = words.namedBy === "end" ? words.year - 1 : words.year;
      return { first: dayOf(year, 1, 1), last: dayOf(year + 1, 12, 31) };
    }
  }
}

export function meet(a: Envelope, b: Envelope): boolean {
  return a.first <= b.last && b.first <= a.last;
}
