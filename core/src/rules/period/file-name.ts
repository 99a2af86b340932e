// A file whose name says another time than its period.

import { setText } from "../../edit/setText.ts";
import type { Fix } from "../../findings/finding.ts";
import { dayOf } from "../../model/day.ts";
import { type ClosedPeriod, monthsFrom, periodsOverlap, quarterOf } from "../../model/period.ts";
import { isClash, isPeriod } from "../../trace/calendar.ts";
import { markValue } from "../context.ts";
import { defineRule, type FixContext } from "../rule.ts";

/** The period that the name says. */
interface Facts {
  readonly named: string;
}

export default defineRule<"strategy" | "enabler-strategy" | "delivery-plan" | "progress-report", Facts>({
  id: "period/file-name",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "info", review: "warning", publish: "warning" },
  waivable: true,
  time: false,
  visits: ["strategy", "enabler-strategy", "delivery-plan", "progress-report"],
  evidence: [],
  asks: ["period"],
  what: "The name of a file holds a year, such as 2017-18, and its period lies wholly outside that year.",
  why: "The name is the identity: others refer to it, and take it at its word.",
  headline: { one: "1 file named after another period", many: "{n} files named after another period" },
  help: 'Correct "period", or rename the file',
  fix: "unsafe",
  check(item, { thread, report }) {
    if (item.period === undefined) return;
    const calendar = thread.calendarOf(item);
    if (isClash(calendar)) return;
    const period = thread.readPeriod(item.period.text, calendar);
    const named = periodInName(item.key, calendar.startMonth);
    if (named === undefined || !isPeriod(period) || periodsOverlap(named.period, period)) return;
    report(item, {
      message: `The file is called "${item.key}" but its period is ${item.period.text}`,
      at: markValue(item, item.period),
      field: "period",
      facts: { named: named.text },
    });
  },
  fixes: [writeNamed],
  examples: {
    bad: {
      "a plan copied from the year before": `
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
title: Delivery plan
strategy: trust
period: 2027/28
#       ^^^^^^^ warning period/file-name
lead: Medical Director
priorities:
  booking: {title: Booking, objectives: [cut-waiting], milestones: {launched: {title: Pathway launched, due: Q2}}}
`,
      "a report on another quarter": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
#- trust-2026-27-q3.progress-report.yaml
strategy: trust
period: 2026/27 Q2
#       ^^^^^^^^^^ warning period/file-name
`,
    },
    good: {
      "the year of the name": `
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
title: Delivery plan
strategy: trust
period: 2026-04 to 2027-03
lead: Medical Director
priorities:
  booking: {title: Booking, objectives: [cut-waiting], milestones: {launched: {title: Pathway launched, due: 2026-10}}}
`,
      "a year in a name that is no period": `
#- towards-2050.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
  },
});

interface Named {
  readonly period: ClosedPeriod;
  /** As a period is written. */
  readonly text: string;
}

/** `2017-18` and `2017-18-q3`, also behind other words; a year alone may be a title's as well as a period. */
function periodInName(id: string, startMonth: number): Named | undefined {
  const match = /(?:^|-)(\d{4})-(\d{2})(?:-q([1-4]))?(?=-|$)/.exec(id);
  const [, first = "", last = "", quarter] = match ?? [];
  const year = Number(first);
  if (match === null || (year + 1) % 100 !== Number(last)) return undefined;
  // Where the year is that of the calendar, two years are meant.
  if (startMonth === 1)
    return { period: monthsFrom(dayOf(year, 1, 1), 24, "span"), text: `${year} to ${year + 1}` };
  const whole = monthsFrom(dayOf(year, startMonth, 1), 12, "year");
  const text = `${first}/${last}`;
  if (quarter === undefined) return { period: whole, text };
  const start = monthsFrom(whole.first, 3 * Number(quarter), "span");
  return { period: quarterOf(start.last, startMonth), text: `${text} Q${quarter}` };
}

/** What the file is called decides where it is meant; so the other way round, a person renames it. */
function writeNamed({ finding, facts, source }: FixContext<Facts>): readonly Fix[] {
  const file = source(finding.file);
  const edit = file === undefined ? undefined : setText(file, [], "period", facts.named);
  if (edit === undefined) return [];
  return [
    {
      title: `Write "period: ${facts.named}"`,
      safety: "unsafe",
      edits: [{ file: finding.file, ...edit }],
    },
  ];
}
