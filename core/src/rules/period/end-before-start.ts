// Something that is to end before it starts.

import { formatDay } from "../../model/day.ts";
import { nameItem, type Written } from "../../model/items.ts";
import type { Period } from "../../model/period.ts";
import { markValue } from "../context.ts";
import { defineRule } from "../rule.ts";
import { endsBeforeStart } from "./startAndDue.ts";

export default defineRule({
  id: "period/end-before-start",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: true,
  time: false,
  visits: ["aim", "objective", "capability", "action", "milestone"],
  evidence: [],
  asks: ["start", "due"],
  what: 'The day of "due" lies before that of "start".',
  why: "One of the two dates is wrong, and whoever follows the other one comes too early or too late.",
  headline: { one: "1 end before its start", many: "{n} ends before their start" },
  help: "Correct one of the dates",
  fix: "none",
  check(item, { thread, report }) {
    const dates = endsBeforeStart(item, thread);
    if (dates === undefined || item.start === undefined || item.due === undefined) return;
    report(item, {
      message: `${nameItem(item)} ends ${sayWhen(item.due, dates.due)}, before it starts ${sayWhen(item.start, dates.start)}`,
      help: "Correct one of the dates",
      at: markValue(item, item.due),
      field: "due",
      related: [{ message: "the start", place: markValue(item, item.start) }],
    });
  },
  examples: {
    bad: {
      "an action that ends before it starts": `
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
strategy: trust
period: 2027/28
lead: Medical Director
priorities:
  booking:
    title: Booking
    objectives: [cut-waiting]
    actions:
      beds: {title: Bed management, start: 2027-09-01, due: 2027-06-01}
#                                                           ^^^^^^^^^^ error period/end-before-start
`,
      "quarters of a year": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    start: 2027/28 Q3
    due: 2027/28 Q1
#        ^^^^^^^^^^ error period/end-before-start
`,
    },
    good: {
      "within one quarter": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    start: 2027/28 Q1
    due: 2027/28 Q1
`,
      "due in the year in which it starts": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    start: 2027-09-01
    due: 2027/28
`,
    },
  },
});

function sayWhen({ text }: Written, period: Period): string {
  if (period.kind === "end") return 'at the "end" of the strategy';
  return period.kind === "day" && period.first !== null ? `on ${formatDay(period.first)}` : `in ${text}`;
}
