// A target that asks for less than the one before it.

import { wanted } from "../../judge/baseline.ts";
import { compareBySide } from "../../judge/compare.ts";
import { limitsOf, singleLimit } from "../../judge/limits.ts";
import { addMonths, dateOf } from "../../model/day.ts";
import { nameItemWithin } from "../../model/items.ts";
import {
  type ClosedPeriod,
  comparePeriods,
  isClosed,
  lengthInDays,
  lengthInMonths,
} from "../../model/period.ts";
import type { Target } from "../../model/target.ts";
import { groupBy } from "../../text/maps.ts";
import type { MeasureOrScope, TargetReading } from "../../trace/targets.ts";
import type { ThreadReader } from "../../trace/thread.ts";
import { markValue } from "../context.ts";
import { waiveWithReason } from "../fixes/gaps.ts";
import { defineRule } from "../rule.ts";
import { againstBaseline, baselineBefore, isRefused } from "./againstBaseline.ts";
import { hasValue, ownTargets } from "./kpis.ts";

export default defineRule({
  id: "measure/targets-fall-back",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "info", review: "warning", publish: "warning" },
  waivable: true,
  time: false,
  visits: ["measure", "scope"],
  evidence: [],
  what: "A target is worse than that of the year before.",
  why: "It is a slip, or a dip that nobody has explained.",
  headline: { one: "1 target that falls back", many: "{n} targets that fall back" },
  help: "Check the figure, or waive the rule with the reason",
  fix: "none",
  check(measure, { thread, report }) {
    const steps = ownTargets(thread, measure)
      .filter(hasValue)
      .map((reading) => stepOf(measure, reading, thread))
      .filter((step) => step !== undefined);
    if (steps.length < 2) return;
    for (const alike of groupBy(steps, ({ series }) => series).values()) {
      if (alike.length < 2) continue;
      alike.sort((a, b) => comparePeriods(a.period, b.period));
      for (const [at, step] of alike.entries()) {
        const before = alike[at - 1];
        if (before === undefined || compareBySide(step.limit, before.limit, step.side) !== "worse") continue;
        // Where it is no better than the baseline either, that has been said.
        const standing = againstBaseline(measure, step.reading, thread)?.standing;
        if (standing === "worse" || standing === "equal") continue;
        const { value, period } = step.reading.written;
        const run = alike.map(({ reading }) => reading.written.value.text).join(", ");
        report(measure, {
          message: `The targets of ${nameItemWithin(measure)} run ${run}, so ${period.text} is worse than ${sayBefore(before, step)}`,
          at: markValue(measure, value),
          field: `targets.${period.text}`,
        });
      }
    }
  },
  fixes: [waiveWithReason],
  examples: {
    bad: {
      "a dip": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2030/31
objectives:
  money:
    title: Live within our means
    lead: Finance Director
    measures:
      surplus:
        title: Surplus with support
        unit: GBP m
        better: higher
        owner: Finance Director
        baseline: {2025/26: -3}
        targets: {2026/27: 0, 2027/28: 0, 2028/29: -1, 2029/30: 0}
#                                                  ^^ warning measure/targets-fall-back
`,
      "the same quarter of the next year": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    measures:
      delays:
        title: Delayed transfers
        unit: percent
        better: lower
        owner: Chief Nurse
        baseline: {2025/26: 9.5}
        targets: {2026/27 Q2: 5, 2026/27 Q4: 7, 2027/28 Q2: 6, 2027/28 Q4: 6}
#                                                           ^ warning measure/targets-fall-back
`,
    },
    good: {
      "better every year": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    measures:
      delays:
        title: Delayed transfers
        unit: percent
        better: lower
        owner: Chief Nurse
        baseline: {2025/26: 9.5}
        targets: {2026/27: 7, 2027/28: at most 5, 2028/29: under 5}
`,
      "winters are harder than summers": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    measures:
      delays:
        title: Delayed transfers
        unit: percent
        better: lower
        owner: Chief Nurse
        baseline: {2025/26: 9.5}
        targets: {2026/27 Q2: 5, 2026/27 Q4: 7, 2027/28 Q2: 4, 2027/28 Q4: 6}
`,
      "each year has an amount of its own": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  money:
    title: Live within our means
    lead: Finance Director
    measures:
      savings:
        title: Savings
        unit: GBP m
        better: target
        aggregate: sum
        owner: Finance Director
        baseline: {2025/26: 7.1}
        targets: {2026/27: 7, 2027/28: 4.5}
`,
    },
  },
});

interface Step {
  readonly reading: TargetReading & { readonly target: Target };
  readonly period: ClosedPeriod;
  readonly limit: number;
  readonly side: "lower" | "higher";
  /** Only what is as long and at the same time of the year can be compared. */
  readonly series: string;
}

function stepOf(measure: MeasureOrScope, reading: Step["reading"], thread: ThreadReader): Step | undefined {
  const { target, period } = reading;
  if (period === undefined || !isClosed(period) || period.kind === "every-year" || period.kind === "end")
    return undefined;
  const side = wanted(target, measure.better);
  if (side === undefined || isRefused(measure, target)) return undefined;
  const baseline = baselineBefore(measure, period, thread)?.value;
  const start = baseline?.of === "number" ? baseline.value : undefined;
  const limits = limitsOf(target, { better: measure.better, baseline: start });
  const limit = typeof limits === "string" ? undefined : singleLimit(limits);
  if (typeof limits === "string" || limit === undefined) return undefined;
  const { month, day } = dateOf(period.first);
  const length = lengthInMonths(period) ?? `${lengthInDays(period)} days`;
  return { reading, period, limit, side, series: `${side} ${limits.axis} ${length} ${month}-${day}` };
}

function sayBefore(before: Step, { period }: Step): string {
  return addMonths(before.period.first, 12) === period.first
    ? "the year before"
    : before.reading.written.period.text;
}
