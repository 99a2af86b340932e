// A target that is due at "the end" moves with the strategy.

import { writeYearOf } from "../../model/formatPeriod.ts";
import { nameItemWithin } from "../../model/items.ts";
import { strategiesUsing } from "../../trace/usage.ts";
import { markKey } from "../context.ts";
import { pairsOfSameTime } from "../period/sameTime.ts";
import { defineRule } from "../rule.ts";
import { ownTargets } from "./kpis.ts";

export default defineRule({
  id: "measure/target-undated",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "info", review: "warning", publish: "warning" },
  waivable: true,
  time: false,
  visits: ["measure", "scope"],
  evidence: [],
  what: 'A target is due at the "end" of the strategy.',
  why: "Extending the strategy would delay it, and nobody would see that in the target.",
  headline: { one: "1 target without a date", many: "{n} targets without a date" },
  help: 'Replace "end" by a period such as 2018/19',
  fix: "none",
  check(measure, { model, thread, report }) {
    if (measure.role !== "kpi") return;
    const due = ownTargets(thread, measure).find(({ written, target }) => {
      const words = thread.wordsOf(written.period.text);
      return !("problem" in words) && words.form === "end" && target !== undefined && target.form !== "open";
    });
    // Beside the year that ends then it is one target too many, which has been said.
    if (due === undefined || pairsOfSameTime(ownTargets(thread, measure)).flat().includes(due)) return;
    report(measure, {
      message: `The target ${quoteWords(due.written.value.text)} of ${nameItemWithin(measure)} is due at the "end", so extending the strategy delays it`,
      help: `Replace "end" by a period such as ${lastYear()}`,
      at: markKey(measure, due.written.period),
      field: "targets.end",
    });

    function lastYear(): string {
      const [strategy] = strategiesUsing(model, measure);
      const last = strategy === undefined ? undefined : thread.periodOfStrategy(strategy)?.last;
      const calendar = thread.calendarOf(measure);
      return last === undefined || last === null || "organisations" in calendar
        ? "2018/19"
        : writeYearOf(last, calendar.startMonth);
    }
  },
  examples: {
    bad: {
      "at the end": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    measures:
      delays:
        title: Delayed transfers
        owner: Medical Director
        unit: percent
        better: lower
        baseline: {2025/26: 9.5}
        targets: {end: 3}
#                 ^^^ warning measure/target-undated
`,
    },
    good: {
      "a year": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    measures:
      delays:
        title: Delayed transfers
        owner: Medical Director
        unit: percent
        better: lower
        baseline: {2025/26: 9.5}
        targets: {2028/29: 3}
`,
      "every year": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    measures:
      private-beds:
        title: Private beds
        owner: Medical Director
        unit: beds
        better: lower
        baseline: {2025/26: 12}
        targets: {every year: 0}
`,
    },
  },
});

/** Figures stand bare; words stand in quotes, so that the sentence can be read. */
function quoteWords(target: string): string {
  return /^[-+]?\d/.test(target) ? target : `"${target}"`;
}
