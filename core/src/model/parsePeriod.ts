// Reads the words of a period. What they mean in days depends on the organisation's year, the plan and the strategy,
// and is worked out in resolvePeriod.ts.

import { type Day, dayOf, isDate } from "./day.ts";
import { respellPeriod } from "./respellPeriod.ts";
import { foldSpaces } from "./words.ts";

export type QuarterNumber = 1 | 2 | 3 | 4;

/** A financial year written `2017/18` is named by the year in which it starts, `FY2018` by that in which it ends. */
export type SinglePeriodWords =
  | {
      readonly form: "financial-year";
      readonly year: number;
      readonly namedBy: "start" | "end";
      readonly quarter?: QuarterNumber;
    }
  | { readonly form: "calendar-year"; readonly year: number; readonly quarter?: QuarterNumber }
  | { readonly form: "month"; readonly year: number; readonly month: number }
  | { readonly form: "day"; readonly day: Day };

export type PeriodForm =
  | SinglePeriodWords
  | { readonly form: "span"; readonly from: SinglePeriodWords; readonly to: SinglePeriodWords }
  | { readonly form: "until"; readonly to: SinglePeriodWords }
  | { readonly form: "since"; readonly from: SinglePeriodWords }
  | { readonly form: "quarter"; readonly quarter: QuarterNumber }
  | { readonly form: "every-year" }
  | { readonly form: "end" };

export type PeriodWords = PeriodForm & { readonly text: string };

export interface PeriodProblem {
  readonly problem: // Of the words alone:
    | "empty"
    | "not-a-period"
    | "years-do-not-follow"
    | "no-such-month"
    | "no-such-day"
    | "no-such-quarter"
    // Of their meaning, from resolvePeriod:
    | "ends-before-it-starts"
    | "calendar-year-organisation"
    | "quarter-without-plan"
    | "quarter-of-longer-plan"
    | "end-without-strategy"
    // Of several organisations that use one measure, from linking:
    | "years-differ";
  readonly text: string;
  /** The period to write, where the text has one meaning. */
  readonly write?: string;
  /** The periods that may be meant, where it has several. */
  readonly choices?: readonly string[];
  /** Titles of the organisations whose years differ, or of the one whose year begins in January. */
  readonly organisations?: readonly string[];
}

/** What the finding period/unreadable is made from. */
export interface PeriodUnreadable {
  readonly problem: PeriodProblem;
}

/**
 *     period   = single | single " to " single | "to " single | "from " single | quarter | "every year" | "end" ;
 *     single   = fin-year [ " " quarter ] | year [ " " quarter ] | month | day ;
 *     fin-year = year "/" digit digit | "FY" year ;
 *     quarter  = "Q1" | "Q2" | "Q3" | "Q4" ;
 *     month    = year "-" digit digit ;   day = month "-" digit digit ;   year = 4 digits ;
 *
 * Letters in any case; a run of spaces counts as one. The two digits of `2017/18` are those of the next year.
 */
export function parsePeriod(text: string): PeriodWords | PeriodProblem {
  const folded = foldSpaces(text);
  if (folded === "") return { problem: "empty", text };
  const form = readForm(folded);
  if (!("problem" in form)) return { ...form, text };
  const readable = respellPeriod(folded).filter((choice) => !("problem" in readForm(choice)));
  const [only] = readable;
  if (only !== undefined && readable.length === 1) return { problem: form.problem, text, write: only };
  return { problem: form.problem, text, ...(readable.length === 0 ? {} : { choices: readable }) };
}

type FormProblem = { readonly problem: PeriodProblem["problem"] };

/** What most periods are is tried first; the forms have no words in common. */
function readForm(text: string): PeriodForm | FormProblem {
  const single = readSingle(text);
  if (!("problem" in single) || single.problem !== "not-a-period") return single;
  const quarter = readQuarter(/^Q([1-4])$/i.exec(text)?.[1]);
  if (quarter !== undefined) return { form: "quarter", quarter };
  if (/^every year$/i.test(text)) return { form: "every-year" };
  if (/^end$/i.test(text)) return { form: "end" };
  const open = /^(to|from) (.+)$/i.exec(text);
  if (open !== null) return readOpen(open[1] ?? "", open[2] ?? "");
  const span = /^(.+?) to (.+)$/i.exec(text);
  if (span === null) return single;
  const from = readSingle(span[1] ?? "");
  if ("problem" in from) return from;
  const to = readSingle(span[2] ?? "");
  return "problem" in to ? to : { form: "span", from, to };
}

function readOpen(side: string, text: string): PeriodForm | FormProblem {
  const single = readSingle(text);
  if ("problem" in single) return single;
  return side.toLowerCase() === "to" ? { form: "until", to: single } : { form: "since", from: single };
}

function readSingle(text: string): SinglePeriodWords | FormProblem {
  const inYear = /^(\d{4}\/\d{2}|FY\d{4}|\d{4})(?: Q(\d))?$/i.exec(text);
  if (inYear !== null) return readYear(inYear[1] ?? "", inYear[2]);
  const date = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text);
  if (date === null) return { problem: "not-a-period" };
  const [year, month] = [Number(date[1]), Number(date[2])];
  if (month < 1 || month > 12) return { problem: "no-such-month" };
  if (date[3] === undefined) return { form: "month", year, month };
  const day = Number(date[3]);
  return isDate(year, month, day)
    ? { form: "day", day: dayOf(year, month, day) }
    : { problem: "no-such-day" };
}

function readYear(text: string, quarterDigit: string | undefined): SinglePeriodWords | FormProblem {
  const number = readQuarter(quarterDigit);
  if (quarterDigit !== undefined && number === undefined) return { problem: "no-such-quarter" };
  const quarter = number === undefined ? {} : { quarter: number };
  if (/^FY/i.test(text))
    return { form: "financial-year", year: Number(text.slice(2)), namedBy: "end", ...quarter };
  const year = Number(text.slice(0, 4));
  if (text.length === 4) return { form: "calendar-year", year, ...quarter };
  if (Number(text.slice(5)) !== (year + 1) % 100) return { problem: "years-do-not-follow" };
  return { form: "financial-year", year, namedBy: "start", ...quarter };
}

function readQuarter(digit: string | undefined): QuarterNumber | undefined {
  const quarters: readonly QuarterNumber[] = [1, 2, 3, 4];
  return quarters.find((quarter) => String(quarter) === digit);
}
