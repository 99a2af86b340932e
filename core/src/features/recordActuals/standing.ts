// What is recorded of a measure so far: the files that hold values of it, and what stands there for a period.

import { itemsOf, linksTo } from "../../link/model.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import type { ItemOf, RecordedValue } from "../../model/items.ts";
import { comparePeriods, type Period, samePeriod } from "../../model/period.ts";
import { isClash, isPeriod, readPeriod } from "../../trace/calendar.ts";
import type { MeasureOrScope } from "../../trace/targets.ts";

export interface StandingRecord {
  readonly actuals: ItemOf<"actuals">;
  readonly recorded: RecordedValue;
  /** Undefined where its words cannot be read. */
  readonly period: Period | undefined;
}

/** With those that are pending or empty, in the order of their periods. */
export function recordsOf(lookup: Lookup, measure: MeasureOrScope): readonly StandingRecord[] {
  const calendar = lookup.thread.calendarOf(measure);
  const names = new Map<ItemOf<"actuals">, Set<string>>();
  for (const { from, reference } of linksTo(lookup.model, measure, "actuals")) {
    if (from.kind !== "actuals") continue;
    names.set(from, (names.get(from) ?? new Set()).add(reference.text));
  }
  const records = [...names].flatMap(([actuals, texts]) =>
    actuals.values
      .filter((recorded) => texts.has(recorded.measure.text))
      .map((recorded): StandingRecord => {
        const read = isClash(calendar) ? undefined : readPeriod(recorded.period.text, calendar);
        return { actuals, recorded, period: isPeriod(read) ? read : undefined };
      }),
  );
  return records.sort((a, b) =>
    a.period === undefined ? -1 : b.period === undefined ? 1 : comparePeriods(a.period, b.period),
  );
}

export function recordAt(lookup: Lookup, measure: MeasureOrScope, days: Period): StandingRecord | undefined {
  return recordsOf(lookup, measure).find(({ period }) => period !== undefined && samePeriod(period, days));
}

/** A file may still call a measure by an id that it had before. */
export function nameIn(lookup: Lookup, measure: MeasureOrScope, file: string): string {
  const last = recordsOf(lookup, measure).findLast(({ actuals }) => actuals.file === file);
  return last?.recorded.measure.text ?? measure.id;
}

/** Whether something was said that must not be lost without a word; a value that is pending may come. */
export function saysSomething({ value, status, met }: RecordedValue): boolean {
  return value !== undefined || met !== undefined || status === "suppressed" || status === "not-available";
}

export function actualsFiles({ model }: Lookup): readonly ItemOf<"actuals">[] {
  return itemsOf(model, "actuals").filter(({ retired }) => retired === undefined);
}
