// Something that will be done, and nobody says by when.

import { hasRefused } from "../../link/model.ts";
import { nameItem } from "../../model/items.ts";
import { evidenceOf } from "../../trace/coverage.ts";
import { withAncestors } from "../../trace/thread.ts";
import { waiveWithReason } from "../fixes/gaps.ts";
import { hasValue } from "../measure/kpis.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "period/deliverable-undated",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "info", review: "warning", publish: "warning" },
  waivable: true,
  time: false,
  visits: ["aim", "objective", "capability"],
  evidence: [],
  asks: ["due", "done-when"],
  what: 'An objective rests on "done-when", and neither it nor what it belongs to has a "due".',
  why: "What is never due is never late, so nobody notices when it does not happen.",
  headline: { one: "1 deliverable without a date", many: "{n} deliverables without a date" },
  help: 'Add "due"',
  fix: "none",
  check(goal, { model, thread, report }) {
    if (!goal.doneWhen || thread.coverageOf(goal).state !== "deliverable") return;
    const above = withAncestors(model, goal);
    if (above.some((item) => ("due" in item && item.due !== undefined) || hasRefused(model, item, "due")))
      return;
    // A measure of yes or no has the date of its target.
    if (evidenceOf(model, goal).some((measure) => thread.targetsOf(measure).some(hasValue))) return;
    report(goal, { message: `${nameItem(goal)} says what done looks like but not by when` });
  },
  fixes: [waiveWithReason],
  examples: {
    bad: {
      "done, but by when": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  clinical-strategy:
# ^^^^^^^^^^^^^^^^^ warning period/deliverable-undated
    title: Clinical strategy
    lead: Medical Director
    done-when: The board has adopted it
`,
    },
    good: {
      "with a date": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  clinical-strategy:
    title: Clinical strategy
    lead: Medical Director
    done-when: The board has adopted it
    due: 2027-03
`,
      "what it belongs to has a date": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  plans:
    title: Plans for all services
    lead: Medical Director
    due: 2027/28
    objectives:
      clinical-strategy:
        title: Clinical strategy
        lead: Medical Director
        done-when: The board has adopted it
`,
      "a measure with a target gives the date": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  clinical-strategy:
    title: Clinical strategy
    lead: Medical Director
    done-when: The board has adopted it
    measures:
      services:
        title: Services with a plan
        unit: percent
        better: higher
        owner: Medical Director
        baseline: {2025/26: 20}
        targets: {2028/29: 100}
`,
    },
  },
});
