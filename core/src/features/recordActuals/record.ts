// One value as it is to be recorded: its words looked at by the measure that it is of, and written as the files have it.

import type { Refused } from "../../findings/refused.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import { sayPeriodProblem, sayValueProblem } from "../../lookup/refuseWords.ts";
import { formatDay } from "../../model/day.ts";
import { kindWord, nameItem } from "../../model/items.ts";
import { readNumber } from "../../model/number.ts";
import { parsePeriod } from "../../model/parsePeriod.ts";
import { type ClosedPeriod, isClosed } from "../../model/period.ts";
import { readValue, STATUSES_WITHOUT_VALUE } from "../../model/value.ts";
import { foldSpaces } from "../../model/words.ts";
import { isClash, type PeriodReading, readPeriod } from "../../trace/calendar.ts";
import type { MeasureOrScope } from "../../trace/targets.ts";

/** What somebody says of one measure; `value` may be left out beside a status that says there is none. */
export interface GivenValue {
  /** `turnover`, or `turnover@cmht` in one of its scopes. */
  readonly measure: string;
  readonly value?: string;
  readonly numerator?: string;
  readonly denominator?: string;
  readonly of?: string;
  readonly status?: string;
  readonly met?: string;
  readonly note?: string;
}

/** The keys of a record, and the columns of a table, in the order in which they are written. */
export const RECORD_KEYS = ["value", "numerator", "denominator", "of", "status", "met", "note"] as const;
export type RecordKey = (typeof RECORD_KEYS)[number];
export type Fields = Readonly<Partial<Record<RecordKey, string>>>;

export interface NewRecord {
  readonly measure: MeasureOrScope;
  /** As it is to be written. */
  readonly period: string;
  readonly days: ClosedPeriod;
  /** Only those that there are. */
  readonly fields: Fields;
}

const STATUSES = ["final", "provisional", "estimated", ...STATUSES_WITHOUT_VALUE];
/** Statuses of values that may be given for a time that has not begun. */
const AHEAD: readonly string[] = ["estimated", "pending"];

export function newRecord(lookup: Lookup, written: string, given: GivenValue): NewRecord | Refused {
  const measure = findMeasure(lookup, given.measure);
  if ("refused" in measure) return measure;
  const period = readPeriodFor(lookup, measure, written);
  if ("refused" in period) return period;
  const fields = readFields(measure, given);
  if ("refused" in fields) return fields;
  const { asOf } = lookup.analysis.workspace;
  if (period.days.first > asOf && !AHEAD.includes(fields.status ?? ""))
    return {
      refused: `${period.period} begins after ${formatDay(asOf)}, so no value is known: check the period`,
    };
  return { measure, ...period, fields };
}

export function findMeasure({ model }: Lookup, name: string): MeasureOrScope | Refused {
  const found =
    model.byKey.get(`measure:${name}`) ?? model.items.find(({ id, kind }) => kind === "scope" && id === name);
  if (found?.kind !== "measure" && found?.kind !== "scope")
    return { refused: `No measure has the id "${name}": name one that is defined` };
  if (found.retired !== undefined)
    return { refused: `${nameItem(found)} has ended: record values of a ${kindWord(found.kind)} in force` };
  return found;
}

/** What has one meaning in another spelling is read so. */
export function readPeriodFor(
  { thread }: Lookup,
  measure: MeasureOrScope,
  written: string,
): { readonly period: string; readonly days: ClosedPeriod } | Refused {
  const text = foldSpaces(written);
  const calendar = thread.calendarOf(measure);
  if (isClash(calendar))
    return {
      refused: sayPeriodProblem({ problem: "years-differ", text, organisations: calendar.organisations }),
    };
  const read = (words: string): PeriodReading => readPeriod(words, calendar);
  const first = read(text);
  const period = "problem" in first && first.write !== undefined ? first.write : text;
  const days = read(period);
  if ("problem" in days) return { refused: sayPeriodProblem(days) };
  if (!isClosed(days) || !isOnePeriod(period))
    return { refused: `"${text}" is no one period: write a year, quarter, month or day` };
  return { period, days };
}

/** Open ends are closed by the strategy's own, which is no period of counting. */
function isOnePeriod(text: string): boolean {
  const words = parsePeriod(text);
  return !("problem" in words) && !["until", "since", "every-year", "end"].includes(words.form);
}

function readFields(measure: MeasureOrScope, given: GivenValue): Fields | Refused {
  const { status } = given;
  if (status !== undefined && !STATUSES.includes(status))
    return { refused: `"${status}" is not a status of a value: use ${STATUSES.join(", ")}` };
  const hasNone = status !== undefined && STATUSES_WITHOUT_VALUE.includes(status);
  const text = given.value?.trim() ?? "";
  const { met } = given;
  if (met !== undefined && met !== "yes" && met !== "no")
    return { refused: `"${met}" does not say whether the target was met: use yes or no` };
  if (text === "" && !hasNone && met === undefined)
    return {
      refused: `${nameItem(measure)} has no value here: write a figure, or say that it is not available`,
    };
  if (text !== "" && hasNone)
    return { refused: sayValueProblem({ problem: "figure-beside-status", text, status }, nameOf(measure)) };
  const value = text === "" ? undefined : valueFor(measure, text);
  if (typeof value === "object") return value;
  const fields: Partial<Record<RecordKey, string>> = value === undefined ? {} : { value };
  for (const key of ["numerator", "denominator", "of"] as const) {
    const figure = given[key] === undefined ? undefined : figureOf(given[key]);
    if (typeof figure === "object") return figure;
    if (figure !== undefined) fields[key] = figure;
  }
  const note = given.note?.trim() ?? "";
  return {
    ...fields,
    ...(status === undefined || status === "final" ? {} : { status }),
    ...(met === undefined ? {} : { met }),
    ...(note === "" ? {} : { note }),
  };
}

/** The value as the engine reads it; `95%` of a percentage and `3,340` are written as figures. */
export function valueFor(measure: MeasureOrScope, text: string): string | Refused {
  const context = {
    levels: measure.levels,
    ...(measure.unit === undefined ? {} : { unit: measure.unit }),
  };
  const read = readValue(text, context);
  if ("problem" in read) {
    const { write } = read;
    const isSure =
      write !== undefined && read.unit === undefined && !("problem" in readValue(write, context));
    return isSure ? write : { refused: sayValueProblem(read, nameOf(measure)) };
  }
  if (read.of === "level") return read.level;
  return read.of === "yes-no" ? read.value : foldSpaces(text);
}

function figureOf(text: string): string | Refused {
  const read = readNumber(text, { percent: "refused", commas: "refused" });
  if (!("problem" in read)) return text.trim();
  if (read.write !== undefined && read.unit === undefined) return read.write;
  return { refused: `"${text}" is not a count: write the figure in ordinary digits` };
}

/** As sentences about its values name it. */
export function nameOf({ title, id }: MeasureOrScope): string {
  return title ?? id;
}
