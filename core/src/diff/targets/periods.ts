// The targets of one measure by the time that their periods mean, so that two spellings of one period are one.

import type { Dated } from "../../model/items.ts";
import { parseTarget } from "../../model/parseTarget.ts";
import { comparePeriods, type Period, yearsOfSpan } from "../../model/period.ts";
import type { Target } from "../../model/target.ts";
import { foldText } from "../../syntax/fold.ts";
import { type MeasureOrScope, targetWords } from "../../trace/targets.ts";

export interface DatedTarget {
  readonly written: Dated;
  /** The period as it is shown; of a spread range its own words and the year. */
  readonly says: string;
  readonly words: string;
  readonly target: Target | undefined;
  readonly period: Period | undefined;
}

/** By time where the days are known, else by the words. Ranges of years are spread over their years. */
export function targetsByTime(
  written: readonly Dated[],
  measure: MeasureOrScope,
  periodOf: (text: string) => Period | undefined,
): Map<string, DatedTarget> {
  const words = targetWords(measure);
  const byTime = new Map<string, DatedTarget>();
  for (const one of written) {
    const read = parseTarget(one.value.text, words);
    const target = "problem" in read ? undefined : read;
    const period = periodOf(one.period.text);
    const says = foldText(one.period.text);
    const years = period === undefined ? [] : yearsOfSpan(period);
    const spread = years.length === 0 ? [period] : years;
    for (const part of spread) {
      const key = part === undefined ? `"${says}"` : `${part.first} ${part.last}`;
      const dated = { written: one, says, words: foldText(one.value.text), target, period: part };
      // A year of its own goes before the range around it.
      if (!byTime.has(key) || years.length === 0) byTime.set(key, dated);
    }
  }
  return byTime;
}

/** In the order of their periods; those whose days are not known stand first. */
export function inOrder(targets: Iterable<DatedTarget>): DatedTarget[] {
  return [...targets].sort((a, b) => {
    if (a.period === undefined || b.period === undefined)
      return Number(b.period === undefined) - Number(a.period === undefined);
    return comparePeriods(a.period, b.period);
  });
}
