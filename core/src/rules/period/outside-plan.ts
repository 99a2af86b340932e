// An action or milestone of a year's plan that is due in another year by mistake.

import { formatDay } from "../../model/day.ts";
import { writeYearOf } from "../../model/formatPeriod.ts";
import { nameItem } from "../../model/items.ts";
import type { PeriodWords } from "../../model/parsePeriod.ts";
import { isClosed, periodsOverlap } from "../../model/period.ts";
import { isClash, isPeriod } from "../../trace/calendar.ts";
import { planOf } from "../../trace/usage.ts";
import { markValue } from "../context.ts";
import { waiveWithReason } from "../fixes/gaps.ts";
import { defineRule } from "../rule.ts";
import { endsBeforeStart } from "./startAndDue.ts";

export default defineRule({
  id: "period/outside-plan",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "warning", review: "error", publish: "error" },
  waivable: true,
  time: false,
  visits: ["action", "milestone"],
  evidence: [],
  what: "An action or milestone of a plan is due outside the plan's period. A later year written whole is meant.",
  why: "It will be missed: whoever follows this plan stops at its end.",
  headline: { one: "1 date outside its plan", many: "{n} dates outside their plan" },
  help: "Correct the date",
  fix: "none",
  check(item, { model, thread, report }) {
    if (item.start === undefined && item.due === undefined) return;
    const plan = planOf(model, item);
    const period = plan === undefined ? undefined : thread.periodOfPlan(plan);
    const calendar = thread.calendarOf(item);
    if (plan === undefined || period === undefined || isClash(calendar)) return;
    // One of the two dates is wrong then, and that has been said.
    if (endsBeforeStart(item, thread) !== undefined) return;
    for (const [field, written] of [
      ["start", item.start],
      ["due", item.due],
    ] as const) {
      if (written === undefined) continue;
      const reading = thread.readPeriod(written.text, calendar);
      if (!isPeriod(reading) || periodsOverlap(period, reading)) continue;
      const words = thread.wordsOf(written.text);
      const later = reading.first !== null && period.last !== null && reading.first > period.last;
      if (later && !("problem" in words) && isWholeYear(words)) continue;
      const day = reading.last ?? reading.first;
      const year = later && isClosed(reading) ? writeYearOf(reading.last, calendar.startMonth) : undefined;
      const isEnd = !("problem" in words) && words.form === "end";
      const shown = isEnd
        ? 'at the "end" of the strategy'
        : preposition(reading.kind) +
          (reading.kind === "day" && day !== null ? formatDay(day) : written.text);
      report(item, {
        message: `${nameItem(item)} ${field === "due" ? "is due" : "starts"} ${shown}, outside the ${plan.period?.text ?? plan.key} plan`,
        help: year === undefined ? "Correct the date" : `Correct the date, or write the year ${year}`,
        at: markValue(item, written),
        field,
      });
    }
  },
  fixes: [waiveWithReason],
  examples: {
    bad: {
      "a slip in the year": `
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
  booking:
    title: Booking
    objectives: [cut-waiting]
    milestones:
      launched: {title: Pathway launched, due: 2028-05-12}
#                                              ^^^^^^^^^^ error period/outside-plan
`,
    },
    good: {
      "the next year, written whole": `
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
  booking:
    title: Booking
    objectives: [cut-waiting]
    milestones:
      launched: {title: Pathway launched, due: 2028/29}
`,
      "a quarter of the plan": `
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
  booking:
    title: Booking
    objectives: [cut-waiting]
    milestones:
      launched: {title: Pathway launched, due: Q4}
`,
    },
  },
});

function isWholeYear(words: PeriodWords): boolean {
  return (words.form === "financial-year" || words.form === "calendar-year") && words.quarter === undefined;
}

function preposition(kind: string): string {
  return kind === "day" ? "on " : "in ";
}
