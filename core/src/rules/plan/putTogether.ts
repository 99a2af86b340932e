// Puts the planned values of shorter periods together to the value of a longer one, as the measure says.

import type { MeasureFields, Written } from "../../model/items.ts";
import { containsPeriod, lengthInMonths, type Period, samePeriod } from "../../model/period.ts";
import type { Value } from "../../model/value.ts";

export interface Planned {
  readonly period: Period;
  readonly value: Value;
  readonly written: Written;
}

export interface Together {
  readonly value: Value;
  readonly how: "value" | MeasureFields["aggregate"];
  /** The last of those that were put together. */
  readonly last: Planned;
}

const YEAR = 12;

/** Undefined where some part has no planned value. */
export function putTogether(
  planned: readonly Planned[],
  whole: Period,
  { aggregate, accumulate }: Pick<MeasureFields, "aggregate" | "accumulate">,
): Together | undefined {
  const exact = planned.find(({ period }) => samePeriod(period, whole));
  if (exact !== undefined) return { value: exact.value, how: "value", last: exact };
  if (aggregate === "last" || (aggregate === "sum" && accumulate !== "none")) {
    // Counted anew every year, a value covers no more than its year.
    if (accumulate === "year-to-date" && (lengthInMonths(whole) ?? 0) > YEAR) return undefined;
    const last = planned.find(({ period }) => period.last !== null && period.last === whole.last);
    return last === undefined ? undefined : { value: last.value, how: "last", last };
  }
  const parts = partsOf(planned, whole);
  const last = parts.at(-1);
  const values = parts.flatMap(({ value }) => (value.of === "number" ? [value] : []));
  if (last === undefined || values.length < parts.length) return undefined;
  const decimals = Math.max(...values.map((value) => value.decimals)) + (aggregate === "mean" ? 1 : 0);
  const value = Number(
    aggregated(
      values.map((one) => one.value),
      aggregate,
    ).toFixed(decimals),
  );
  return { value: { of: "number", value, decimals }, how: aggregate, last };
}

/** Those of one length that follow each other from the first day of the whole to its last. */
function partsOf(planned: readonly Planned[], whole: Period): readonly Planned[] {
  const inside = planned.filter(({ period }) => containsPeriod(whole, period));
  const lengths = new Set(inside.map(({ period }) => lengthInMonths(period)));
  for (const length of lengths) {
    if (length === undefined) continue;
    const parts = inside
      .filter(({ period }) => lengthInMonths(period) === length)
      .sort((a, b) => (a.period.first ?? 0) - (b.period.first ?? 0));
    const follow = parts.every(({ period }, at) => {
      const before = at === 0 ? undefined : parts[at - 1]?.period.last;
      return at === 0 ? period.first === whole.first : period.first === (before ?? 0) + 1;
    });
    if (follow && parts.at(-1)?.period.last === whole.last) return parts;
  }
  return [];
}

function aggregated(values: readonly number[], aggregate: Exclude<MeasureFields["aggregate"], "last">) {
  const sum = values.reduce((total, value) => total + value, 0);
  switch (aggregate) {
    case "sum":
      return sum;
    case "mean":
      return sum / values.length;
    case "max":
      return Math.max(...values);
    case "min":
      return Math.min(...values);
  }
}
