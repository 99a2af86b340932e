// An objective of an earlier strategy of which the later one does not say what became.

import { parentOf, referrersOf, type StrategyModel, strategyOf } from "../../link/model.ts";
import { type Item, type ItemOf, nameItem } from "../../model/items.ts";
import { goalsBelow } from "../../trace/coverage.ts";
import { waiveWithReason } from "../fixes/gaps.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "trace/predecessor-unaccounted",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "off", review: "info", publish: "info" },
  waivable: true,
  time: false,
  visits: ["objective", "aim"],
  evidence: ["strategy"],
  asks: ["retired"],
  what: "Another strategy succeeds this one, and an objective of it is neither ended nor replaced nor carried on.",
  why: "Promises vanish between two strategies, and nobody can say whether they were kept.",
  headline: {
    one: "1 objective of an earlier strategy that was let drop",
    many: "{n} objectives of earlier strategies that were let drop",
  },
  help: 'Add "retired" with "replaced-by" or a reason',
  fix: "none",
  check(item, { model, report }) {
    if (item.of !== "strategy" || goalsBelow(model, item).length > 0) return;
    const strategy = strategyOf(model, item);
    const follower = strategy === undefined ? undefined : followerOf(model, strategy);
    if (strategy === undefined || follower === undefined) return;
    if (isEndedAbove(model, item) || isCarriedOn(model, item)) return;
    report(item, {
      message: `${nameItem(item)} of ${strategy.id} is neither ended nor replaced, though ${follower.id} follows`,
    });
  },
  fixes: [waiveWithReason],
  examples: {
    bad: {
      "the new strategy says nothing of it": `
#- ours-2023.strategy.yaml
title: Ours 2023
period: 2023/24 to 2025/26
objectives:
  patient-flow:
# ^^^^^^^^^^^^ info trace/predecessor-unaccounted
    title: Manage patient flow
    lead: Medical Director
    done-when: No ward holds patients who could be at home
    due: 2025/26
#- ours-2026.strategy.yaml
title: Ours 2026
period: 2026/27 to 2028/29
succeeds: ours-2023
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
    good: {
      "it ended, or another took its place": `
#- ours-2023.strategy.yaml
title: Ours 2023
period: 2023/24 to 2025/26
objectives:
  patient-flow:
    title: Manage patient flow
    lead: Medical Director
    retired: {on: 2026-03-31, because: Done}
  booking:
    title: Better booking
    lead: Medical Director
    retired: {on: 2026-03-31, because: The new strategy goes further, replaced-by: ours-2026/cut-waiting}
#- ours-2026.strategy.yaml
title: Ours 2026
period: 2026/27 to 2028/29
succeeds: ours-2023
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "the new one carries it on": `
#- ours-2023.strategy.yaml
title: Ours 2023
period: 2023/24 to 2025/26
objectives:
  patient-flow:
    title: Manage patient flow
    lead: Medical Director
    done-when: No ward holds patients who could be at home
    due: 2025/26
#- ours-2026.strategy.yaml
title: Ours 2026
period: 2026/27 to 2028/29
succeeds: ours-2023
objectives:
  home-in-time:
    title: Home in time
    lead: Medical Director
    aligns-to: [ours-2023/patient-flow]
    done-when: Every ward plans the way home on the first day
    due: 2027/28
`,
      "the new one is a draft": `
#- ours-2023.strategy.yaml
title: Ours 2023
period: 2023/24 to 2025/26
objectives:
  patient-flow:
    title: Manage patient flow
    lead: Medical Director
    done-when: No ward holds patients who could be at home
    due: 2025/26
#- ours-2026.strategy.yaml
title: Ours 2026
period: 2026/27 to 2028/29
status: draft
succeeds: ours-2023
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

/** The strategy that follows; a draft does not follow yet. */
function followerOf(model: StrategyModel, strategy: Item): ItemOf<"strategy"> | undefined {
  return referrersOf(model, strategy, "succeeds").find(
    (from): from is ItemOf<"strategy"> =>
      from.kind === "strategy" && from.status !== "draft" && from.retired === undefined,
  );
}

function isEndedAbove(model: StrategyModel, item: Item): boolean {
  const parent = parentOf(model, item);
  return parent !== undefined && (parent.retired !== undefined || isEndedAbove(model, parent));
}

/** Something of another strategy is aligned to it, or to what it stands in. */
function isCarriedOn(model: StrategyModel, item: Item): boolean {
  const aligned = referrersOf(model, item, "aligns-to");
  if (aligned.some(({ document, retired }) => document !== item.document && retired === undefined))
    return true;
  const parent = parentOf(model, item);
  return parent !== undefined && parent.kind !== "strategy" && isCarriedOn(model, parent);
}
