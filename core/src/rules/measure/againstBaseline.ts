// How a target stands to where its measure starts from.

import { targetAgainstBaseline } from "../../judge/baseline.ts";
import type { Standing } from "../../judge/compare.ts";
import { percentagesIn, sideBeyond } from "../../model/impossible.ts";
import { comparePeriods, type Period } from "../../model/period.ts";
import { contradicts, type Target } from "../../model/target.ts";
import type { BaselineReading, MeasureOrScope, TargetReading } from "../../trace/targets.ts";
import type { ThreadReader } from "../../trace/thread.ts";

export interface AgainstBaseline {
  readonly standing: Standing;
  /** The baseline as written. */
  readonly baseline: string;
}

/** Undefined where that cannot be told, or where the target itself is refused. */
export function againstBaseline(
  measure: MeasureOrScope,
  { target, period }: TargetReading & { readonly target: Target },
  thread: ThreadReader,
): AgainstBaseline | undefined {
  if (isRefused(measure, target)) return undefined;
  const baseline = baselineBefore(measure, period, thread);
  if (baseline === undefined) return undefined;
  const { value, text } = baseline;
  if (value.of === "number" && sideBeyond([value.value], measure.unit) !== undefined) return undefined;
  const standing = targetAgainstBaseline(target, value, { better: measure.better });
  return standing === undefined ? undefined : { standing, baseline: text };
}

/** What its words contradict, and what cannot be at all, has been said by then. */
export function isRefused(measure: MeasureOrScope, target: Target): boolean {
  const isOtherSide = target.form !== "change" && contradicts(target, measure.better);
  return isOtherSide || sideBeyond(percentagesIn(target), measure.unit) !== undefined;
}

/** The latest baseline before the target's period; one without a period counts as the first. */
export function baselineBefore(
  measure: MeasureOrScope,
  period: Period | undefined,
  thread: ThreadReader,
): BaselineReading | undefined {
  const isBefore = (one: BaselineReading) =>
    one.period === undefined || period === undefined || comparePeriods(one.period, period) < 0;
  const all = thread.baselinesOf(measure);
  const [only] = all;
  // Most measures have one.
  if (all.length < 2) return only !== undefined && isBefore(only) ? only : undefined;
  const before = all.filter(isBefore);
  return before.sort((a, b) => (a.period && b.period ? comparePeriods(a.period, b.period) : 0)).at(-1);
}
