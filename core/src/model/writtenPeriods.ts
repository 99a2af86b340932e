// The one list of where periods stand in an item: the model stage reads their words, linking gives them their days,
// hover and hints show them.

import type { Refusal } from "../findings/finding.ts";
import { type Dated, entityOf, type Item, type ItemOf, type Written } from "./items.ts";
import type { PeriodProblem, PeriodUnreadable } from "./parsePeriod.ts";
import { standsIn } from "./standsIn.ts";

export interface WrittenPeriod {
  readonly written: Written;
  readonly on: "key" | "value";
}

/** Those that stand on the item itself; what a scope has from its measure stands in the measure. */
export function writtenPeriods(item: Item): WrittenPeriod[] {
  switch (item.kind) {
    case "strategy":
    case "enabler-strategy":
    case "progress-report":
      return asValues(item.period);
    case "delivery-plan":
      return [...asValues(item.period), ...item.trajectory.flatMap(({ values }) => asKeys(values))];
    case "aim":
    case "objective":
    case "capability":
    case "action":
    case "milestone":
      return asValues(item.start, item.due);
    case "measure":
    case "scope":
      return periodsOfMeasure(item);
    case "actuals":
      return item.values.map(({ period }) => recordedPeriod(period));
    default:
      return [];
  }
}

/** A recorded value's period is a key in YAML and a cell in CSV. */
export function recordedPeriod(period: Written): WrittenPeriod {
  return { written: period, on: period.path.length > 2 ? "key" : "value" };
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

function periodsOfMeasure(item: ItemOf<"measure"> | ItemOf<"scope">): WrittenPeriod[] {
  const baselines = item.baseline.flatMap(({ period }): WrittenPeriod[] =>
    period === undefined ? [] : [{ written: period, on: period.path.at(-1) === "at" ? "value" : "key" }],
  );
  const comparators = item.comparators.flatMap(({ values }) => asKeys(values));
  const written = asKeys(item.targets).concat(baselines, comparators);
  if (item.kind === "measure") return written;
  return written.filter((one) => standsIn(one.written, item));
}

function asValues(...written: (Written | undefined)[]): WrittenPeriod[] {
  const values: WrittenPeriod[] = [];
  for (const one of written) if (one !== undefined) values.push({ written: one, on: "value" });
  return values;
}

function asKeys(dated: readonly Dated[]): WrittenPeriod[] {
  return dated.map(({ period }) => ({ written: period, on: "key" }));
}
