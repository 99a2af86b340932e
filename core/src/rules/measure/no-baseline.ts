// Without a starting point nobody can see how far there is to go.

import { parentOf } from "../../link/model.ts";
import { nameItem } from "../../model/items.ts";
import { waiveWithReason } from "../fixes/gaps.ts";
import { defineRule } from "../rule.ts";
import { hasValue, ownTargets } from "./kpis.ts";

export default defineRule({
  id: "measure/no-baseline",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "info", review: "warning", publish: "warning" },
  waivable: true,
  time: false,
  visits: ["measure", "scope"],
  evidence: [],
  asks: ["baseline", "role"],
  what: 'A measure of the role "kpi" has a target value and no baseline.',
  why: "Nobody can see how far there is to go, or whether the target asks for anything.",
  headline: { one: "1 measure without a baseline", many: "{n} measures without a baseline" },
  help: "Add its value and period",
  fix: "none",
  check(measure, { model, thread, report }) {
    if (measure.role !== "kpi" || measure.baseline.length > 0) return;
    if (!ownTargets(thread, measure).some(hasValue)) return;
    // The measure's own finding speaks for a scope that would have the baseline from it.
    const whole = measure.kind === "scope" ? parentOf(model, measure) : undefined;
    if (whole?.kind === "measure" && ownTargets(thread, whole).some(hasValue)) return;
    report(measure, {
      message: `${nameItem(measure)} has no baseline, so nobody can see how far there is to go`,
    });
  },
  fixes: [waiveWithReason],
  examples: {
    bad: {
      "a target from nowhere": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff well
    lead: People Director
    measures:
      training:
#     ^^^^^^^^ warning measure/no-baseline
        title: Training compliance
        owner: Medical Director
        unit: percent
        better: higher
        targets: {2028/29: 95}
`,
    },
    good: {
      "a value and its period": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff well
    lead: People Director
    measures:
      training:
        title: Training compliance
        owner: Medical Director
        unit: percent
        better: higher
        baseline: {2025/26: 88}
        targets: {2028/29: 95}
`,
      "nothing to reach, nothing to start from": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff well
    lead: People Director
    done-when: Every team has a wellbeing lead
    due: 2027/28
    measures:
      training: {title: Training compliance, unit: percent, better: higher, targets: {2028/29: track}, owner: Medical Director}
`,
    },
  },
});
