// The stage that reads the words of one file: periods, targets and baselines. What cannot be read is refused here, as facts; what
// needs another file (which financial year holds, what a measure's levels are) is left to linking.

import type { Place, Refusal } from "../findings/finding.ts";
import type { NotANumber } from "../schema/facts.ts";
import { resolvePlace } from "../syntax/places.ts";
import type { SourceFile } from "../syntax/tree.ts";
import { overlaps } from "../text/span.ts";
import { entityOf, type FileSummary, type Item, type ItemOf, type Written } from "./items.ts";
import { type PeriodUnreadable, parsePeriod } from "./parsePeriod.ts";
import { parseTarget, type TargetUnreadable } from "./parseTarget.ts";
import { isYesNoUnit } from "./unit.ts";
import { readValue } from "./value.ts";

/** `refused` are the findings of earlier stages on this file: what they refused is not judged again. */
export function checkModel(source: SourceFile, summary: FileSummary, refused: readonly Refusal[]): Refusal[] {
  const earlier = refused.map((refusal) => resolvePlace(source, refusal.place));
  return summary.items
    .filter((item) => item.retired === undefined)
    .flatMap(checkItem)
    .filter((refusal) => {
      const span = resolvePlace(source, refusal.place);
      return !earlier.some((other) => overlaps(other, span));
    });
}

function checkItem(item: Item): Refusal[] {
  switch (item.kind) {
    case "measure":
    case "scope":
      return checkMeasure(item);
    case "strategy":
    case "enabler-strategy":
    case "delivery-plan":
    case "progress-report":
      return [...periods(item, [item.period], "value"), ...trajectoryPeriods(item)];
    case "aim":
    case "objective":
    case "capability":
    case "action":
    case "milestone":
      return periods(item, [item.start, item.due], "value");
    case "actuals":
      return item.values.flatMap((value) =>
        periods(item, [value.period], value.period.path.length > 2 ? "key" : "value"),
      );
    default:
      return [];
  }
}

function trajectoryPeriods(item: Item): Refusal[] {
  if (item.kind !== "delivery-plan") return [];
  return item.trajectory.flatMap((line) =>
    periods(
      item,
      line.values.map((value) => value.period),
      "key",
    ),
  );
}

function checkMeasure(measure: ItemOf<"measure"> | ItemOf<"scope">): Refusal[] {
  // What a scope has from its measure is said once, on the measure.
  const own = measure.targets.filter((target) => isBelow(target.value, measure));
  const baseline = measure.baseline.filter((value) => isBelow(value.value, measure));
  return [
    ...own.flatMap((target) => periods(measure, [target.period], "key")),
    ...own.flatMap((target) => refuseTarget(measure, target.value)),
    ...baseline.flatMap(({ period }) =>
      periods(measure, [period], period?.path.at(-1) === "at" ? "value" : "key"),
    ),
    ...baseline.flatMap(({ value }) => refuseBaseline(measure, value)),
    ...measure.comparators
      .flatMap((comparator) => comparator.values)
      .filter((value) => isBelow(value.value, measure))
      .flatMap((value) => periods(measure, [value.period], "key")),
  ];
}

function isBelow(written: Written, item: Item): boolean {
  return item.path.every((step, index) => written.path[index] === step);
}

function refuseTarget(measure: ItemOf<"measure"> | ItemOf<"scope">, written: Written): Refusal[] {
  const read = parseTarget(written.text, {
    levels: measure.levels,
    comparators: measure.comparators.map((comparator) => comparator.id),
    ...(measure.unit === undefined ? {} : { unit: measure.unit }),
  });
  if (!("problem" in read)) return [];
  const facts: TargetUnreadable = { text: written.text, problem: read, measure: measure.title ?? measure.id };
  return [refuse("measure/target-unreadable", measure, written, "value", facts)];
}

/** Levels and yes or no are words; every other starting point is a figure to count from. */
function refuseBaseline(measure: ItemOf<"measure"> | ItemOf<"scope">, written: Written): Refusal[] {
  const { levels, unit } = measure;
  if (levels.length > 0 || isYesNoUnit(unit) || written.text.trim() === "") return [];
  if (!("problem" in readValue(written.text, unit === undefined ? {} : { unit }))) return [];
  const facts: NotANumber = { text: written.text, path: written.path, whole: false, hasUnit: true };
  return [refuse("schema/not-a-number", measure, written, "value", facts)];
}

function periods(item: Item, written: readonly (Written | undefined)[], on: "key" | "value"): Refusal[] {
  return written.flatMap((one) => {
    if (one === undefined) return [];
    const words = parsePeriod(one.text);
    if (!("problem" in words)) return [];
    const facts: PeriodUnreadable = { problem: words };
    return [refuse("period/unreadable", item, one, on, facts)];
  });
}

function refuse(rule: string, item: Item, written: Written, on: "key" | "value", facts: unknown): Refusal {
  const place: Place = { file: item.file, path: written.path, on };
  return {
    rule,
    place,
    facts,
    entity: entityOf(item),
    field: written.path.slice(item.path.length).join("."),
    value: written.text,
  };
}
