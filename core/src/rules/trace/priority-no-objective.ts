// A plan's priority that serves no objective: work beside the strategy.

import { targetsOf } from "../../link/model.ts";
import { nameItem } from "../../model/items.ts";
import { planOf } from "../../trace/usage.ts";
import { waiveWithReason } from "../fixes/gaps.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "trace/priority-no-objective",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "warning", review: "warning", publish: "error" },
  waivable: true,
  time: false,
  visits: ["priority"],
  evidence: ["delivery-plan"],
  asks: ["objectives"],
  what: "A priority of a delivery plan names no objective that it delivers.",
  why: "Work beside the strategy takes the people and the money that the strategy needs.",
  headline: { one: "1 priority without an objective", many: "{n} priorities without an objective" },
  help: 'List what it delivers in "objectives"',
  fix: "unsafe",
  check(priority, { model, report }) {
    if (targetsOf(model, priority, "objectives").length > 0) return;
    if ((model.unresolved.get(priority) ?? []).some((reference) => reference.key === "objectives")) return;
    const plan = planOf(model, priority);
    report(priority, {
      message: `${nameItem(priority)} of the ${plan?.period?.text ?? priority.document} plan delivers no objective`,
    });
  },
  fixes: [waiveWithReason],
  examples: {
    bad: {
      "no objectives": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
#- 2027-28.delivery-plan.yaml
title: Plan 2027/28
lead: Director of Operations
strategy: trust
period: 2027/28
priorities:
  growth: {title: Growth, milestones: {agreed: {title: Plan agreed, due: Q4}}}
# ^^^^^^ warning trace/priority-no-objective
`,
    },
    good: {
      "delivers one": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
#- 2027-28.delivery-plan.yaml
title: Plan 2027/28
lead: Director of Operations
strategy: trust
period: 2027/28
priorities:
  growth: {title: Growth, objectives: [cut-waiting], milestones: {agreed: {title: Plan agreed, due: Q4}}}
`,
      "a misspelt objective is one finding": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
#- 2027-28.delivery-plan.yaml
title: Plan 2027/28
lead: Director of Operations
strategy: trust
period: 2027/28
priorities:
  growth: {title: Growth, objectives: [cut-waitng], milestones: {agreed: {title: Plan agreed, due: Q4}}}
#                                      ^^^^^^^^^^ error ref/not-found
`,
    },
  },
});
