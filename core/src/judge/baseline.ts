// How far a measure has come, and has to go, from its baseline.

import type { Better } from "../model/items.ts";
import { side, type Target } from "../model/target.ts";
import type { Value } from "../model/value.ts";
import { compareBySide, compareFigures, type Standing } from "./compare.ts";
import { type Anchors, type Limits, limitsOf, singleLimit } from "./limits.ts";

/**
 * How a target stands to the baseline: `better` where reaching it is an improvement. Undefined where that cannot be
 * told: no direction, no figure, a range around the baseline, words without a value.
 */
export function targetAgainstBaseline(
  target: Target,
  baseline: Value,
  { better }: Pick<Anchors, "better">,
): Standing | undefined {
  if (target.form === "yes")
    return baseline.of === "yes-no" ? (baseline.value === "no" ? "better" : "equal") : undefined;
  if (target.form === "better-than-last-year") return undefined;
  const limits = limitsOf(target, {
    better,
    baseline: baseline.of === "number" ? baseline.value : undefined,
  });
  if (typeof limits === "string" || limits.axis === "share") return undefined;
  const start = placeOf(baseline, limits);
  return start === undefined ? undefined : standing(limits, start, wanted(target, better));
}

/** Whole percent of the way from the baseline to the one limit, unclipped; undefined where there is no such way. */
export function wayCovered(value: number, baseline: number, limits: Limits): number | undefined {
  const limit = singleLimit(limits);
  if (limit === undefined || compareFigures(limit, baseline) === 0) return undefined;
  return Math.round((100 * (value - baseline)) / (limit - baseline));
}

/** For direction words and trajectories: `towards` the good side of a figure, `away` from it, or `unchanged`. */
export function movement(
  value: number,
  from: number,
  target: Target,
  better: Better | undefined,
): "towards" | "away" | "unchanged" | undefined {
  if (target.form === "direction" && target.word === "maintain")
    return compareFigures(value, from) === 0 ? "unchanged" : "away";
  const standing = compareBySide(value, from, side(target, better));
  if (standing === undefined) return undefined;
  return standing === "equal" ? "unchanged" : standing === "better" ? "towards" : "away";
}

/** The side that is good: words such as `exactly` and `between` have both, so theirs is the measure's. */
export function wanted(target: Target, better: Better | undefined): "lower" | "higher" | undefined {
  const sided = side(target, better);
  if (sided === "lower" || sided === "higher") return sided;
  return better === "lower" || better === "higher" ? better : undefined;
}

function placeOf(value: Value, limits: Limits): number | undefined {
  if (limits.axis === "level") return value.of === "level" ? value.place : undefined;
  return value.of === "number" ? value.value : undefined;
}

function standing(
  limits: Limits,
  start: number,
  sided: "lower" | "higher" | undefined,
): Standing | undefined {
  const { low, high } = limits;
  if (low === undefined || high === undefined) {
    const limit = low ?? high;
    if (limit === undefined) return undefined;
    const found = compareBySide(limit.at, start, sided);
    // "under 14" from 14 asks for a little less.
    return found === "equal" && limit.edge === "out" ? "better" : found;
  }
  if (low.at === high.at) return compareBySide(low.at, start, sided);
  const [fromLow, fromHigh] = [compareBySide(low.at, start, sided), compareBySide(high.at, start, sided)];
  return fromLow === fromHigh ? fromLow : undefined;
}
