// A key measure without a target is only watched, and should say so.

import { nameItem } from "../../model/items.ts";
import { gathered } from "../../text/gathered.ts";
import { setTarget, waiveWithReason } from "../fixes/gaps.ts";
import { defineRule } from "../rule.ts";
import { withScopes } from "./kpis.ts";

export default defineRule({
  id: "measure/no-target",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "info", review: "warning", publish: "error" },
  waivable: true,
  time: false,
  visits: ["measure"],
  evidence: [],
  asks: ["targets", "scopes", "role"],
  what: 'A measure of the role "kpi" has no target, or only "tbd" or "set baseline".',
  why: "Whoever reads its figures cannot say whether they are good enough.",
  headline: { one: "1 measure without a target", many: "{n} measures without a target" },
  help: 'Add "targets", or write "track" if it is only watched',
  fix: "none",
  check(measure, { model, thread, report }) {
    if (measure.role !== "kpi") return;
    const targets = gathered(withScopes(model, measure), thread.targetsOf);
    const undecided = targets.every(
      ({ target }) => target?.form === "open" && (target.word === "tbd" || target.word === "set baseline"),
    );
    if (!undecided) return;
    const [first] = targets;
    const words =
      first === undefined ? "has no target" : `has no target yet, only "${first.written.value.text}"`;
    report(measure, {
      message: `${nameItem(measure)} ${words}`,
      ...(first === undefined ? {} : { help: 'Write the value to reach, or "track" if it is only watched' }),
    });
  },
  fixes: [setTarget, waiveWithReason],
  examples: {
    bad: {
      "no targets": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff well
    lead: People Director
    done-when: Every team has a wellbeing lead
    due: 2027/28
    measures:
      vacancy-rate: {title: Vacancy rate, unit: percent, better: lower, owner: Medical Director}
#     ^^^^^^^^^^^^ warning measure/no-target
`,
      "still to be decided": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff well
    lead: People Director
    done-when: Every team has a wellbeing lead
    due: 2027/28
    measures:
      vacancy-rate: {title: Vacancy rate, unit: percent, better: lower, targets: {2028/29: tbd}, owner: Medical Director}
#     ^^^^^^^^^^^^ warning measure/no-target
`,
    },
    good: {
      "watched on purpose": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff well
    lead: People Director
    done-when: Every team has a wellbeing lead
    due: 2027/28
    measures:
      vacancy-rate: {title: Vacancy rate, unit: percent, better: lower, targets: {2028/29: track}, owner: Medical Director}
`,
      "a target in a scope is one": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff well
    lead: People Director
    measures:
      vacancy-rate:
        title: Vacancy rate
        owner: Medical Director
        unit: percent
        better: lower
        scopes:
          wards: {baseline: {2025/26: 14}, targets: {2028/29: 10}}
`,
    },
  },
});
