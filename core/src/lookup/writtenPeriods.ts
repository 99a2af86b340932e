// The periods that stand in an item's text, and the days that each means there.

import type { NodePath } from "../findings/finding.ts";
import { linksFrom } from "../link/model.ts";
import type { Item } from "../model/items.ts";
import type { Period } from "../model/period.ts";
import { recordedPeriod, type WrittenPeriod, writtenPeriods } from "../model/writtenPeriods.ts";
import { isClash, isPeriod, readPeriod } from "../trace/calendar.ts";
import type { Bench } from "../trace/latestValue.ts";

export interface PlacedPeriod extends WrittenPeriod {
  /** Whose calendar says what it means. */
  readonly about: Item;
}

/** A recorded value's period is read by its measure's calendar, any other by that of the thing it stands on. */
export function periodsOf(item: Item, { model }: Bench): PlacedPeriod[] {
  if (item.kind !== "actuals") return writtenPeriods(item).map((period) => ({ ...period, about: item }));
  const measures = new Map(linksFrom(model, item, "actuals").map((link) => [link.reference.text, link.to]));
  return item.values.map(({ period, measure }) => ({
    ...recordedPeriod(period),
    about: measures.get(measure.text) ?? item,
  }));
}

/** Undefined where the words have no meaning; a finding says why. */
export function daysOf({ written, about }: PlacedPeriod, { thread }: Bench): Period | undefined {
  const calendar = thread.calendarOf(about);
  const reading = isClash(calendar) ? undefined : readPeriod(written.text, calendar);
  return isPeriod(reading) ? reading : undefined;
}

export function samePath(a: NodePath, b: NodePath): boolean {
  return a.length === b.length && a.every((step, at) => step === b[at]);
}
