// A percentage that cannot be.

import type { ImpossibleValue } from "../../model/impossible.ts";
import { defineRefusalRule } from "../rule.ts";

export default defineRefusalRule<ImpossibleValue>({
  id: "measure/impossible-value",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "warning", review: "warning", publish: "error" },
  waivable: true,
  time: false,
  what: "A target, a baseline or a recorded value of a measure in percent is more than 100 or less than 0.",
  why: "Mostly a digit has slipped, or the figure is counted in another unit.",
  headline: { one: "1 percentage that cannot be", many: "{n} percentages that cannot be" },
  help: 'Correct it, or change "unit"',
  fix: "none",
  say({ what, text, side, measure }) {
    const than = side === "more" ? "more than 100" : "less than 0";
    return {
      message: `The ${what} ${text} of ${measure} is ${than} percent`,
      help: 'Correct it, or change "unit"',
    };
  },
  examples: {
    bad: {
      "more than all": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff well
    lead: People Director
    measures:
      appraisals:
        title: Appraisals complete
        unit: percent
        better: higher
        owner: People Director
        baseline: {2025/26: 82}
        targets: {2028/29: 950}
#                          ^^^ warning measure/impossible-value
#- trust.actuals.yaml
measures:
  appraisals: {2025/26: 822}
#                       ^^^ warning measure/impossible-value
`,
      "a baseline below nothing": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff well
    lead: People Director
    measures:
      appraisals:
        title: Appraisals complete
        unit: percent
        better: higher
        owner: People Director
        baseline: {2025/26: -82}
#                           ^^^ warning measure/impossible-value
        targets: {2028/29: 95}
`,
    },
    good: {
      "all and none": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff well
    lead: People Director
    measures:
      appraisals:
        title: Appraisals complete
        unit: percent
        better: higher
        owner: People Director
        baseline: {2025/26: 0}
        targets: {2028/29: 100}
#- trust.actuals.yaml
measures:
  appraisals: {2025/26: 0}
`,
      "another unit": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff well
    lead: People Director
    measures:
      result:
        title: Result of the year
        unit: GBP m
        better: higher
        owner: Finance Director
        baseline: {2025/26: -3.3}
        targets: {2028/29: 0}
`,
      "a change can be more than all": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff well
    lead: People Director
    measures:
      appraisals:
        title: Appraisals complete
        unit: percent
        better: higher
        owner: People Director
        baseline: {2025/26: 20}
        targets: {2028/29: +150%}
`,
    },
  },
});
