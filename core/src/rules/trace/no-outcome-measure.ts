// An objective whose measures all count what people do, and none what comes of it.

import { hasRefused, type StrategyModel } from "../../link/model.ts";
import { type Item, nameItemWithin } from "../../model/items.ts";
import { type Evidence, evidenceOf, goalsBelow } from "../../trace/coverage.ts";
import { scopesOf } from "../../trace/usage.ts";
import { waiveWithReason } from "../fixes/gaps.ts";
import { defineRule } from "../rule.ts";
import { hasUnknownEvidence } from "./evidence.ts";

const ACTIVITY: readonly (string | undefined)[] = ["input", "process", "output"];

export default defineRule({
  id: "trace/no-outcome-measure",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "off", review: "info", publish: "info" },
  waivable: true,
  time: false,
  visits: ["objective", "aim"],
  evidence: ["strategy", "measures"],
  asks: ["measures", "objectives"],
  what: 'Every measure of an objective states its "stage", and none of them is an outcome.',
  why: "Activity is not effect: people can be busier every year while nothing gets better for anybody.",
  headline: {
    one: "1 objective whose measures only count activity",
    many: "{n} objectives whose measures only count activity",
  },
  help: 'Add one with "stage: outcome"',
  fix: "none",
  check(item, { model, report }) {
    if (item.of !== "strategy") return;
    const count = evidenceOf(model, item).length;
    if (count === 0 || !countsOnlyActivity(model, item) || hasUnknownEvidence(model, item)) return;
    // An outcome below shows what comes of the whole.
    if (goalsBelow(model, item).some((goal) => !countsOnlyActivity(model, goal))) return;
    const all = count === 1 ? "The only measure" : count === 2 ? "Both measures" : `All ${count} measures`;
    report(item, {
      message: `${all} of ${nameItemWithin(item)} ${count === 1 ? "counts" : "count"} activity, which can rise while nothing improves`,
    });
  },
  fixes: [waiveWithReason],
  examples: {
    bad: {
      "inputs and outputs only": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  fewer-falls:
# ^^^^^^^^^^^ info trace/no-outcome-measure
    title: Fewer falls
    lead: Chief Nurse
    measures:
      classes:
        title: Strength classes held
        unit: classes
        better: higher
        stage: output
        owner: Chief Nurse
        baseline: {2025/26: 40}
        targets: {2028/29: 120}
      instructors:
        title: Instructors trained
        unit: people
        better: higher
        stage: input
        owner: Chief Nurse
        baseline: {2025/26: 4}
        targets: {2028/29: 10}
`,
    },
    good: {
      "one of them is an outcome": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  fewer-falls:
    title: Fewer falls
    lead: Chief Nurse
    measures:
      classes:
        title: Strength classes held
        unit: classes
        better: higher
        stage: output
        owner: Chief Nurse
        baseline: {2025/26: 40}
        targets: {2028/29: 120}
      falls:
        title: Falls that need a visit
        unit: falls
        better: lower
        stage: outcome
        owner: Chief Nurse
        baseline: {2025/26: 400}
        targets: {2028/29: 250}
`,
      "one does not say its stage": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  fewer-falls:
    title: Fewer falls
    lead: Chief Nurse
    measures:
      classes:
        title: Strength classes held
        unit: classes
        better: higher
        stage: output
        owner: Chief Nurse
        baseline: {2025/26: 40}
        targets: {2028/29: 120}
      falls:
        title: Falls that need a visit
        unit: falls
        better: lower
        owner: Chief Nurse
        baseline: {2025/26: 400}
        targets: {2028/29: 250}
`,
    },
  },
});

/** Of all measures and scopes on the way down; one without a stage may be anything. */
function countsOnlyActivity(model: StrategyModel, item: Item): boolean {
  const isActivity = (measure: Evidence) =>
    ACTIVITY.includes(measure.stage) && !hasRefused(model, measure, "stage", "scopes");
  return (
    evidenceOf(model, item).every(
      (measure) => isActivity(measure) && scopesOf(model, measure).every(isActivity),
    ) && goalsBelow(model, item).every((goal) => countsOnlyActivity(model, goal))
  );
}
