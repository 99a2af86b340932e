// An objective that nobody answers for.

import { parentOf, type StrategyModel } from "../../link/model.ts";
import { type Item, nameItem } from "../../model/items.ts";
import { waiveWithReason } from "../fixes/gaps.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "owner/objective-no-lead",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "info", review: "warning", publish: "error" },
  waivable: true,
  time: false,
  visits: ["objective"],
  evidence: ["strategy"],
  asks: ["lead", "owner"],
  what: "An objective has no lead and no owner, neither its own nor one from its aim or strategy.",
  why: "What everybody is responsible for, nobody answers for.",
  headline: { one: "1 objective without a lead", many: "{n} objectives without a lead" },
  help: 'Add "lead" here or on its aim',
  fix: "none",
  check(objective, { model, report }) {
    if (objective.of !== "strategy") return;
    const chain = withParents(model, objective);
    if (chain.some((item) => item.lead !== undefined || item.owner !== undefined)) return;
    // Of nested objectives without a lead the outermost is told: one lead there is enough.
    const [, parent] = chain;
    if (parent?.kind === "objective") return;
    report(objective, {
      message: `${nameItem(objective)} has no lead, so nobody answers for it`,
      help: parent?.kind === "aim" ? 'Add "lead" here or on its aim' : 'Add "lead", such as Medical Director',
    });
  },
  fixes: [waiveWithReason],
  examples: {
    bad: {
      nobody: `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
# ^^^^^^^^^^^ warning owner/objective-no-lead
    title: Cut waiting
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
    good: {
      "its own": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "from its aim": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
aims:
  quality:
    title: Quality
    lead: Medical Director
    objectives:
      cut-waiting:
        title: Cut waiting
        done-when: A new booking system is open to every clinic
        due: 2027/28
`,
    },
  },
});

/** The item and what stands above it, nearest first. */
function withParents(model: StrategyModel, item: Item): Item[] {
  const chain: Item[] = [];
  for (let at: Item | undefined = item; at !== undefined; at = parentOf(model, at)) chain.push(at);
  return chain;
}
