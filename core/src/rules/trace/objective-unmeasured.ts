// The core promise: an objective that nobody can measure is said to be so.

import { childrenOf, parentOf } from "../../link/model.ts";
import { kindWord, nameItem } from "../../model/items.ts";
import { evidenceOf, isGoal } from "../../trace/coverage.ts";
import { defineMeasureHere, linkMeasure, sayWhenDone, waiveWithReason } from "../fixes/gaps.ts";
import { defineRule } from "../rule.ts";
import { hasUnknownEvidence } from "./evidence.ts";

export default defineRule({
  id: "trace/objective-unmeasured",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "warning", review: "error", publish: "error" },
  waivable: true,
  time: false,
  visits: ["objective", "aim"],
  evidence: ["strategy", "measures"],
  asks: ["measures", "done-when", "objectives"],
  what: 'An objective, or an aim without objectives, has no measure, no "done-when" and no valid waiver.',
  why: "Nobody can tell whether it is working, so a report can only say that people were busy.",
  headline: { one: "1 objective without a measure", many: "{n} objectives without a measure" },
  help: "Link a measure, or waive the rule with a reason",
  fix: "unsafe",
  check(item, { model, thread, report }) {
    if (item.of !== "strategy") return;
    const { state, own } = thread.coverageOf(item);
    if (!own || (state !== "unmeasured" && state !== "waived")) return;
    if (hasUnknownEvidence(model, item)) return;
    const aim = parentOf(model, item);
    const above = aim !== undefined && isGoal(aim) ? evidenceOf(model, aim).length : 0;
    if (aim !== undefined && above > 0) {
      report(item, {
        message: `${nameItem(item)} has no measure of its own; ${aim.kind === "aim" ? "its aim" : `the ${kindWord(aim.kind)} above it`} has ${above}`,
        help: "Move one here, or waive the rule with a reason",
      });
      return;
    }
    const childless = item.kind === "aim" && childrenOf(model, item).every((child) => !isGoal(child));
    const lack = childless ? "no objectives and no measure" : "no measure";
    report(item, { message: `${nameItem(item)} has ${lack}, so nobody can tell whether it is working` });
  },
  fixes: [linkMeasure, defineMeasureHere, sayWhenDone, waiveWithReason],
  examples: {
    bad: {
      "no evidence at all": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting: {title: Cut waiting, lead: Medical Director}
# ^^^^^^^^^^^ error trace/objective-unmeasured
`,
      "an aim without objectives": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
aims:
  quality: Provide the best care
# ^^^^^^^ error trace/objective-unmeasured
`,
      "only its aim has a measure": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
aims:
  quality:
    title: Provide the best care
    lead: Medical Director
    measures:
      waiting:
        title: Waiting time
        owner: Medical Director
        unit: days
        better: lower
        baseline: {2025/26: 30}
        targets: {2028/29: 18}
    objectives:
      cut-waiting: Cut waiting
#     ^^^^^^^^^^^ error trace/objective-unmeasured
`,
    },
    good: {
      "done-when is evidence": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "a misspelt measure is one finding, not two": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    measures: [waitng]
#              ^^^^^^ error ref/not-found
`,
      "waived with a reason": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
# ^^^^^^^^^^^ waived trace/objective-unmeasured
    title: Cut waiting
    lead: Medical Director
    waive:
      trace/objective-unmeasured: {because: The survey comes first, until: 2027-12-31}
`,
    },
  },
});
