// "Reduce" is kept by the smallest step in the right direction.

import { nameItem } from "../../model/items.ts";
import { gathered } from "../../text/gathered.ts";
import { markValue } from "../context.ts";
import { defineRule } from "../rule.ts";
import { hasValue, isUnread, ownTargets, withScopes } from "./kpis.ts";

export default defineRule({
  id: "measure/target-direction-only",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "info", review: "warning", publish: "warning" },
  waivable: true,
  time: false,
  visits: ["measure"],
  evidence: [],
  asks: ["targets", "scopes"],
  what: 'The only targets of a measure are "reduce", "increase" or "maintain".',
  why: "Any small change would do, so the promise can hardly be broken.",
  headline: {
    one: "1 target that is only a direction",
    many: "{n} targets that are only a direction",
  },
  help: "Give the number to reach",
  fix: "none",
  check(measure, { model, thread, report }) {
    if (measure.role !== "kpi") return;
    const all = gathered(withScopes(model, measure), (one) => ownTargets(thread, one));
    if (all.some(hasValue) || all.some(isUnread)) return;
    const direction = all.find(({ target }) => target?.form === "direction");
    if (direction === undefined) return;
    const { value } = direction.written;
    const result =
      value.text.toLowerCase() === "maintain" ? "so any figure would do" : "so the smallest change would do";
    report(measure, {
      message: `${nameItem(measure)} should only "${value.text}", ${result}`,
      at: markValue(measure, value),
      field: "targets",
    });
  },
  examples: {
    bad: {
      reduce: `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  crisis:
    title: Keep people out of crisis
    lead: Medical Director
    done-when: A crisis line is open at night
    due: 2027/28
    measures:
      detentions:
        title: Detentions
        owner: Medical Director
        unit: people
        better: lower
        targets: {2028/29: reduce}
#                          ^^^^^^ warning measure/target-direction-only
`,
    },
    good: {
      "a number": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  crisis:
    title: Keep people out of crisis
    lead: Medical Director
    measures:
      detentions:
        title: Detentions
        owner: Medical Director
        unit: people
        better: lower
        baseline: {2025/26: 310}
        targets: {2028/29: at most 250}
`,
      "a direction first, then a number": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  crisis:
    title: Keep people out of crisis
    lead: Medical Director
    measures:
      detentions:
        title: Detentions
        owner: Medical Director
        unit: people
        better: lower
        baseline: {2025/26: 310}
        targets: {2026/27: reduce, 2028/29: 250}
`,
    },
  },
});
