// A year of a strategy for which nobody has made a plan, though there are plans for other years.

import { joinWords } from "../../findings/didYouMean.ts";
import type { Day } from "../../model/day.ts";
import { writeYearOf } from "../../model/formatPeriod.ts";
import { nameItem } from "../../model/items.ts";
import {
  type ClosedPeriod,
  isClosed,
  lengthInDays,
  monthsFrom,
  periodsOverlap,
  yearOf,
} from "../../model/period.ts";
import { plansOf } from "../../trace/thread.ts";
import { yearStartOf } from "../../trace/usage.ts";
import { waiveWithReason } from "../fixes/gaps.ts";
import { defineRule } from "../rule.ts";
import { mayServeAny } from "../trace/support.ts";

export default defineRule({
  id: "plan/year-missing",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "off", review: "warning", publish: "warning" },
  waivable: true,
  time: true,
  visits: ["strategy"],
  evidence: ["delivery-plan"],
  asks: ["period"],
  what: "A strategy has delivery plans, and none for a year between them, or for one that has begun since the last of them.",
  why: "In that year nobody is bound to do anything for the strategy.",
  headline: {
    one: "1 strategy with a year without a plan",
    many: "{n} strategies with years without a plan",
  },
  help: 'Make the plan with "stratkit roll-forward"',
  fix: "none",
  check(strategy, { model, thread, asOf, report }) {
    const period = thread.periodOfStrategy(strategy);
    // What is over needs no plan any more.
    if (period === undefined || !isClosed(period) || period.last < asOf) return;
    const plans = plansOf(model, strategy).map((plan) => thread.periodOfPlan(plan));
    const known = plans.filter((plan) => plan !== undefined).filter(isClosed);
    if (known.length === 0 || known.length < plans.length) return;
    const start = yearStartOf(model, strategy);
    const missing = yearsWithoutPlan(known, period, start, asOf).map(({ first }) =>
      writeYearOf(first, start),
    );
    const [year] = missing;
    if (year === undefined) return;
    report(strategy, {
      message: `${nameItem(strategy)} runs to ${writeYearOf(period.last, start)} and has no delivery plan for ${joinWords(missing, "and")}`,
      help: `Run "stratkit roll-forward ${year}"`,
      unless: (somewhere) => mayServeAny("delivery-plan", somewhere),
    });
  },
  fixes: [waiveWithReason],
  examples: {
    bad: {
      "the year that has begun": `
#- trust.strategy.yaml
title: Ours
#      ^^^^ warning plan/year-missing
period: 2025/26 to 2027/28
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
#- 2025-26.delivery-plan.yaml
title: Plan 2025/26
strategy: trust
period: 2025/26
lead: Director of Operations
priorities:
  booking:
    title: Booking
    objectives: [cut-waiting]
    milestones:
      chosen: {title: System chosen, due: Q4}
`,
    },
    good: {
      "next year has time": `
#- trust.strategy.yaml
title: Ours
period: 2025/26 to 2027/28
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
  booking:
    title: Booking
    objectives: [cut-waiting]
    milestones:
      chosen: {title: System chosen, due: Q4}
`,
      "there are no plans at all": `
#- trust.strategy.yaml
title: Ours
period: 2025/26 to 2027/28
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "the strategy is over": `
#- trust.strategy.yaml
title: Ours
period: 2022/23 to 2024/25
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2024/25
#- 2022-23.delivery-plan.yaml
title: Plan 2022/23
strategy: trust
period: 2022/23
lead: Director of Operations
priorities:
  booking:
    title: Booking
    objectives: [cut-waiting]
    milestones:
      chosen: {title: System chosen, due: Q4}
`,
    },
  },
});

/** Years from the first plan on that lie between two plans or have begun; of which at least half belongs to the strategy. */
function yearsWithoutPlan(
  plans: readonly ClosedPeriod[],
  strategy: ClosedPeriod,
  startMonth: number,
  asOf: Day,
): ClosedPeriod[] {
  const first = Math.min(...plans.map((plan) => plan.first));
  const latest = Math.max(...plans.map((plan) => plan.first), asOf);
  const missing: ClosedPeriod[] = [];
  for (
    let year = yearOf(first, startMonth);
    year.first <= Math.min(latest, strategy.last);
    year = monthsFrom(year.last + 1, 12, "year")
  ) {
    const ofStrategy = {
      ...year,
      first: Math.max(year.first, strategy.first),
      last: Math.min(year.last, strategy.last),
    };
    const isMostly = lengthInDays(ofStrategy) * 2 >= lengthInDays(year);
    if (isMostly && !plans.some((plan) => periodsOverlap(plan, year))) missing.push(year);
  }
  return missing;
}
