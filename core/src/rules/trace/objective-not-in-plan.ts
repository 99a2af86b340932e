// An objective for which nothing is planned this year.

import { childrenOf, hasRefused, strategyOf } from "../../link/model.ts";
import { nameItem } from "../../model/items.ts";
import { goalsBelow } from "../../trace/coverage.ts";
import { prioritiesDelivering } from "../../trace/thread.ts";
import { addToPlan, waiveWithReason } from "../fixes/gaps.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "trace/objective-not-in-plan",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "off", review: "warning", publish: "warning" },
  waivable: true,
  time: true,
  visits: ["objective", "aim"],
  evidence: ["delivery-plan"],
  what: "An objective is delivered by no priority of the plan that is current at the as-of date.",
  why: "An aim without action stays a wish.",
  headline: { one: "1 objective that is in no plan", many: "{n} objectives that are in no plan" },
  help: "Add it to one, or waive the rule with a reason",
  fix: "none",
  check(item, { model, thread, report }) {
    if (item.of !== "strategy" || goalsBelow(model, item).length > 0) return;
    const strategy = strategyOf(model, item);
    const plan = strategy === undefined ? undefined : thread.currentPlanOf(strategy);
    if (plan === undefined) return;
    if (prioritiesDelivering(model, item).some((priority) => priority.document === plan.document)) return;
    const unknown = childrenOf(model, plan).some(
      (other) =>
        other.kind === "priority" &&
        ((model.unresolved.get(other) ?? []).some((reference) => reference.key === "objectives") ||
          hasRefused(model, other, "objectives")),
    );
    if (unknown) return;
    const period = plan.period?.text ?? plan.key;
    report(item, {
      message: `${nameItem(item)} is in no priority of the ${period} plan`,
      facts: { plan: period },
    });
  },
  fixes: [addToPlan, waiveWithReason],
  examples: {
    bad: {
      "the year's plan leaves it out": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
  listen:
# ^^^^^^ warning trace/objective-not-in-plan
    title: Listen to patients
    lead: Chief Nurse
    done-when: Every ward has a patient council
    due: 2027/28
#- 2026-27.delivery-plan.yaml
title: Plan 2026/27
lead: Director of Operations
strategy: trust
period: 2026/27
priorities:
  booking: {title: Booking, objectives: [cut-waiting], milestones: {agreed: {title: Plan agreed, due: Q4}}}
`,
    },
    good: {
      "no plan is current": `
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
  staff: {title: Staff, objectives: [cut-waiting], milestones: {agreed: {title: Plan agreed, due: Q4}}}
`,
      "its aim is delivered": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
aims:
  quality:
    title: Quality
    objectives:
      cut-waiting:
        title: Cut waiting
        lead: Medical Director
        done-when: A new booking system is open to every clinic
        due: 2027/28
#- 2026-27.delivery-plan.yaml
title: Plan 2026/27
lead: Director of Operations
strategy: trust
period: 2026/27
priorities:
  booking: {title: Booking, objectives: [quality], milestones: {agreed: {title: Plan agreed, due: Q4}}}
`,
    },
  },
});
