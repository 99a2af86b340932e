// Planned values that, put together, miss the target of the same time.

import { judge } from "../../judge/judge.ts";
import { toleranceInForce } from "../../judge/tolerance.ts";
import { hasRefused, linksFrom } from "../../link/model.ts";
import { writePeriod } from "../../model/formatPeriod.ts";
import { type ItemOf, nameItemWithin } from "../../model/items.ts";
import { type Period, splitIntoYears, yearsOfSpan } from "../../model/period.ts";
import { isTargetValue } from "../../model/target.ts";
import { readValue } from "../../model/value.ts";
import { isClash } from "../../trace/calendar.ts";
import { type Bench, baselineBefore } from "../../trace/latestValue.ts";
import type { MeasureOrScope, TargetReading } from "../../trace/targets.ts";
import { periodAt } from "../../trace/thread.ts";
import { markValue } from "../context.ts";
import { waiveWithReason } from "../fixes/gaps.ts";
import { defineRule } from "../rule.ts";
import { type Planned, putTogether, type Together } from "./putTogether.ts";

export default defineRule({
  id: "plan/trajectory-mismatch",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "info", review: "warning", publish: "error" },
  waivable: true,
  time: false,
  visits: ["delivery-plan"],
  evidence: [],
  asks: ["period", "trajectory"],
  what: "The planned values of a measure, put together as the measure says, miss its target for the same time.",
  why: "Whoever keeps to the plan misses the target, and nobody knows which of the two is meant.",
  headline: {
    one: "1 measure whose plan misses its target",
    many: "{n} measures whose plan misses its target",
  },
  help: "Correct one of them",
  fix: "none",
  check(plan, context) {
    const { model, thread, report } = context;
    for (const trajectory of plan.trajectory) {
      const links = linksFrom(model, plan, "trajectory");
      const measure = links.find(({ reference }) => reference.text === trajectory.measure.text)?.to;
      if ((measure?.kind !== "measure" && measure?.kind !== "scope") || measure.retired !== undefined)
        continue;
      if (hasRefused(model, measure, "targets", "better", "unit", "levels", "aggregate", "accumulate"))
        continue;
      const planned = trajectory.values.map(({ period, value }): Planned | undefined => {
        const [days, read] = [periodAt(thread, plan, period), readValue(value.text, measure)];
        return days === undefined || "problem" in read
          ? undefined
          : { period: days, value: read, written: value };
      });
      // A planned value that cannot be read may be the one that meets the target.
      const readable = planned.filter((one) => one !== undefined);
      if (readable.length < planned.length) continue;
      for (const target of targetsBy(measure, plan, context)) {
        const together = putTogether(readable, target.period, measure);
        if (together === undefined || !misses(together, target, measure, context)) continue;
        report(plan, {
          message: sayMiss(together, target, measure),
          at: markValue(plan, together.last.written),
          field: `trajectory.${trajectory.measure.text}`,
          value: target.name,
        });
      }
    }
  },
  fixes: [waiveWithReason],
  examples: {
    bad: {
      "the last quarter misses the year's target": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff
    lead: People Director
    measures:
      vacancy-rate:
        title: Vacancy rate
        unit: percent
        better: lower
        owner: People Director
        baseline: {2025/26: 15}
        targets: {2026/27: 10}
#- 2026-27.delivery-plan.yaml
title: Plan 2026/27
strategy: trust
period: 2026/27
lead: Director of Operations
priorities:
  people:
    title: People
    objectives: [staff]
    milestones:
      hired: {title: Forty nurses hired, due: Q4}
trajectory:
  vacancy-rate: {Q1: 14, Q2: 13, Q3: 13, Q4: 12}
#                                            ^^ warning plan/trajectory-mismatch
`,
      "four quarters do not add up to it": `
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
        better: higher
        aggregate: sum
        owner: Finance Director
        baseline: {2025/26: 3}
        targets: {2026/27: at least 4}
#- 2026-27.delivery-plan.yaml
title: Plan 2026/27
strategy: trust
period: 2026/27
lead: Director of Operations
priorities:
  money:
    title: Money
    objectives: [money]
    milestones:
      agreed: {title: Savings agreed, due: Q1}
trajectory:
  savings: {Q1: 0.7, Q2: 0.8, Q3: 0.9, Q4: 1.1}
#                                          ^^^ warning plan/trajectory-mismatch
`,
    },
    good: {
      "it ends at the target": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff
    lead: People Director
    measures:
      vacancy-rate:
        title: Vacancy rate
        unit: percent
        better: lower
        owner: People Director
        baseline: {2025/26: 15}
        targets: {2026/27: 10}
#- 2026-27.delivery-plan.yaml
title: Plan 2026/27
strategy: trust
period: 2026/27
lead: Director of Operations
priorities:
  people:
    title: People
    objectives: [staff]
    milestones:
      hired: {title: Forty nurses hired, due: Q4}
trajectory:
  vacancy-rate: {Q1: 14, Q2: 13, Q3: 12, Q4: 10}
`,
      "a quarter is not planned yet, or the target is for a later year": `
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
        better: higher
        aggregate: sum
        owner: Finance Director
        baseline: {2025/26: 3}
        targets: {2026/27: at least 4}
      overtime:
        title: Overtime
        unit: hours
        better: lower
        owner: Finance Director
        baseline: {2025/26: 900}
        targets: {2027/28: 500}
#- 2026-27.delivery-plan.yaml
title: Plan 2026/27
strategy: trust
period: 2026/27
lead: Director of Operations
priorities:
  money:
    title: Money
    objectives: [money]
    milestones:
      agreed: {title: Savings agreed, due: Q1}
trajectory:
  savings: {Q1: 0.7, Q2: 0.8, Q4: 1.1}
  overtime: {Q4: 700}
`,
    },
  },
});

