// A target that is no better than where things stand: a slip, or no ambition.

import { wanted } from "../../judge/baseline.ts";
import { nameItem } from "../../model/items.ts";
import { markValue } from "../context.ts";
import { waiveWithReason } from "../fixes/gaps.ts";
import { defineRule } from "../rule.ts";
import { againstBaseline } from "./againstBaseline.ts";
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
      const against = againstBaseline(measure, reading, thread);
      if (against === undefined || against.standing === "better") continue;
      const { standing, baseline } = against;
      const { value, period } = reading.written;
      const falls = wanted(reading.target, measure.better) === "lower";
      const where = standing === "equal" ? "no better than" : falls ? "above" : "below";
      const should = falls ? "fall" : "rise";
      report(measure, {
        message: `${nameItem(measure)} should ${should}, but its target ${value.text} for ${period.text} is ${where} its baseline ${baseline}`,
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
        owner: Medical Director
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
        owner: Medical Director
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
        owner: Medical Director
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
        owner: Medical Director
        unit: percent
        better: range
        baseline: {2025/26: 98}
        targets: {2028/29: between 85 and 92}
`,
    },
  },
});
