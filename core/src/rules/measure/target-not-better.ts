// A target that is no better than where things stand: a slip, or no ambition.

import { targetAgainstBaseline, wanted } from "../../judge/baseline.ts";
import { nameItem } from "../../model/items.ts";
import { comparePeriods, type Period } from "../../model/period.ts";
import { readValue, type Value } from "../../model/value.ts";
import { isClash, isPeriod } from "../../trace/calendar.ts";
import type { MeasureOrScope } from "../../trace/targets.ts";
import type { ThreadReader } from "../../trace/thread.ts";
import { markValue } from "../context.ts";
import { waiveWithReason } from "../fixes/gaps.ts";
import { defineRule } from "../rule.ts";
import { hasValue, ownTargets } from "./kpis.ts";

export default defineRule({
  id: "measure/target-not-better",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "warning", review: "warning", publish: "error" },
  waivable: true,
  time: false,
  visits: ["measure", "scope"],
  evidence: [],
  what: "A target equals the baseline, or lies on its worse side.",
  why: "Either one of the two figures is wrong, or the promise is to stand still.",
  headline: {
    one: "1 target that is no better than the baseline",
    many: "{n} targets that are no better than the baseline",
  },
  help: "Check which is wrong",
  fix: "unsafe",
  check(measure, { thread, report }) {
    for (const reading of ownTargets(thread, measure).filter(hasValue)) {
      const baseline = baselineBefore(measure, reading.period, thread);
      if (baseline === undefined) continue;
      const standing = targetAgainstBaseline(reading.target, baseline.value, betterOf(measure));
      if (standing !== "equal" && standing !== "worse") continue;
      const { value, period } = reading.written;
      const falls = wanted(reading.target, betterOf(measure).better) === "lower";
      const where = standing === "equal" ? "no better than" : falls ? "above" : "below";
      const should = falls ? "fall" : "rise";
      report(measure, {
        message: `${nameItem(measure)} should ${should}, but its target ${value.text} for ${period.text} is ${where} its baseline ${baseline.text}`,
        at: markValue(measure, value),
        field: `targets.${period.text}`,
      });
    }
  },
  fixes: [waiveWithReason],
  examples: {
    bad: {
      "above the baseline though lower is better": `
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
        baseline: {2025/26: 9.5}
        targets: {2028/29: 14}
#                          ^^ warning measure/target-not-better
`,
      "a range above the baseline though lower is better": `
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
        targets: {2028/29: between 12 and 14}
#                          ^^^^^^^^^^^^^^^^^ warning measure/target-not-better
`,
      "the same as the baseline": `
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
        baseline: {2025/26: 9.5}
        targets: {2028/29: at most 9.5}
#                          ^^^^^^^^^^^ warning measure/target-not-better
`,
    },
    good: {
      "better than the baseline": `
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
        baseline: {2025/26: 9.5}
        targets: {2028/29: under 9.5}
`,
      "holding on is no claim to be better": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    measures:
      occupancy:
        title: Bed occupancy
        unit: percent
        better: range
        baseline: {2025/26: 98}
        targets: {2028/29: between 85 and 92}
`,
    },
  },
});

function betterOf(measure: MeasureOrScope) {
  return measure.better === undefined ? {} : { better: measure.better };
}

/** The latest baseline before the target's period; one without a period counts as the first. */
function baselineBefore(
  measure: MeasureOrScope,
  period: Period | undefined,
  thread: ThreadReader,
): { value: Value; text: string } | undefined {
  const calendar = thread.calendarOf(measure);
  const dated = measure.baseline.flatMap((written) => {
    const value = readValue(written.value.text, {
      levels: measure.levels,
      ...(measure.unit === undefined ? {} : { unit: measure.unit }),
    });
    if ("problem" in value) return [];
    const reading =
      written.period === undefined || isClash(calendar)
        ? undefined
        : thread.readPeriod(written.period.text, calendar);
    return [{ value, text: written.value.text, period: isPeriod(reading) ? reading : undefined }];
  });
  const before = dated.filter(
    (one) => one.period === undefined || period === undefined || comparePeriods(one.period, period) < 0,
  );
  return before.sort((a, b) => (a.period && b.period ? comparePeriods(a.period, b.period) : 0)).at(-1);
}
