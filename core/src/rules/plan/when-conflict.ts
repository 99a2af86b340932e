// A milestone that counts as met while its measure is still off target.

import { compareFigures } from "../../judge/compare.ts";
import { type Limit, type Limits, limitsOf } from "../../judge/limits.ts";
import { targetInForce } from "../../judge/targetInForce.ts";
import { hasRefused, targetOf } from "../../link/model.ts";
import { nameItem } from "../../model/items.ts";
import { parseWhen } from "../../model/parseWhen.ts";
import type { Period } from "../../model/period.ts";
import { addsUp } from "../../model/unit.ts";
import { isClash } from "../../trace/calendar.ts";
import { type MeasureOrScope, type TargetReading, targetWords } from "../../trace/targets.ts";
import { periodAt, type ThreadReader } from "../../trace/thread.ts";
import { planOf } from "../../trace/usage.ts";
import { markValue } from "../context.ts";
import { waiveWithReason } from "../fixes/gaps.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "plan/when-conflict",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "info", review: "warning", publish: "warning" },
  waivable: true,
  time: false,
  visits: ["action", "milestone"],
  evidence: [],
  asks: ["due"],
  what: 'The "when" of an action or milestone asks for less than the target that its measure has by then.',
  why: "It would be reported as done while the measure misses its target.",
  headline: {
    one: "1 milestone that asks for less than the target",
    many: "{n} milestones that ask for less than the target",
  },
  help: "Make them agree",
  fix: "none",
  check(item, { model, thread, report }) {
    const measure = targetOf(model, item, "when");
    if (item.when === undefined || (measure?.kind !== "measure" && measure?.kind !== "scope")) return;
    if (measure.retired !== undefined || measure.better === "none") return;
    if (hasRefused(model, measure, "targets", "better", "unit", "levels")) return;
    const plan = planOf(model, item);
    const whole = item.due === undefined && plan !== undefined ? thread.periodOfPlan(plan) : undefined;
    const period = periodAt(thread, item, item.due) ?? whole;
    const due = period === undefined ? undefined : targetDueBy(measure, period, thread);
    const when = parseWhen(item.when.text, targetWords(measure));
    if (due?.target === undefined || !("measure" in when)) return;
    const anchors = measure.better === undefined ? {} : { better: measure.better };
    const [asked, promised] = [limitsOf(when.target, anchors), limitsOf(due.target, anchors)];
    if (typeof asked === "string" || typeof promised === "string" || asked.axis !== promised.axis) return;
    const limit = looserLimit(asked, promised);
    if (limit === undefined) return;
    report(item, {
      message: `${nameItem(item)} is met ${sayLimit(limit, asked, measure)}, but the target for ${due.written.period.text} is ${due.written.value.text}`,
      at: markValue(item, item.when),
      field: "when",
      related: [
        {
          message: "the target",
          place: { file: measure.file, path: due.written.value.path, on: "value" },
        },
      ],
    });
  },
  fixes: [waiveWithReason],
  examples: {
    bad: {
      "met at 45, with a target of 40": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  lighter-load:
    title: A lighter load
    lead: Medical Director
    measures:
      caseload:
        title: Caseload
        unit: cases
        better: lower
        owner: Head of Community Teams
        baseline: {2025/26: 52}
        targets: {2026/27: at most 40}
#- 2026-27.delivery-plan.yaml
title: Plan 2026/27
strategy: trust
period: 2026/27
lead: Director of Operations
priorities:
  teams:
    title: Community teams
    objectives: [lighter-load]
    milestones:
      caseload: {title: Caseload, due: Q4, when: caseload at most 45}
#                                                ^^^^^^^^^^^^^^^^^^^ warning plan/when-conflict
`,
    },
    good: {
      "a step on the way": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  lighter-load:
    title: A lighter load
    lead: Medical Director
    measures:
      caseload:
        title: Caseload
        unit: cases
        better: lower
        owner: Head of Community Teams
        baseline: {2025/26: 52}
        targets: {2026/27: at most 40}
#- 2026-27.delivery-plan.yaml
title: Plan 2026/27
strategy: trust
period: 2026/27
lead: Director of Operations
priorities:
  teams:
    title: Community teams
    objectives: [lighter-load]
    milestones:
      caseload: {title: Caseload, due: Q2, when: caseload at most 45}
`,
      "more than the target": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  lighter-load:
    title: A lighter load
    lead: Medical Director
    measures:
      caseload:
        title: Caseload
        unit: cases
        better: lower
        owner: Head of Community Teams
        baseline: {2025/26: 52}
        targets: {2026/27: at most 40}
#- 2026-27.delivery-plan.yaml
title: Plan 2026/27
strategy: trust
period: 2026/27
lead: Director of Operations
priorities:
  teams:
    title: Community teams
    objectives: [lighter-load]
    milestones:
      caseload: {title: Caseload, due: Q4, when: caseload under 40}
`,
    },
  },
});

/** The target in force that is due by the end of the period; before that, less may well be a step on the way. */
function targetDueBy(
  measure: MeasureOrScope,
  period: Period,
  thread: ThreadReader,
): TargetReading | undefined {
  const calendar = thread.calendarOf(measure);
  if (isClash(calendar)) return undefined;
  const found = targetInForce<TargetReading>({
    period,
    targets: thread
      .targetsOf(measure)
      .flatMap((thing) => (thing.period === undefined ? [] : [{ period: thing.period, thing }])),
    startMonth: calendar.startMonth,
    kind: addsUp(measure) ? "adds-up" : "one-for-all",
    accumulate: measure.accumulate,
  });
  if (found.state !== "this-period" && found.state !== "latest") return undefined;
  const { last } = found.target.period;
  return last !== null && period.last !== null && last <= period.last ? found.target.thing : undefined;
}

/** The limit that lets through what the target does not; of limits on different sides nothing is said. */
function looserLimit(asked: Limits, promised: Limits): Limit | undefined {
  if (isLooser(asked.high, promised.high, 1)) return asked.high;
  return isLooser(asked.low, promised.low, -1) ? asked.low : undefined;
}

function isLooser(asked: Limit | undefined, promised: Limit | undefined, sign: 1 | -1): boolean {
  if (asked === undefined || promised === undefined) return false;
  const order = sign * compareFigures(asked.at, promised.at);
  return order > 0 || (order === 0 && asked.edge === "in" && promised.edge === "out");
}

/** `at 45`, `under 45`, `at Silver`. */
function sayLimit(limit: Limit, { axis, high }: Limits, { levels }: MeasureOrScope): string {
  const at = axis === "level" ? (levels[limit.at] ?? "") : String(limit.at);
  if (limit.edge === "in") return `at ${at}`;
  return `${limit === high ? "under" : "over"} ${at}`;
}
