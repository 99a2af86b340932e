// What only the linked workspace can tell of written values: periods that depend on the organisation's year or on a
// plan, recorded values against their measure's unit and levels, and two values for one measure, scope and period.

import type { Place, Refusal } from "../findings/finding.ts";
import { linksFrom, type StrategyModel } from "../link/model.ts";
import { entityOf, type Item, type ItemOf, nameItem, type RecordedValue } from "../model/items.ts";
import type { PeriodProblem } from "../model/parsePeriod.ts";
import type { Period } from "../model/period.ts";
import type { PeriodCalendar } from "../model/resolvePeriod.ts";
import {
  readValue,
  STATUSES_WITHOUT_VALUE,
  type ValueProblem,
  type ValueUnreadable,
} from "../model/value.ts";
import { recordedPeriod, refusePeriod, type WrittenPeriod, writtenPeriods } from "../model/writtenPeriods.ts";
import { type CalendarClash, isClash, isPeriod } from "./calendar.ts";
import type { ThreadReader } from "./thread.ts";

export interface DuplicateValueFacts {
  /** `Measure "Delayed transfers"`. */
  readonly measure: string;
  readonly period: string;
  readonly value: string;
  readonly otherValue: string;
}

export function checkLinkedValues(model: StrategyModel, thread: ThreadReader): Refusal[] {
  const inUse = model.items.filter((item) => item.retired === undefined);
  return [
    ...inUse.flatMap((item) => checkPeriods(item, thread)),
    ...checkActuals(
      model,
      inUse.filter((item): item is ItemOf<"actuals"> => item.kind === "actuals"),
      thread,
    ),
  ];
}

function checkPeriods(item: Item, thread: ThreadReader): Refusal[] {
  // Those of recorded values are their measures' and are checked with them.
  const written = item.kind === "actuals" ? [] : writtenPeriods(item);
  return written.length === 0 ? [] : refusePeriods(item, written, thread.calendarOf(item), thread);
}

function refusePeriods(
  item: Item,
  written: readonly WrittenPeriod[],
  calendar: PeriodCalendar | CalendarClash,
  thread: ThreadReader,
): Refusal[] {
  return written.flatMap((one) => {
    const words = thread.wordsOf(one.written.text);
    if ("problem" in words) return [];
    const clash = isClash(calendar) && words.form !== "day" && words.form !== "month";
    if (clash) {
      const problem: PeriodProblem = {
        problem: "years-differ",
        text: one.written.text,
        organisations: calendar.organisations,
      };
      return [refusePeriod(item, one, problem)];
    }
    const period = isClash(calendar) ? undefined : thread.readPeriod(one.written.text, calendar);
    if (period === undefined || !("problem" in period)) return [];
    // "end" of a measure that no strategy uses cannot be told; that nothing uses it has its own finding.
    return period.problem === "end-without-strategy" ? [] : [refusePeriod(item, one, period)];
  });
}

interface Recorded {
  readonly actuals: ItemOf<"actuals">;
  readonly value: RecordedValue;
  readonly measure: ItemOf<"measure"> | ItemOf<"scope">;
  readonly period: Period | undefined;
}

function checkActuals(
  model: StrategyModel,
  files: readonly ItemOf<"actuals">[],
  thread: ThreadReader,
): Refusal[] {
  const recorded = files.flatMap((actuals) => recordedIn(actuals, model, thread));
  return [
    ...recorded.flatMap((one) => refuseRecordedPeriod(one, thread)),
    ...recorded.flatMap(refuseValue),
    ...refuseDuplicates(recorded),
  ];
}

/** The recorded values whose measure is known; the others have their own finding. */
function recordedIn(actuals: ItemOf<"actuals">, model: StrategyModel, thread: ThreadReader): Recorded[] {
  const measures = new Map(
    linksFrom(model, actuals, "actuals").map((link) => [link.reference.text, link.to]),
  );
  return actuals.values.flatMap((value) => {
    const measure = measures.get(value.measure.text);
    if (measure?.kind !== "measure" && measure?.kind !== "scope") return [];
    const calendar = thread.calendarOf(measure);
    const reading = isClash(calendar) ? undefined : thread.readPeriod(value.period.text, calendar);
    return [{ actuals, value, measure, period: isPeriod(reading) ? reading : undefined }];
  });
}

/** What a year means is said by the organisation of the measure, not of the file. */
function refuseRecordedPeriod(
  { actuals, value, measure, period }: Recorded,
  thread: ThreadReader,
): Refusal[] {
  if (period !== undefined) return [];
  return refusePeriods(actuals, [recordedPeriod(value.period)], thread.calendarOf(measure), thread);
}

function refuseValue({ actuals, value, measure }: Recorded): Refusal[] {
  const problem = value.value === undefined ? undefined : problemOf(value.value.text, value.status, measure);
  if (value.value === undefined || problem === undefined) return [];
  const facts: ValueUnreadable = { problem, measure: measure.title ?? measure.id };
  return [
    {
      rule: "actuals/value-unreadable",
      place: { file: actuals.file, path: value.value.path, on: "value" },
      entity: entityOf(measure),
      field: value.period.text,
      value: value.value.text,
      facts,
    },
  ];
}

function problemOf(text: string, status: string, measure: Recorded["measure"]): ValueProblem | undefined {
  if (STATUSES_WITHOUT_VALUE.includes(status)) return { problem: "figure-beside-status", text, status };
  const read = readValue(text, {
    levels: measure.levels,
    ...(measure.unit === undefined ? {} : { unit: measure.unit }),
  });
  return "problem" in read ? read : undefined;
}

function refuseDuplicates(recorded: readonly Recorded[]): Refusal<DuplicateValueFacts>[] {
  const first = new Map<string, Recorded>();
  return recorded.flatMap((one) => {
    const period =
      one.period === undefined ? one.value.period.text : `${one.period.first}..${one.period.last}`;
    const key = `${one.measure.id} ${period}`;
    const other = first.get(key);
    if (other === undefined) {
      first.set(key, one);
      return [];
    }
    return [
      {
        rule: "actuals/duplicate",
        place: placeOf(one),
        entity: entityOf(one.measure),
        field: one.value.period.text,
        facts: {
          measure: nameItem(one.measure),
          period: one.value.period.text,
          value: one.value.value?.text ?? "",
          otherValue: other.value.value?.text ?? "",
        },
        related: [{ message: "first recorded here", place: placeOf(other) }],
      },
    ];
  });
}

function placeOf({ actuals, value }: Recorded): Place {
  return { file: actuals.file, path: value.period.path, on: recordedPeriod(value.period).on };
}
