// What a measure's unit says about its figures: whether they are percentages, rates, yes or no, and whether they add up.

import type { MeasureFields } from "./items.ts";
import { foldSpaces } from "./words.ts";

/** `percent`; `%` and `per cent` are read so. */
export function isPercentUnit(unit: string): boolean {
  return /^\s*(?:%|per ?cent)\s*$/i.test(unit);
}

/** True where two texts name one unit: `GBP m` and `gbp m`, `percent` and `%`. */
export function sameUnit(a: string, b: string): boolean {
  if (isPercentUnit(a) && isPercentUnit(b)) return true;
  return foldSpaces(a).toLowerCase() === foldSpaces(b).toLowerCase();
}

export function isYesNoUnit(unit: string | undefined): boolean {
  return unit !== undefined && /^\s*yes[-/ ]no\s*$/i.test(unit);
}

const RATES = ["percent", "percentage points", "ratio", "level", "rank", "yes-no"];

/** A rate is what no sum of parts can be: a percentage, a rank, or anything per something. */
export function isRateUnit(unit: string | undefined): boolean {
  if (unit === undefined) return false;
  const word = unit.trim().toLowerCase();
  return isPercentUnit(word) || RATES.includes(word) || word.includes(" per ");
}

/** True for figures of which a part cannot be held to the whole's target: a quarter's savings to the year's. */
export function addsUp(measure: Pick<MeasureFields, "aggregate" | "accumulate" | "unit">): boolean {
  return measure.aggregate === "sum" || (measure.accumulate !== "none" && !isRateUnit(measure.unit));
}
