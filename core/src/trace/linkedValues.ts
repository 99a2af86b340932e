// What only the linked workspace can tell of written values: periods that depend on the organisation's year or on a
// plan, recorded values against their measure's unit and levels, and two values for one measure, scope and period.

import type { Place, Refusal } from "../findings/finding.ts";
import { linksFrom, type StrategyModel } from "../link/model.ts";
import {
  entityOf,
  type Item,
  type ItemOf,
  nameItem,
  type RecordedValue,
  type Written,
} from "../model/items.ts";
import { type PeriodProblem, type PeriodUnreadable, parsePeriod } from "../model/parsePeriod.ts";
import type { Period } from "../model/period.ts";
import { type PeriodCalendar, resolvePeriod } from "../model/resolvePeriod.ts";
import {
  readValue,
  STATUSES_WITHOUT_VALUE,
  type ValueProblem,
  type ValueUnreadable,
} from "../model/value.ts";
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
  const written = writtenPeriods(item);
  return written.length === 0 ? [] : refusePeriods(item, written, thread.calendarOf(item));
}

function refusePeriods(
  item: Item,
  written: readonly WrittenPeriod[],
  calendar: PeriodCalendar | CalendarClash,
): Refusal[] {
  return written.flatMap(({ at, on }) => {
    const words = parsePeriod(at.text);
    if ("problem" in words) return [];
    const clash = isClash(calendar) && words.form !== "day" && words.form !== "month";
    if (clash) {
      const problem: PeriodProblem = {
        problem: "years-differ",
        text: at.text,
        organisations: calendar.organisations,
      };
      return [refusePeriod(item, at, on, problem)];
    }
    const period = isClash(calendar) ? undefined : resolvePeriod(words, calendar);
    if (period === undefined || !("problem" in period)) return [];
    // "end" of a measure that no strategy uses cannot be told; that nothing uses it has its own finding.
    return period.problem === "end-without-strategy" ? [] : [refusePeriod(item, at, on, period)];
  });
}

interface WrittenPeriod {
  readonly at: Written;
  readonly on: "key" | "value";
}

function writtenPeriods(item: Item): WrittenPeriod[] {
  const values = (...written: (Written | undefined)[]): WrittenPeriod[] =>
    written.flatMap((at) => (at === undefined ? [] : [{ at, on: "value" as const }]));
  switch (item.kind) {
    case "strategy":
    case "delivery-plan":
    case "enabler-strategy":
    case "progress-report":
      return values(item.period);
    case "aim":
    case "objective":
    case "capability":
    case "action":
    case "milestone":
      return values(item.start, item.due);
    case "measure":
    case "scope":
      return [
        ...item.targets.map((target) => ({ at: target.period, on: "key" as const })),
        ...item.baseline.flatMap(({ period }): WrittenPeriod[] =>
          period === undefined ? [] : [{ at: period, on: period.path.at(-1) === "at" ? "value" : "key" }],
        ),
      ].filter(({ at }) => item.path.every((step, index) => at.path[index] === step));
    default:
      return [];
  }
}

function refusePeriod(item: Item, at: Written, on: "key" | "value", problem: PeriodProblem): Refusal {
  const facts: PeriodUnreadable = { problem };
  return {
    rule: "period/unreadable",
    place: { file: item.file, path: at.path, on },
    entity: entityOf(item),
    field: at.path.slice(item.path.length).join("."),
    value: at.text,
    facts,
  };
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
    const words = parsePeriod(value.period.text);
    const calendar = thread.calendarOf(measure);
    const reading = "problem" in words || isClash(calendar) ? undefined : resolvePeriod(words, calendar);
    return [{ actuals, value, measure, period: isPeriod(reading) ? reading : undefined }];
  });
}

/** What a year means is said by the organisation of the measure, not of the file. */
function refuseRecordedPeriod(
  { actuals, value, measure, period }: Recorded,
  thread: ThreadReader,
): Refusal[] {
  if (period !== undefined) return [];
  const on = value.period.path.length > 2 ? "key" : "value";
  return refusePeriods(actuals, [{ at: value.period, on }], thread.calendarOf(measure));
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
  const on = value.period.path.length > 2 ? "key" : "value";
  return { file: actuals.file, path: value.period.path, on };
}
