// A figure without a unit says nothing.

import { nameItem } from "../../model/items.ts";
import { defineRule } from "../rule.ts";
import { withScopes } from "./kpis.ts";

export default defineRule({
  id: "measure/no-unit",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "info", review: "warning", publish: "error" },
  waivable: true,
  time: false,
  visits: ["measure"],
  evidence: [],
  asks: ["unit", "levels"],
  what: 'A measure has no "unit". Instruments and level scales need none.',
  why: "A figure without a unit cannot be read: 4.1 may be percent, days or people.",
  headline: { one: "1 measure without a unit", many: "{n} measures without a unit" },
  help: 'Add "unit", such as percent or days',
  fix: "none",
  check(measure, { model, report }) {
    if (measure.role === "instrument" || measure.levels.length > 0 || measure.unit !== undefined) return;
    const [, ...scopes] = withScopes(model, measure);
    if (scopes.length > 0 && scopes.every((scope) => scope.unit !== undefined)) return;
    const figure = (measure.baseline[0]?.value ?? measure.targets[0]?.value)?.text;
    const lost = figure !== undefined && /^-?\d[\d.,]*$/.test(figure) ? figure : "its figures";
    report(measure, {
      message: `${nameItem(measure)} has no unit, so nobody knows what ${lost} ${lost === figure ? "means" : "mean"}`,
    });
  },
  examples: {
    bad: {
      "no unit": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff well
    lead: People Director
    measures:
      sickness-absence:
#     ^^^^^^^^^^^^^^^^ warning measure/no-unit
        title: Sickness absence
        owner: Medical Director
        better: lower
        baseline: {2025/26: 4.1}
        targets: {2028/29: 3.5}
`,
    },
    good: {
      "a unit": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff well
    lead: People Director
    measures:
      sickness-absence:
        title: Sickness absence
        owner: Medical Director
        unit: percent
        better: lower
        baseline: {2025/26: 4.1}
        targets: {2028/29: 3.5}
`,
      "levels are their own unit": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff well
    lead: People Director
    measures:
      wellbeing-award:
        title: Wellbeing award
        owner: Medical Director
        levels: [Bronze, Silver, Gold]
        baseline: {2025/26: Bronze}
        targets: {2028/29: Gold}
`,
    },
  },
});
