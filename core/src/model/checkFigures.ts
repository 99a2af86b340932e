// Reads the figures that a measure itself names, its targets and its starting points: words that are none, levels and
// comparators that are not there, and percentages that cannot be.

import type { Refusal } from "../findings/finding.ts";
import type { NotANumber } from "../schema/facts.ts";
import { gathered } from "../text/gathered.ts";
import type { Span } from "../text/span.ts";
import { type ImpossibleValue, percentagesIn, sideBeyond } from "./impossible.ts";
import { type ItemOf, nameItemWithin, type Written } from "./items.ts";
import { parseTarget, type TargetProblem, type TargetUnreadable } from "./parseTarget.ts";
import { refuseWritten } from "./refuseWritten.ts";
import { standsIn } from "./standsIn.ts";
import { comparatorsOf, type Target } from "./target.ts";
import { isYesNoUnit } from "./unit.ts";
import { readValue } from "./value.ts";

/** What the finding measure/target-anchor-missing is made from: a comparator that is unknown, or a figure that is not there. */
export type AnchorMissing = TargetUnreadable | FigureMissing;

export interface FigureMissing {
  readonly text: string;
  /** The measure's title, or its id. */
  readonly measure: string;
  /** The comparator without any figure; undefined for the baseline. */
  readonly comparator?: string;
}

/** Whether one of these keys was written on the measure and refused, so that what it says is not known. */
export type IsRefused = (...keys: readonly string[]) => boolean;

type Measure = ItemOf<"measure"> | ItemOf<"scope">;

/** What a scope has from its measure is said once, on the measure. */
export function checkFigures(measure: Measure, isRefused: IsRefused): Refusal[] {
  const own = ({ value }: { readonly value: Written }) => standsIn(value, measure);
  return [
    ...gathered(measure.targets.filter(own), ({ value }) => refuseTarget(measure, value, isRefused)),
    ...gathered(measure.baseline.filter(own), ({ value }) => refuseBaseline(measure, value, isRefused)),
  ];
}

/** The rule that has the words for what is wrong with a target. */
export function ruleOfTarget({ problem }: TargetProblem): string {
  if (problem === "unknown-level") return "measure/level-unknown";
  return problem === "unknown-comparator" ? "measure/target-anchor-missing" : "measure/target-unreadable";
}

function refuseTarget(measure: Measure, written: Written, isRefused: IsRefused): Refusal[] {
  const { levels, unit } = measure;
  const comparators = measure.comparators.map(({ id }) => id);
  const read = parseTarget(written.text, { levels, unit, comparators });
  if (!("problem" in read)) {
    const missing = isRefused("comparators", "baseline") ? undefined : figureMissing(measure, read, written);
    if (missing !== undefined)
      return [refuseWritten("measure/target-anchor-missing", measure, written, missing)];
    return refuseImpossible(measure, written, "target", percentagesIn(read));
  }
  if (read.problem === "unknown-level" && isRefused("levels")) return [];
  if (read.problem === "unknown-comparator" && isRefused("comparators")) return [];
  const facts: TargetUnreadable = { text: written.text, problem: read, measure: nameOf(measure) };
  return [refuseWritten(ruleOfTarget(read), measure, written, facts, levelIn(read))];
}

/** Of "at least Platinum" the level alone is wrong. */
function levelIn(problem: TargetProblem): Span | undefined {
  if (problem.problem !== "unknown-level") return undefined;
  const start = problem.text.indexOf(problem.word);
  return start < 0 ? undefined : { start, end: start + problem.word.length };
}

/** A KPI without a baseline has a finding of its own, and of other measures only those that balance one are judged. */
function figureMissing(measure: Measure, target: Target, { text }: Written): FigureMissing | undefined {
  const needed = comparatorsOf(target);
  const empty = measure.comparators.find(({ id, values }) => needed.includes(id) && values.length === 0);
  if (empty !== undefined) return { text, measure: nameOf(measure), comparator: empty.id };
  const leansOnNothing =
    target.form === "change" && measure.role === "balancing" && measure.baseline.length === 0;
  return leansOnNothing ? { text, measure: nameOf(measure) } : undefined;
}

/** Levels and yes or no are words; every other starting point is a figure to count from. */
function refuseBaseline(measure: Measure, written: Written, isRefused: IsRefused): Refusal[] {
  const { levels, unit } = measure;
  const { text, path } = written;
  if (isYesNoUnit(unit) || text.trim() === "") return [];
  const read = readValue(text, { levels, unit });
  if (!("problem" in read))
    return refuseImpossible(measure, written, "baseline", read.of === "number" ? [read.value] : []);
  if (read.problem === "unknown-level") {
    if (isRefused("levels")) return [];
    const problem: TargetProblem = { problem: "unknown-level", text, word: text, levels };
    const facts: TargetUnreadable = { text, problem, measure: nameOf(measure) };
    return [refuseWritten("measure/level-unknown", measure, written, facts, levelIn(problem))];
  }
  const facts: NotANumber = { text, path, whole: false, hasUnit: true };
  return [refuseWritten("schema/not-a-number", measure, written, facts)];
}

function refuseImpossible(
  measure: Measure,
  written: Written,
  what: ImpossibleValue["what"],
  figures: readonly number[],
): Refusal[] {
  const side = sideBeyond(figures, measure.unit);
  if (side === undefined) return [];
  const facts: ImpossibleValue = { what, text: written.text, side, measure: nameItemWithin(measure) };
  return [refuseWritten("measure/impossible-value", measure, written, facts)];
}

function nameOf({ title, id }: Measure): string {
  return title ?? id;
}
