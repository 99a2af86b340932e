// What only the linked workspace can tell of written values: periods that depend on the organisation's year or on a
// plan, recorded values against their measure's unit and levels, and two values for one measure, scope and period.

import type { Place, Refusal } from "../findings/finding.ts";
import { hasRefused, linksFrom, referrersOf, type StrategyModel, targetOf } from "../link/model.ts";
import { type ImpossibleValue, sideBeyond } from "../model/impossible.ts";
import {
  entityOf,
  type Item,
  type ItemOf,
  nameItem,
  nameItemWithin,
  type RecordedValue,
} from "../model/items.ts";
import type { PeriodProblem } from "../model/parsePeriod.ts";
import { parseWhen, type WhenUnreadable } from "../model/parseWhen.ts";
import type { Period } from "../model/period.ts";
import type { PeriodCalendar } from "../model/resolvePeriod.ts";
import {
  readValue,
  STATUSES_WITHOUT_VALUE,
  type ValueProblem,
  type ValueUnreadable,
} from "../model/value.ts";
import { eachPeriod, recordedPeriod, refusePeriod } from "../model/writtenPeriods.ts";
import { getOrAdd } from "../text/maps.ts";
import { type CalendarClash, isClash, isPeriod } from "./calendar.ts";
import { type MeasureOrScope, targetWords } from "./targets.ts";
import type { ThreadReader } from "./thread.ts";

export interface DuplicateValueFacts {
  /** `Measure "Delayed transfers"`. */
  readonly measure: string;
  readonly period: string;
  readonly value: string;
  readonly otherValue: string;
}

/** Of these items; two values of one measure are told of only where all that record it are among them. */
export function checkLinkedValues(
  items: readonly Item[],
  model: StrategyModel,
  thread: ThreadReader,
): Refusal[] {
  const inUse = items.filter((item) => item.retired === undefined);
  const refusals: Refusal[] = [];
  // Periods of recorded values are their measures' and are checked with them.
  for (const item of inUse) if (item.kind !== "actuals") checkPeriods(item, thread, refusals);
  for (const item of inUse) refusals.push(...checkWhen(item, model));
  const recording = inUse.filter((item): item is ItemOf<"actuals"> => item.kind === "actuals");
  return refusals.concat(checkActuals(model, recording, thread));
}

function checkPeriods(item: Item, thread: ThreadReader, found: Refusal[]): void {
  eachPeriod(item, (written, sideOf) => {
    const problem = problemOfPeriod(written.text, thread.calendarOf(item), thread);
    if (problem !== undefined) found.push(refusePeriod(item, { written, on: sideOf(written) }, problem));
  });
}

/** What the file alone cannot tell; words that cannot be read have been refused there. */
function problemOfPeriod(
  text: string,
  calendar: PeriodCalendar | CalendarClash,
  thread: ThreadReader,
): PeriodProblem | undefined {
  const words = thread.wordsOf(text);
  if ("problem" in words) return undefined;
  if (isClash(calendar)) {
    if (words.form === "day" || words.form === "month") return undefined;
    return { problem: "years-differ", text, organisations: calendar.organisations };
  }
  const period = thread.readPeriod(text, calendar);
  // "end" of a measure that no strategy uses cannot be told; that nothing uses it has its own finding.
  return "problem" in period && period.problem !== "end-without-strategy" ? period : undefined;
}

/** Target words that the measure's unit, levels or comparators do not allow; the others were refused in the file. */
function checkWhen(item: Item, model: StrategyModel): Refusal<WhenUnreadable>[] {
  if ((item.kind !== "action" && item.kind !== "milestone") || item.when === undefined) return [];
  const measure = targetOf(model, item, "when");
  if (measure?.kind !== "measure" && measure?.kind !== "scope") return [];
  if (hasRefused(model, measure, "levels", "comparators", "unit")) return [];
  const words = parseWhen(item.when.text, targetWords(measure));
  if ("measure" in words) return [];
  return [
    {
      rule: "plan/when-unreadable",
      place: { file: item.file, path: item.when.path, on: "value" },
      entity: entityOf(item),
      field: "when",
      value: item.when.text,
      facts: words,
    },
  ];
}

interface Recorded {
  readonly actuals: ItemOf<"actuals">;
  readonly value: RecordedValue;
  readonly measure: MeasureOrScope;
  /** Of the measure: what a year means is said by its organisation, not by that of the file. */
  readonly calendar: PeriodCalendar | CalendarClash;
  readonly period: Period | undefined;
  /** Whether other files record this measure, too. */
  readonly isSpread: boolean;
}

/** What was recorded first for each time of a measure. */
type Firsts = Map<MeasureOrScope, Map<string, Recorded>>;

