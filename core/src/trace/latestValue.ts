// How a measure stands: its current value, the target in force for it, and the judgement that follows.

import { type Judged, judge, type NotJudged } from "../judge/judge.ts";
import type { Anchors } from "../judge/limits.ts";
import { type At, figureInForce, type InForce, targetInForce } from "../judge/targetInForce.ts";
import { toleranceInForce } from "../judge/tolerance.ts";
import { linksTo, type StrategyModel } from "../link/model.ts";
import type { Config } from "../model/config.ts";
import { addMonths, type Day } from "../model/day.ts";
import type { Item, RecordedValue, Written } from "../model/items.ts";
import { comparePeriods, isClosed, type Period, samePeriod } from "../model/period.ts";
import type { PeriodCalendar } from "../model/resolvePeriod.ts";
import type { Target } from "../model/target.ts";
import { addsUp } from "../model/unit.ts";
import { readValue, STATUSES_WITHOUT_VALUE, type Value } from "../model/value.ts";
import { isClash, isPeriod } from "./calendar.ts";
import type { MeasureOrScope, TargetReading } from "./targets.ts";
import type { ThreadReader } from "./thread.ts";
import { organisationOf, strategiesUsing } from "./usage.ts";

/** A recorded value that can be read, with the days that it is about. */
export interface Reading {
  readonly recorded: RecordedValue;
  /** The file and item in which it is recorded. */
  readonly actuals: Item;
  readonly text: string;
  readonly value: Value;
  readonly period: Period;
}

/** What is asked to judge a value. */
export interface Bench {
  readonly model: StrategyModel;
  readonly thread: ThreadReader;
  readonly config: Config;
  readonly asOf: Day;
}

export interface Standing {
  readonly latest: Reading;
  readonly inForce: InForce<TargetReading>;
  /** Undefined where no target is in force for the value. */
  readonly judged?: Judged | NotJudged;
}

/** The values that are recorded for a measure or a scope, in the order of their periods. */
export function readingsOf(measure: MeasureOrScope, { model, thread }: Bench): Reading[] {
  const calendar = thread.calendarOf(measure);
  if (isClash(calendar)) return [];
  const files = new Map<Item, Set<string>>();
  for (const { from, reference } of linksTo(model, measure, "actuals")) {
    const names = files.get(from) ?? new Set<string>();
    files.set(from, names.add(reference.text));
  }
  return [...files]
    .flatMap(([actuals, names]) =>
      actuals.kind !== "actuals"
        ? []
        : actuals.values
            .filter((recorded) => names.has(recorded.measure.text))
            .flatMap((recorded) => readRecorded(recorded, actuals, measure, calendar, thread)),
    )
    .sort((a, b) => comparePeriods(a.period, b.period));
}

function readRecorded(
  recorded: RecordedValue,
  actuals: Item,
  measure: MeasureOrScope,
  calendar: PeriodCalendar,
  thread: ThreadReader,
): Reading[] {
  if (recorded.value === undefined || STATUSES_WITHOUT_VALUE.includes(recorded.status)) return [];
  const { text } = recorded.value;
  const value = readFor(measure, text);
  const period = thread.readPeriod(recorded.period.text, calendar);
  return value === undefined || !isPeriod(period) ? [] : [{ recorded, actuals, text, value, period }];
}

function readFor(measure: MeasureOrScope, text: string): Value | undefined {
  const value = readValue(text, {
    levels: measure.levels,
    ...(measure.unit === undefined ? {} : { unit: measure.unit }),
  });
  return "problem" in value ? undefined : value;
}

/** The latest period that ended on or before the as-of date and has a value, judged by the target in force. */
export function standingOf(measure: MeasureOrScope, bench: Bench): Standing | undefined {
  const readings = readingsOf(measure, bench);
  const latest = readings.findLast(({ period }) => period.last !== null && period.last <= bench.asOf);
  if (latest === undefined) return undefined;
  const inForce = targetInForce<TargetReading>({
    period: latest.period,
    targets: bench.thread.targetsOf(measure).flatMap((thing) => atPeriod(thing.period, thing)),
    startMonth: startMonthOf(measure, bench),
    kind: addsUp(measure) ? "adds-up" : "one-for-all",
    accumulate: measure.accumulate,
  });
  if (inForce.state !== "this-period" && inForce.state !== "latest") return { latest, inForce };
  const { target, period } = inForce.target.thing;
  return target === undefined
    ? { latest, inForce }
    : { latest, inForce, judged: judgeReading(measure, latest, target, period, readings, bench) };
}

