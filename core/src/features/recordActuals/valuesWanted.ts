// Which measures want a value for a period: those in force that are counted in such periods and have none yet, with the
// last value and the target, by who owns them.

import { targetInForce } from "../../judge/targetInForce.ts";
import { documentOf, itemsOf, parentOf } from "../../link/model.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import {
  type ClosedPeriod,
  lengthInMonths,
  type Period,
  periodsOverlap,
  sameLength,
} from "../../model/period.ts";
import { addsUp } from "../../model/unit.ts";
import { isClash } from "../../trace/calendar.ts";
import { readingsOf } from "../../trace/latestValue.ts";
import type { MeasureOrScope } from "../../trace/targets.ts";
import { strategiesUsing } from "../../trace/usage.ts";
import { readPeriodFor } from "./record.ts";
import { recordAt, recordsOf, saysSomething } from "./standing.ts";

export interface WantedValue {
  readonly measure: MeasureOrScope;
  /** Of a scope, the measure's before its own. */
  readonly title: string;
  readonly last?: { readonly period: string; readonly value: string };
  readonly target?: { readonly period: string; readonly value: string };
  /** Why it is not there yet, where the file says so: `pending`. */
  readonly status?: string;
}

export interface WantedGroup {
  /** The owner; the library, or the thing that they are defined on, where nobody owns them. */
  readonly title: string;
  readonly by: "owner" | "library";
  readonly values: readonly WantedValue[];
}

/** Owners first; none where the period cannot be read. */
export function valuesWanted(lookup: Lookup, period: string): readonly WantedGroup[] {
  const groups = new Map<string, { title: string; by: "owner" | "library"; values: WantedValue[] }>();
  for (const measure of itemsOf(lookup.model, "measure", "scope")) {
    const read = readPeriodFor(lookup, measure, period);
    if ("refused" in read || !isWanted(lookup, measure, read.days)) continue;
    const { title, by } = groupOf(lookup, measure);
    const group = groups.get(`${by} ${title}`) ?? { title, by, values: [] };
    group.values.push(wantedValueOf(lookup, measure, read.days));
    groups.set(`${by} ${title}`, group);
  }
  return [...groups.values()].sort((a, b) => (a.by === b.by ? 0 : a.by === "owner" ? -1 : 1));
}

function isWanted(lookup: Lookup, measure: MeasureOrScope, days: ClosedPeriod): boolean {
  const whole = parentOf(lookup.model, measure);
  if (measure.retired !== undefined || (measure.kind === "scope" && whole?.retired !== undefined))
    return false;
  const there = recordAt(lookup, measure, days);
  if (there !== undefined && saysSomething(there.recorded)) return false;
  return isInUse(lookup, measure, days) && isCountedSo(lookup, measure, days);
}

/** A measure that nothing uses may still be counted; one whose strategies are over is not. */
function isInUse(lookup: Lookup, measure: MeasureOrScope, days: ClosedPeriod): boolean {
  const strategies = strategiesUsing(lookup.model, measure);
  return (
    strategies.length === 0 ||
    strategies.some((strategy) => {
      const period = lookup.thread.periodOfStrategy(strategy);
      return strategy.retired === undefined && (period === undefined || periodsOverlap(period, days));
    })
  );
}

const MONTHS: Readonly<Record<string, number>> = {
  monthly: 1,
  quarterly: 3,
  yearly: 12,
  annual: 12,
  annually: 12,
};

/** By how it was counted so far, else by how often it says that it is; where nothing tells, in any period. */
function isCountedSo(lookup: Lookup, measure: MeasureOrScope, days: ClosedPeriod): boolean {
  const months = MONTHS[measure.frequency?.trim().toLowerCase() ?? ""];
  if (months !== undefined && months === lengthInMonths(days)) return true;
  const lengths = recordsOf(lookup, measure).flatMap(({ period }): Period[] =>
    period === undefined ? [] : [period],
  );
  if (lengths.some((period) => sameLength(period, days))) return true;
  return months === undefined && lengths.length === 0;
}

function groupOf({ model }: Lookup, measure: MeasureOrScope): Pick<WantedGroup, "title" | "by"> {
  const whole = measure.kind === "scope" ? parentOf(model, measure) : measure;
  const owner = measure.owner?.text ?? whole?.owner?.text;
  if (owner !== undefined) {
    const party = itemsOf(model, "team", "board", "partner").find(({ id }) => id === owner);
    return { title: party?.title ?? owner, by: "owner" };
  }
  const document = documentOf(model, measure);
  return { title: document?.title ?? document?.id ?? measure.file, by: "library" };
}

/** What to say of a measure beside the question for its value; `days` are those of the value. */
export function wantedValueOf(
  lookup: Lookup,
  measure: MeasureOrScope,
  days: ClosedPeriod | undefined,
): WantedValue {
  const whole = measure.kind === "scope" ? parentOf(lookup.model, measure) : undefined;
  const own = measure.title ?? measure.key;
  const until = days?.first ?? Number.POSITIVE_INFINITY;
  const readings = readingsOf(measure, lookup.bench);
  const last = readings.findLast(({ period }) => period.last !== null && period.last < until);
  const target = days === undefined ? undefined : targetAt(lookup, measure, days);
  const status = days === undefined ? undefined : recordAt(lookup, measure, days)?.recorded.status;
  return {
    measure,
    title: whole === undefined ? own : `${whole.title ?? whole.key}: ${own}`,
    ...(last === undefined ? {} : { last: { period: last.recorded.period.text, value: last.text } }),
    ...(target === undefined ? {} : { target }),
    ...(status === undefined ? {} : { status }),
  };
}

function targetAt(lookup: Lookup, measure: MeasureOrScope, days: ClosedPeriod): WantedValue["target"] {
  const calendar = lookup.thread.calendarOf(measure);
  const inForce = targetInForce({
    period: days,
    targets: lookup.thread
      .targetsOf(measure)
      .flatMap((thing) => (thing.period === undefined ? [] : [{ period: thing.period, thing }])),
    startMonth: isClash(calendar) ? 4 : calendar.startMonth,
    kind: addsUp(measure) ? "adds-up" : "one-for-all",
    accumulate: measure.accumulate,
  });
  if (inForce.state === "no-target") return undefined;
  const { written } = inForce.target.thing;
  return { period: written.period.text, value: written.value.text };
}
