// A target or date that no strategy answers for: who will, by then?

import { strategyOf } from "../../link/model.ts";
import { formatDay } from "../../model/day.ts";
import { nameItem, nameItemWithin } from "../../model/items.ts";
import { type Period, periodsOverlap } from "../../model/period.ts";
import type { PeriodCalendar } from "../../model/resolvePeriod.ts";
import { type CalendarClash, isClash } from "../../trace/calendar.ts";
import { periodAt } from "../../trace/thread.ts";
import { strategiesUsing } from "../../trace/usage.ts";
import { markKey, markValue } from "../context.ts";
import { waiveWithReason } from "../fixes/gaps.ts";
import { ownTargets } from "../measure/kpis.ts";
import { defineRule } from "../rule.ts";
import { endsBeforeStart } from "./startAndDue.ts";

export default defineRule({
  id: "period/outside-strategy",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "info", review: "warning", publish: "warning" },
  waivable: true,
  time: false,
  visits: ["measure", "scope", "aim", "objective", "capability"],
  evidence: [],
  what: "A target, or the date of an objective, lies wholly outside every strategy that it belongs to.",
  why: "When it is due, nobody may be left who answers for it.",
  headline: { one: "1 date outside its strategy", many: "{n} dates outside their strategy" },
  help: "Move it, or waive the rule and say who carries it on",
  fix: "unsafe",
  check(item, { model, thread, report }) {
    if (item.kind === "measure" || item.kind === "scope") {
      const calendar = thread.calendarOf(item);
      for (const { written, period } of ownTargets(thread, item)) {
        if (period === undefined || isInLatest(period, calendar)) continue;
        const strategies = strategiesUsing(model, item).map((strategy) => thread.periodOfStrategy(strategy));
        const outside = outsideAll(period, strategies);
        if (outside === undefined) continue;
        report(item, {
          message: `The target of ${nameItemWithin(item)} is for ${written.period.text}, ${outside}`,
          at: markKey(item, written.period),
          field: `targets.${written.period.text}`,
        });
      }
      return;
    }
    const strategy = strategyOf(model, item);
    const period = periodAt(thread, item, item.due);
    if (strategy === undefined || period === undefined || item.due === undefined) return;
    if (endsBeforeStart(item, thread) !== undefined) return;
    const outside = outsideAll(period, [thread.periodOfStrategy(strategy)]);
    if (outside === undefined) return;
    report(item, {
      message: `${nameItem(item)} is due ${item.due.text}, ${outside}`,
      at: markValue(item, item.due),
      field: "due",
    });
  },
  fixes: [waiveWithReason],
  examples: {
    bad: {
      "a target after the end": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  crisis:
    title: Help in a crisis
    lead: Medical Director
    measures:
      liaison:
        title: Hospitals with a liaison team
        owner: Medical Director
        unit: percent
        better: higher
        baseline: {2025/26: 20}
        targets: {2030: 50}
#                 ^^^^ warning period/outside-strategy
`,
      "an objective that is due too late": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  crisis:
    title: Help in a crisis
    lead: Medical Director
    done-when: A crisis line is open at night
    due: 2030-06
#        ^^^^^^^ warning period/outside-strategy
`,
    },
    good: {
      "it overlaps": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  crisis:
    title: Help in a crisis
    lead: Medical Director
    measures:
      liaison:
        title: Hospitals with a liaison team
        owner: Medical Director
        unit: percent
        better: higher
        baseline: {2025/26: 20}
        targets: {2029: 50}
`,
      within: `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  crisis:
    title: Help in a crisis
    lead: Medical Director
    done-when: A crisis line is open at night
    due: 2027-06
`,
    },
  },
});

/** True for most; only for the others all strategies that use the measure need to be asked. */
function isInLatest(period: Period, calendar: PeriodCalendar | CalendarClash): boolean {
  return !isClash(calendar) && calendar.strategy !== undefined && periodsOverlap(calendar.strategy, period);
}

/** How a period stands to all of the strategies at once; undefined where it overlaps one, or where one is unknown. */
function outsideAll(period: Period, strategies: readonly (Period | undefined)[]): string | undefined {
  const known = strategies.filter((strategy): strategy is Period => strategy !== undefined);
  if (known.length === 0 || known.length < strategies.length) return undefined;
  if (known.some((strategy) => periodsOverlap(strategy, period))) return undefined;
  const last = Math.max(...known.map((strategy) => strategy.last ?? Number.POSITIVE_INFINITY));
  const first = Math.min(...known.map((strategy) => strategy.first ?? Number.NEGATIVE_INFINITY));
  const which = known.length === 1 ? "the strategy" : "the last strategy";
  if (period.first !== null && period.first > last) return `after ${which} ends on ${formatDay(last)}`;
  if (period.last !== null && period.last < first) {
    return `before ${known.length === 1 ? "the strategy" : "the first strategy"} begins on ${formatDay(first)}`;
  }
  return "between the strategies";
}
