// A figure that stands in an objective's title and in no target of its measures.

import { hasRefused, type StrategyModel } from "../../link/model.ts";
import { nameItemWithin } from "../../model/items.ts";
import { numbersIn } from "../../model/number.ts";
import { evidenceOf, type Goal } from "../../trace/coverage.ts";
import { scopesOf } from "../../trace/usage.ts";
import { defineMeasureHere, waiveWithReason } from "../fixes/gaps.ts";
import { defineRule } from "../rule.ts";
import { hasUnknownEvidence } from "../trace/evidence.ts";

export default defineRule({
  id: "text/number-only",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "off", review: "off", publish: "off" },
  waivable: true,
  time: false,
  visits: ["aim", "objective", "capability"],
  evidence: ["strategy", "measures"],
  asks: ["measures"],
  what: "The title of an objective promises a figure, and none of its measures has that figure as a target.",
  why: "A figure in a title cannot be tracked: no value is ever compared with it.",
  headline: { one: "1 figure that stands in a title only", many: "{n} figures that stand in titles only" },
  help: "Add it to a measure",
  fix: "unsafe",
  check(item, { model, report }) {
    const { promised } = item;
    // Without any measure another finding says so.
    if (promised === undefined || evidenceOf(model, item).length === 0) return;
    if (hasUnknownEvidence(model, item) || isTarget(promised.value, item, model)) return;
    report(item, {
      message: `The title of ${nameItemWithin(item)} promises "${promised.words}", and none of its measures has that target`,
      field: "title",
    });
  },
  fixes: [defineMeasureHere, waiveWithReason],
  examples: {
    bad: {
      "no measure has the figure": `
#- stratkit.config.yaml
rules: {text/number-only: warning}
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  vacancies:
# ^^^^^^^^^ warning text/number-only
    title: Vacancies below 12%
    lead: People Director
    measures:
      vacancy-rate:
        title: Vacancy rate
        unit: percent
        better: lower
        owner: People Director
        baseline: {2025/26: 15}
        targets: {2028/29: 10}
`,
    },
    good: {
      "a measure has it": `
#- stratkit.config.yaml
rules: {text/number-only: warning}
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  vacancies:
    title: Vacancies below 12%
    lead: People Director
    measures:
      vacancy-rate:
        title: Vacancy rate
        unit: percent
        better: lower
        owner: People Director
        baseline: {2025/26: 15}
        targets: {2027/28: under 12, 2028/29: 10}
`,
      "a number that promises nothing": `
#- stratkit.config.yaml
rules: {text/number-only: warning}
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  falls:
    title: Fewer falls among people over 75
    lead: Chief Nurse
    measures:
      falls-rate:
        title: Falls
        unit: falls
        better: lower
        owner: Chief Nurse
        baseline: {2025/26: 62}
        targets: {2028/29: 48}
`,
    },
  },
});

/** In any words, of any measure or scope. */
function isTarget(value: number, goal: Goal, model: StrategyModel): boolean {
  const measures = evidenceOf(model, goal).flatMap((measure) => [measure, ...scopesOf(model, measure)]);
  return measures.some(
    (measure) =>
      hasRefused(model, measure, "targets") ||
      measure.targets.some((target) => numbersIn(target.value.text).includes(value)),
  );
}