/** File by file, because a large workspace records very many values. */
function checkActuals(
  model: StrategyModel,
  files: readonly ItemOf<"actuals">[],
  thread: ThreadReader,
): Refusal[] {
  const refusals: Refusal[] = [];
  const firstsOfAll: Firsts = new Map();
  const daysOf = daysReader();
  for (const actuals of files) {
    const firsts: Firsts = new Map();
    for (const one of recordedIn(actuals, model, thread)) {
      const { value, calendar, period, isSpread } = one;
      if (period === undefined) {
        const problem = problemOfPeriod(value.period.text, calendar, thread);
        if (problem !== undefined)
          refusals.push(refusePeriod(actuals, recordedPeriod(value.period), problem));
      }
      const refused = refuseValue(one);
      if (refused !== undefined) refusals.push(refused);
      const days = period === undefined ? value.period.text : daysOf(period);
      const second = refuseDuplicate(one, days, isSpread ? firstsOfAll : firsts);
      if (second !== undefined) refusals.push(second);
    }
  }
  return refusals;
}

/** The days of a period as one text. A workspace has few periods, and writes values for them very often. */
function daysReader(): (period: Period) => string {
  const known = new Map<Period, string>();
  return (period) => getOrAdd(known, period, () => `${period.first}..${period.last}`);
}

/** The recorded values whose measure is known; the others have their own finding. */
function recordedIn(actuals: ItemOf<"actuals">, model: StrategyModel, thread: ThreadReader): Recorded[] {
  const measures = new Map<string, Pick<Recorded, "measure" | "calendar" | "isSpread">>();
  for (const { reference, to } of linksFrom(model, actuals, "actuals")) {
    if (to.kind !== "measure" && to.kind !== "scope") continue;
    const isSpread = referrersOf(model, to, "actuals").some((from) => from !== actuals);
    measures.set(reference.text, { measure: to, calendar: thread.calendarOf(to), isSpread });
  }
  const recorded: Recorded[] = [];
  for (const value of actuals.values) {
    const known = measures.get(value.measure.text);
    if (known === undefined) continue;
    const { measure, calendar, isSpread } = known;
    const reading = isClash(calendar) ? undefined : thread.readPeriod(value.period.text, calendar);
    const period = isPeriod(reading) ? reading : undefined;
    recorded.push({ actuals, value, measure, calendar, isSpread, period });
  }
  return recorded;
}

function refuseValue({ actuals, value, measure }: Recorded): Refusal | undefined {
  if (value.value === undefined) return undefined;
  const { text, path } = value.value;
  const problem = problemOf(text, value.status, measure);
  if (problem === undefined) return undefined;
  return {
    place: { file: actuals.file, path, on: "value" },
    entity: entityOf(measure),
    field: value.period.text,
    value: text,
    ...problem,
  };
}

function problemOf(
  text: string,
  status: string,
  measure: MeasureOrScope,
): Pick<Refusal<ValueUnreadable | ImpossibleValue>, "rule" | "facts"> | undefined {
  if (STATUSES_WITHOUT_VALUE.includes(status))
    return unreadable({ problem: "figure-beside-status", text, status }, measure);
  const read = readValue(text, measure);
  if ("problem" in read) return unreadable(read, measure);
  const side =
    read.of === "number" && measure.retired === undefined
      ? sideBeyond([read.value], measure.unit)
      : undefined;
  if (side === undefined) return undefined;
  return {
    rule: "measure/impossible-value",
    facts: { what: "value", text, side, measure: nameItemWithin(measure) },
  };
}

function unreadable(problem: ValueProblem, measure: MeasureOrScope) {
  const facts: ValueUnreadable = { problem, measure: measure.title ?? measure.id };
  return { rule: "actuals/value-unreadable", facts };
}

function refuseDuplicate(
  one: Recorded,
  days: string,
  firsts: Firsts,
): Refusal<DuplicateValueFacts> | undefined {
  const ofMeasure = getOrAdd(firsts, one.measure, () => new Map<string, Recorded>());
  const first = ofMeasure.get(days);
  if (first !== undefined) return refuseSecond(one, first);
  ofMeasure.set(days, one);
  return undefined;
}

function refuseSecond(one: Recorded, first: Recorded): Refusal<DuplicateValueFacts> {
  const { measure, value } = one;
  return {
    rule: "actuals/duplicate",
    place: placeOf(one),
    entity: entityOf(measure),
    field: value.period.text,
    facts: {
      measure: nameItem(measure),
      period: value.period.text,
      value: value.value?.text ?? "",
      otherValue: first.value.value?.text ?? "",
    },
    related: [{ message: "first recorded here", place: placeOf(first) }],
  };
}

function placeOf({ actuals, value }: Recorded): Place {
  return { file: actuals.file, path: value.period.path, on: recordedPeriod(value.period).on };
}
