// The one list of where periods stand in an item: the model stage reads their words, linking gives them their days,
// hover and hints show them.

import type { Refusal } from "../findings/finding.ts";
import { entityOf, type Item, type ItemOf, type Written } from "./items.ts";
import type { PeriodProblem, PeriodUnreadable } from "./parsePeriod.ts";
import { standsIn } from "./standsIn.ts";

export interface WrittenPeriod {
  readonly written: Written;
  readonly on: "key" | "value";
}

/** Whether a period stands as a key or as a value, for those who ask. */
export type SideOfPeriod = (written: Written) => WrittenPeriod["on"];

/** Those that stand on the item itself; what a scope has from its measure stands in the measure. */
export function writtenPeriods(item: Item): WrittenPeriod[] {
  const found: WrittenPeriod[] = [];
  eachPeriod(item, (written, sideOf) => found.push({ written, on: sideOf(written) }));
  return found;
}

/** The same one by one, because most are only looked at. */
export function eachPeriod(item: Item, visit: (written: Written, sideOf: SideOfPeriod) => void): void {
  switch (item.kind) {
    case "strategy":
    case "enabler-strategy":
    case "progress-report":
      if (item.period !== undefined) visit(item.period, asValue);
      return;
    case "delivery-plan":
      if (item.period !== undefined) visit(item.period, asValue);
      for (const { values } of item.trajectory) for (const { period } of values) visit(period, asKey);
      return;
    case "aim":
    case "objective":
    case "capability":
    case "action":
    case "milestone":
      if (item.start !== undefined) visit(item.start, asValue);
      if (item.due !== undefined) visit(item.due, asValue);
      return;
    case "measure":
    case "scope":
      eachPeriodOfMeasure(item, visit);
      return;
    case "actuals":
      for (const { period } of item.values) visit(period, sideOfRecorded);
  }
}

/** A recorded value's period is a key in YAML and a cell in CSV. */
export function recordedPeriod(period: Written): WrittenPeriod {
  return { written: period, on: sideOfRecorded(period) };
}

function sideOfRecorded({ path }: Written): WrittenPeriod["on"] {
  return path.length > 2 ? "key" : "value";
}

export function refusePeriod(item: Item, { written, on }: WrittenPeriod, problem: PeriodProblem): Refusal {
  const facts: PeriodUnreadable = { problem };
  return {
    rule: "period/unreadable",
    place: { file: item.file, path: written.path, on },
    entity: entityOf(item),
    field: written.path.slice(item.path.length).join("."),
    value: written.text,
    facts,
  };
}

function eachPeriodOfMeasure(
  measure: ItemOf<"measure"> | ItemOf<"scope">,
  visit: (written: Written, sideOf: SideOfPeriod) => void,
): void {
  const visitOwn = (written: Written | undefined, sideOf: SideOfPeriod) => {
    if (written !== undefined && standsIn(written, measure)) visit(written, sideOf);
  };
  for (const { period } of measure.targets) visitOwn(period, asKey);
  for (const { period } of measure.baseline) visitOwn(period, sideOfBaseline);
  for (const { values } of measure.comparators) for (const { period } of values) visitOwn(period, asKey);
}

function asKey(): "key" {
  return "key";
}

function asValue(): "value" {
  return "value";
}

function sideOfBaseline({ path }: Written): WrittenPeriod["on"] {
  return path.at(-1) === "at" ? "value" : "key";
}