interface TargetBy {
  readonly reading: TargetReading;
  readonly period: Period;
  /** The period's words: as written, or of one of the years that were written as several. */
  readonly name: string;
}

/** Targets with values, a span of years and "every year" as one for each year. */
function targetsBy(measure: MeasureOrScope, plan: ItemOf<"delivery-plan">, { thread }: Bench): TargetBy[] {
  const calendar = thread.calendarOf(measure);
  const planned = thread.periodOfPlan(plan);
  if (isClash(calendar) || planned === undefined) return [];
  return thread.targetsOf(measure).flatMap((reading): TargetBy[] => {
    const { period, target, written } = reading;
    if (period === undefined || target === undefined || !isTargetValue(target)) return [];
    const years =
      period.kind === "every-year" ? splitIntoYears(planned, calendar.startMonth) : yearsOfSpan(period);
    if (years.length === 0) return [{ reading, period, name: written.period.text }];
    return years.map((year) => ({ reading, period: year, name: writePeriod(year, calendar.startMonth) }));
  });
}

function misses(together: Together, { reading, period }: TargetBy, measure: MeasureOrScope, bench: Bench) {
  if (reading.target === undefined) return false;
  const baseline = baselineBefore(measure, period, bench);
  const start = baseline === undefined ? undefined : readValue(baseline.text, measure);
  const judged = judge({
    target: reading.target,
    value: together.value,
    role: measure.role,
    tolerance: toleranceInForce(undefined, undefined, undefined),
    ...(measure.better === undefined ? {} : { better: measure.better }),
    ...(start !== undefined && "of" in start && start.of === "number" ? { baseline: start.value } : {}),
  });
  return judged.rag !== null && !judged.met;
}

function sayMiss({ how, value }: Together, { name, reading }: TargetBy, measure: MeasureOrScope): string {
  const said = value.of === "number" ? String(value.value) : value.of === "level" ? value.level : value.value;
  const [whose, target] = [nameItemWithin(measure), `but its target is ${reading.written.value.text}`];
  switch (how) {
    case "value":
      return `The planned value of ${whose} for ${name} is ${said}, ${target}`;
    case "last":
      return `The planned values of ${whose} end ${name} at ${said}, ${target}`;
    case "sum":
      return `The planned values of ${whose} for ${name} add up to ${said}, ${target}`;
    case "mean":
      return `The planned values of ${whose} for ${name} are ${said} on average, ${target}`;
    case "max":
      return `The largest planned value of ${whose} for ${name} is ${said}, ${target}`;
    case "min":
      return `The smallest planned value of ${whose} for ${name} is ${said}, ${target}`;
  }
}
