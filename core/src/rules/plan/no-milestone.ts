// A priority of a plan whose progress nobody can follow: no milestone, and no date on any action.

import { childrenOf, hasRefused, type StrategyModel } from "../../link/model.ts";
import { type Item, nameItem } from "../../model/items.ts";
import { gathered } from "../../text/gathered.ts";
import { waiveWithReason } from "../fixes/gaps.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "plan/no-milestone",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "info", review: "warning", publish: "warning" },
  waivable: true,
  time: false,
  visits: ["priority"],
  evidence: [],
  asks: ["actions", "milestones"],
  what: 'A priority of a delivery plan has no milestone, and no action with "due", "repeats" or "after".',
  why: "Nothing in it is ever due, so nobody can say in the middle of the year whether it is on course.",
  headline: { one: "1 priority without a milestone", many: "{n} priorities without a milestone" },
  help: "Add a milestone with a date",
  fix: "none",
  check(priority, { model, report }) {
    const inside = withNested(model, priority).filter((item) => item.retired === undefined);
    if (inside.some((item) => canBeFollowed(model, item))) return;
    // A second thing with one id has its own finding, and may be the milestone.
    if (model.duplicates.some(({ document }) => document === priority.document)) return;
    report(priority, {
      message: `${nameItem(priority)} has no milestone and no dated action, so its progress cannot be followed`,
    });
  },
  fixes: [waiveWithReason],
  examples: {
    bad: {
      "actions without any date": `
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
lead: Director of Operations
priorities:
  growth:
# ^^^^^^ warning plan/no-milestone
    title: Growth
    objectives: [cut-waiting]
    actions:
      choose: Choose a booking system
`,
    },
    good: {
      "an action with a date": `
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
lead: Director of Operations
priorities:
  growth:
    title: Growth
    objectives: [cut-waiting]
    actions:
      choose: {title: Choose a booking system, due: Q4}
`,
      "a milestone inside an action, or an action that comes again and again": `
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
lead: Director of Operations
priorities:
  growth:
    title: Growth
    objectives: [cut-waiting]
    actions:
      choose:
        title: Choose a booking system
        milestones:
          chosen: The board has agreed
  booking:
    title: Booking
    objectives: [cut-waiting]
    actions:
      review: {title: Review the longest waits, repeats: monthly}
`,
    },
  },
});

function withNested(model: StrategyModel, item: Item): Item[] {
  return gathered(childrenOf(model, item), (child) => [child, ...withNested(model, child)]);
}

function canBeFollowed(model: StrategyModel, item: Item): boolean {
  if (item.kind === "milestone") return true;
  if (item.kind !== "action") return false;
  const isDated = item.due !== undefined || item.repeats !== undefined || item.after !== undefined;
  return isDated || hasRefused(model, item, "due", "repeats", "after", "milestones");
}
