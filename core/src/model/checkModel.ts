// The stage that reads the words of one file: periods, targets and baselines. What cannot be read is refused here, as
// facts; what needs another file (which financial year holds, what a measure's levels are) is left to linking.

import type { Place, Refusal } from "../findings/finding.ts";
import type { NotANumber } from "../schema/facts.ts";
import { resolvePlace } from "../syntax/places.ts";
import type { SourceFile } from "../syntax/tree.ts";
import { overlaps } from "../text/span.ts";
import { entityOf, type FileSummary, type Item, type ItemOf, type Written } from "./items.ts";
import { parsePeriod } from "./parsePeriod.ts";
import { parseTarget, type TargetUnreadable } from "./parseTarget.ts";
import { isYesNoUnit } from "./unit.ts";
import { readValue } from "./value.ts";
import { refusePeriod, writtenPeriods } from "./writtenPeriods.ts";

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
  const periods = writtenPeriods(item).flatMap((period) => {
    const words = parsePeriod(period.written.text);
    return "problem" in words ? [refusePeriod(item, period, words)] : [];
  });
  return item.kind === "measure" || item.kind === "scope" ? [...periods, ...checkFigures(item)] : periods;
}

/** What a scope has from its measure is said once, on the measure. */
function checkFigures(measure: ItemOf<"measure"> | ItemOf<"scope">): Refusal[] {
  const own = ({ value }: { readonly value: Written }) => isBelow(value, measure);
  return [
    ...measure.targets.filter(own).flatMap(({ value }) => refuseTarget(measure, value)),
    ...measure.baseline.filter(own).flatMap(({ value }) => refuseBaseline(measure, value)),
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
  return [refuse("measure/target-unreadable", measure, written, facts)];
}

/** Levels and yes or no are words; every other starting point is a figure to count from. */
function refuseBaseline(measure: ItemOf<"measure"> | ItemOf<"scope">, written: Written): Refusal[] {
  const { levels, unit } = measure;
  if (levels.length > 0 || isYesNoUnit(unit) || written.text.trim() === "") return [];
  if (!("problem" in readValue(written.text, unit === undefined ? {} : { unit }))) return [];
  const facts: NotANumber = { text: written.text, path: written.path, whole: false, hasUnit: true };
  return [refuse("schema/not-a-number", measure, written, facts)];
}

function refuse(rule: string, item: Item, written: Written, facts: unknown): Refusal {
  const place: Place = { file: item.file, path: written.path, on: "value" };
  return {
    rule,
    place,
    facts,
    entity: entityOf(item),
    field: written.path.slice(item.path.length).join("."),
    value: written.text,
  };
}
