// An adopted promise that rests on enabler strategies which nobody has adopted yet.

import { joinWords } from "../../findings/didYouMean.ts";
import { documentOf, strategyOf } from "../../link/model.ts";
import { type Item, nameItem } from "../../model/items.ts";
import { goalsBelow } from "../../trace/coverage.ts";
import { supportersOf } from "../../trace/thread.ts";
import { waiveWithReason } from "../fixes/gaps.ts";
import { defineRule } from "../rule.ts";
import { asksForSupport, hasUnknownSupport, mayServeAny } from "../trace/support.ts";

export default defineRule({
  id: "open/leans-on-draft",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "off", review: "info", publish: "warning" },
  waivable: true,
  time: false,
  visits: ["objective", "aim"],
  evidence: ["enabler-strategy"],
  what: "An objective of an adopted strategy is supported by drafts of enabler strategies only.",
  why: "The promise stands, and what it needs may still be changed or dropped.",
  headline: { one: "1 objective that leans on a draft", many: "{n} objectives that lean on drafts" },
  help: "Adopt that strategy, or link another",
  fix: "none",
  check(item, { model, thread, report }) {
    if (item.of !== "strategy" || goalsBelow(model, item).length > 0) return;
    const strategy = strategyOf(model, item);
    if (strategy === undefined || strategy.status === "draft" || !asksForSupport(strategy, thread)) return;
    const drafts = new Set<Item>();
    for (const supporter of supportersOf(model, item)) {
      const enabler = documentOf(model, supporter);
      if (enabler?.kind !== "enabler-strategy" || enabler.status !== "draft") return;
      drafts.add(enabler);
    }
    if (drafts.size === 0 || hasUnknownSupport(model, strategy)) return;
    const titles = [...drafts].map((draft) => `"${draft.title ?? draft.id}"`);
    const [are, help] =
      titles.length === 1
        ? ["which is a draft", "Adopt that strategy, or link another"]
        : ["which are drafts", "Adopt one of these strategies, or link another"];
    report(item, {
      message: `${nameItem(item)} is supported only by ${joinWords(titles, "and")}, ${are}`,
      help,
      unless: (somewhere) => mayServeAny("enabler-strategy", somewhere),
    });
  },
  fixes: [waiveWithReason],
  examples: {
    bad: {
      "only a draft supports it": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
# ^^^^^^^^^^^ info open/leans-on-draft
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
#- digital.enabler-strategy.yaml
title: Digital
strategy: trust
status: draft
lead: Chief Information Officer
supports: [cut-waiting]
`,
    },
    good: {
      "an adopted one beside it": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
#- digital.enabler-strategy.yaml
title: Digital
strategy: trust
status: draft
lead: Chief Information Officer
supports: [cut-waiting]
#- people.enabler-strategy.yaml
title: People
strategy: trust
lead: People Director
supports: [cut-waiting]
`,
      "the strategy itself is a draft": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
status: draft
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
#- digital.enabler-strategy.yaml
title: Digital
strategy: trust
status: draft
lead: Chief Information Officer
supports: [cut-waiting]
`,
    },
  },
});
