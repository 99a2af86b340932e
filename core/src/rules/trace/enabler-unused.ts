// An enabler strategy that does nothing for the strategy it names.

import { targetsOf } from "../../link/model.ts";
import { nameItem } from "../../model/items.ts";
import { linkEnablerStrategy, waiveWithReason } from "../fixes/gaps.ts";
import { defineRule } from "../rule.ts";
import { hasUnknownSupportIn } from "./support.ts";

export default defineRule({
  id: "trace/enabler-unused",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "info", review: "warning", publish: "warning" },
  waivable: true,
  time: false,
  visits: ["enabler-strategy"],
  evidence: ["enabler-strategy"],
  asks: ["strategy"],
  what: "An enabler strategy, with its objectives and actions, supports no objective and builds no capability.",
  why: "It takes money and people and has no part in what the organisation set out to do.",
  headline: {
    one: "1 enabler strategy that supports nothing",
    many: "{n} enabler strategies that support nothing",
  },
  help: 'Add "supports" or "builds"',
  fix: "unsafe",
  check(enabler, { model, report }) {
    // Without its strategy nothing that it names can be told.
    if (targetsOf(model, enabler, "strategy").length === 0 || hasUnknownSupportIn(model, enabler)) return;
    const inside = model.byDocument.get(enabler.document) ?? [];
    const inUse = inside.filter((item) => item.retired === undefined);
    if (inUse.some((item) => targetsOf(model, item, "supports", "builds").length > 0)) return;
    report(enabler, { message: `${nameItem(enabler)} supports no objective and builds no capability` });
  },
  fixes: [linkEnablerStrategy, waiveWithReason],
  examples: {
    bad: {
      "it names nothing": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
# ^^^^^^^^^^^ info trace/objective-unsupported
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
#- estates.enabler-strategy.yaml
title: Estates
#      ^^^^^^^ warning trace/enabler-unused
strategy: trust
lead: Director of Estates
`,
    },
    good: {
      "one of its objectives supports one": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
#- estates.enabler-strategy.yaml
title: Estates
strategy: trust
lead: Director of Estates
objectives:
  rooms:
    title: Rooms that fit their use
    done-when: Every clinic has a quiet room
    due: 2027/28
    supports: [cut-waiting]
`,
      "a misspelt objective is one finding": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
#- estates.enabler-strategy.yaml
title: Estates
strategy: trust
lead: Director of Estates
supports: [cut-waitng]
#          ^^^^^^^^^^ error ref/not-found
`,
    },
  },
});
