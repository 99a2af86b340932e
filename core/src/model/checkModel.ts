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
  const found: Refusal[] = [];
  const readable = new Set<string>();
  for (const item of summary.items) {
    if (item.retired !== undefined) continue;
    found.push(...checkPeriods(item, readable));
    if (item.kind === "measure" || item.kind === "scope") found.push(...checkFigures(item));
  }
  if (found.length === 0) return found;
  const earlier = refused.map((refusal) => resolvePlace(source, refusal.place));
  return found.filter((refusal) => {
    const span = resolvePlace(source, refusal.place);
    return !earlier.some((other) => overlaps(other, span));
  });
}

/** A file writes few periods, and these often: `readable` gathers those that need not be read again. */
function checkPeriods(item: Item, readable: Set<string>): Refusal[] {
  const refusals: Refusal[] = [];
  for (const period of writtenPeriods(item)) {
    const { text } = period.written;
    if (readable.has(text)) continue;
    const words = parsePeriod(text);
    if ("problem" in words) refusals.push(refusePeriod(item, period, words));
    else readable.add(text);
  }
  return refusals;
}

/** What a scope has from its measure is said once, on the measure. */
function checkFigures(measure: ItemOf<"measure"> | ItemOf<"scope">): Refusal[] {
  const own = ({ value }: { readonly value: Written }) => isBelow(value, measure);
  return [
    ...refuseTargets(measure, measure.targets.filter(own)),
    ...measure.baseline.filter(own).flatMap(({ value }) => refuseBaseline(measure, value)),
  ];
}

function isBelow(written: Written, item: Item): boolean {
  return item.path.every((step, index) => written.path[index] === step);
}

function refuseTargets(
  measure: ItemOf<"measure"> | ItemOf<"scope">,
  targets: readonly { readonly value: Written }[],
): Refusal[] {
  const refusals: Refusal[] = [];
  const { levels, unit } = measure;
  const context = { levels, unit, comparators: measure.comparators.map((comparator) => comparator.id) };
  for (const { value } of targets) {
    const problem = parseTarget(value.text, context);
    if (!("problem" in problem)) continue;
    const facts: TargetUnreadable = { text: value.text, problem, measure: measure.title ?? measure.id };
    refusals.push(refuse("measure/target-unreadable", measure, value, facts));
  }
  return refusals;
}

/** Levels and yes or no are words; every other starting point is a figure to count from. */
function refuseBaseline(measure: ItemOf<"measure"> | ItemOf<"scope">, written: Written): Refusal[] {
  const { levels, unit } = measure;
  if (levels.length > 0 || isYesNoUnit(unit) || written.text.trim() === "") return [];
  if (!("problem" in readValue(written.text, { unit }))) return [];
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
