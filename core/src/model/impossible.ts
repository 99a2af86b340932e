// Percentages that cannot be: what is above all or below none.

import type { Figure, Target } from "./target.ts";
import { isPercentUnit } from "./unit.ts";

/** What the finding measure/impossible-value is made from. */
export interface ImpossibleValue {
  readonly what: "target" | "baseline" | "value";
  readonly text: string;
  readonly side: "more" | "less";
  /** `measure "Appraisals complete"`. */
  readonly measure: string;
}

const ALL = 100;

/** Undefined where all figures can be, or where the unit is not percent. */
export function sideBeyond(
  figures: readonly number[],
  unit: string | undefined,
): ImpossibleValue["side"] | undefined {
  if (unit === undefined || !isPercentUnit(unit)) return undefined;
  if (figures.some((figure) => figure > ALL)) return "more";
  return figures.some((figure) => figure < 0) ? "less" : undefined;
}

/** The figures of a target that are counted in the measure's unit: not distances, ranks or changes. */
export function percentagesIn(target: Target): readonly number[] {
  switch (target.form) {
    case "number":
      return [target.value];
    case "bound":
      return target.figure.of === "level" ? [] : numberIn(target.figure);
    case "exact":
      return numberIn(target.figure);
    case "range":
      return [...numberIn(target.low), ...numberIn(target.high)];
    default:
      return [];
  }
}

function numberIn(figure: Figure): readonly number[] {
  return figure.of === "number" ? [figure.value] : [];
}
