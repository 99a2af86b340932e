// The periods that stand in an item's text, and the days that each means there.

import type { NodePath } from "../findings/finding.ts";
import { linksFrom } from "../link/model.ts";
import type { Dated, Item, ItemOf, Written } from "../model/items.ts";
import type { Period } from "../model/period.ts";
import { isClash, isPeriod, readPeriod } from "../trace/calendar.ts";
import type { Bench } from "../trace/latestValue.ts";

export interface WrittenPeriod {
  readonly written: Written;
  readonly on: "key" | "value";
  /** Whose calendar says what it means. */
  readonly about: Item;
}

export function periodsOf(item: Item, { model }: Bench): WrittenPeriod[] {
  const values = (...written: (Written | undefined)[]) =>
    written.flatMap((one) =>
      one === undefined ? [] : [{ written: one, on: "value" as const, about: item }],
    );
  switch (item.kind) {
    case "strategy":
    case "enabler-strategy":
    case "progress-report":
      return values(item.period);
    case "delivery-plan":
      return [...values(item.period), ...item.trajectory.flatMap(({ values: dated }) => keysOf(dated, item))];
    case "aim":
    case "objective":
    case "capability":
    case "action":
    case "milestone":
      return values(item.start, item.due);
    case "measure":
    case "scope":
      return periodsOfMeasure(item);
    case "actuals": {
      const measures = new Map(
        linksFrom(model, item, "actuals").map((link) => [link.reference.text, link.to]),
      );
      return item.values.map(({ period, measure }) => ({
        written: period,
        on: period.path.length > 2 ? "key" : "value",
        about: measures.get(measure.text) ?? item,
      }));
    }
    default:
      return [];
  }
}

/** What a scope has from its measure stands in the measure. */
function periodsOfMeasure(item: ItemOf<"measure"> | ItemOf<"scope">): WrittenPeriod[] {
  const baselines = item.baseline.flatMap(({ period, value }): WrittenPeriod[] => {
    if (period === undefined) return [];
    return [{ written: period, on: samePath(period.path, value.path) ? "key" : "value", about: item }];
  });
  const comparators = item.comparators.flatMap(({ values }) => keysOf(values, item));
  return [...keysOf(item.targets, item), ...baselines, ...comparators].filter(({ written }) =>
    item.path.every((step, at) => written.path[at] === step),
  );
}

function keysOf(dated: readonly Dated[], about: Item): WrittenPeriod[] {
  return dated.map(({ period }) => ({ written: period, on: "key", about }));
}

/** Undefined where the words have no meaning; a finding says why. */
export function daysOf({ written, about }: WrittenPeriod, { thread }: Bench): Period | undefined {
  const calendar = thread.calendarOf(about);
  const reading = isClash(calendar) ? undefined : readPeriod(written.text, calendar);
  return isPeriod(reading) ? reading : undefined;
}

export function samePath(a: NodePath, b: NodePath): boolean {
  return a.length === b.length && a.every((step, at) => step === b[at]);
}
