// An action or milestone of a plan that nobody leads.

import { hasRefused, parentOf, type StrategyModel } from "../../link/model.ts";
import { type Item, nameItem, nameItemWithin } from "../../model/items.ts";
import { planOf } from "../../trace/usage.ts";
import { waiveWithReason } from "../fixes/gaps.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "owner/plan-item-no-lead",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "off", review: "info", publish: "warning" },
  waivable: true,
  time: false,
  visits: ["action", "milestone"],
  evidence: [],
  asks: ["lead", "owner"],
  what: "An action or milestone of a delivery plan has no lead and no owner, and neither have its priority and its plan.",
  why: "What everybody is to do, nobody does.",
  headline: {
    one: "1 action or milestone without a lead",
    many: "{n} actions and milestones without a lead",
  },
  help: 'Add "lead" to one of them',
  fix: "none",
  check(item, { model, report }) {
    if (isLed(model, item) || planOf(model, item) === undefined) return;
    const priority = parentOf(model, item);
    // Of an action and its milestones the action is told: one lead there is enough.
    if (priority?.kind !== "priority") return;
    const chain = [priority, parentOf(model, priority)].filter((one) => one !== undefined);
    if (chain.some((one) => isLed(model, one))) return;
    report(item, {
      message: `${nameItem(item)} has no lead, and neither has its ${nameItemWithin(priority)}`,
    });
  },
  fixes: [waiveWithReason],
  examples: {
    bad: {
      "neither it nor what it stands in": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
#- 2026-27.delivery-plan.yaml
title: Plan 2026/27
strategy: trust
period: 2026/27
priorities:
  booking:
    title: Booking
    objectives: [cut-waiting]
    milestones:
      chosen: {title: System chosen, due: Q4}
#     ^^^^^^ info owner/plan-item-no-lead
`,
    },
    good: {
      "from its priority": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
#- 2026-27.delivery-plan.yaml
title: Plan 2026/27
strategy: trust
period: 2026/27
priorities:
  booking:
    title: Booking
    lead: Head of Booking
    objectives: [cut-waiting]
    milestones:
      chosen: {title: System chosen, due: Q4}
`,
      "from the plan, or from the action that it stands in": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
#- 2026-27.delivery-plan.yaml
title: Plan 2026/27
strategy: trust
period: 2026/27
owner: Director of Operations
priorities:
  booking:
    title: Booking
    objectives: [cut-waiting]
    actions:
      choose:
        title: Choose a system
        owner: Head of Booking
        milestones:
          chosen: {title: System chosen, due: Q4}
`,
    },
  },
});

function isLed(model: StrategyModel, item: Item): boolean {
  return item.lead !== undefined || item.owner !== undefined || hasRefused(model, item, "lead", "owner");
}