/** One value against one target, with all that the target may lean on. */
export function judgeReading(
  measure: MeasureOrScope,
  reading: Reading,
  target: Target,
  targetPeriod: Period | undefined,
  readings: readonly Reading[],
  bench: Bench,
): Judged | NotJudged {
  const of = reading.recorded.of === undefined ? undefined : Number(reading.recorded.of);
  const organisation = organisationOf(bench.model, strategiesUsing(bench.model, measure)[0]);
  return judge({
    ...anchorsFor(measure, reading, targetPeriod, readings, bench),
    target,
    value: reading.value,
    role: measure.role,
    tolerance: toleranceInForce(measure.tolerance, organisation?.tolerance, bench.config.rag),
    ...(of === undefined || Number.isNaN(of) ? {} : { of }),
  });
}

function anchorsFor(
  measure: MeasureOrScope,
  reading: Reading,
  targetPeriod: Period | undefined,
  readings: readonly Reading[],
  bench: Bench,
): Anchors {
  const baseline = baselineBefore(measure, targetPeriod, bench);
  const before = yearBefore(reading.period);
  const lastYear = readings.find(({ period }) => before !== undefined && samePeriod(period, before))?.value;
  const value = baseline === undefined ? undefined : readFor(measure, baseline.text);
  return {
    ...(measure.better === undefined ? {} : { better: measure.better }),
    ...(value?.of === "number" ? { baseline: value.value } : {}),
    ...(lastYear?.of === "number" ? { lastYear: lastYear.value } : {}),
    comparator: (id) => comparatorAt(measure, id, reading.period, bench),
  };
}

/** Of several periods the latest before the target's; of one, or of none that can be read, the first. */
export function baselineBefore(
  measure: MeasureOrScope,
  targetPeriod: Period | undefined,
  bench: Bench,
): Written | undefined {
  const { thread } = bench;
  const calendar = thread.calendarOf(measure);
  const until = targetPeriod?.last ?? Number.POSITIVE_INFINITY;
  const dated = measure.baseline.flatMap(({ period, value }) => {
    const read =
      period === undefined || isClash(calendar) ? undefined : thread.readPeriod(period.text, calendar);
    return isPeriod(read) && (read.last ?? Number.POSITIVE_INFINITY) < until ? [{ period: read, value }] : [];
  });
  const last = dated.sort((a, b) => comparePeriods(a.period, b.period)).at(-1);
  return last?.value ?? measure.baseline[0]?.value;
}

function comparatorAt(
  measure: MeasureOrScope,
  id: string,
  period: Period,
  { thread }: Bench,
): number | undefined {
  const calendar = thread.calendarOf(measure);
  const written = measure.comparators.find((comparator) => comparator.id === id)?.values ?? [];
  if (isClash(calendar)) return undefined;
  const values = written.flatMap((dated): At<number>[] => {
    const at = thread.readPeriod(dated.period.text, calendar);
    const value = readValue(dated.value.text, {});
    return isPeriod(at) && !("problem" in value) && value.of === "number"
      ? [{ period: at, thing: value.value }]
      : [];
  });
  return figureInForce(values, period, calendar.startMonth);
}

function yearBefore(period: Period): Period | undefined {
  if (!isClosed(period)) return undefined;
  const first = addMonths(period.first, -12);
  return { kind: period.kind, first, last: addMonths(period.last + 1, -12) - 1 };
}

function atPeriod<Thing>(period: Period | undefined, thing: Thing): At<Thing>[] {
  return period === undefined ? [] : [{ period, thing }];
}

function startMonthOf(measure: MeasureOrScope, { thread }: Bench): number {
  const calendar = thread.calendarOf(measure);
  return isClash(calendar) ? 4 : calendar.startMonth;
}
