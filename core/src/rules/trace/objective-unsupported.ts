// An objective for which no enabler strategy builds anything, where there are enabler strategies.

import { strategyOf } from "../../link/model.ts";
import { nameItemWithin } from "../../model/items.ts";
import { goalsBelow } from "../../trace/coverage.ts";
import { supportersOf } from "../../trace/thread.ts";
import { linkEnablerStrategy, waiveWithReason } from "../fixes/gaps.ts";
import { defineRule } from "../rule.ts";
import { asksForSupport, hasUnknownSupport, mayServeAny } from "./support.ts";

export default defineRule({
  id: "trace/objective-unsupported",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "off", review: "info", publish: "warning" },
  waivable: true,
  time: false,
  visits: ["objective", "aim"],
  evidence: ["enabler-strategy"],
  what: "A strategy has enabler strategies, and none of them supports this objective.",
  why: "Nobody builds what the objective needs: the people, the systems, the buildings.",
  headline: {
    one: "1 objective that no enabler strategy supports",
    many: "{n} objectives that no enabler strategy supports",
  },
  help: 'Add it to "supports" of the one it relies on',
  fix: "unsafe",
  check(item, { model, thread, report }) {
    if (item.of !== "strategy" || goalsBelow(model, item).length > 0) return;
    const strategy = strategyOf(model, item);
    if (strategy === undefined || !asksForSupport(strategy, thread)) return;
    if (supportersOf(model, item).length > 0 || hasUnknownSupport(model, strategy)) return;
    report(item, {
      message: `No enabler strategy supports ${nameItemWithin(item)}`,
      unless: (somewhere) => mayServeAny("enabler-strategy", somewhere),
    });
  },
  fixes: [linkEnablerStrategy, waiveWithReason],
  examples: {
    bad: {
      "left out by the only one": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
  listen:
# ^^^^^^ info trace/objective-unsupported
    title: Listen to patients
    lead: Chief Nurse
    done-when: Every ward has a patient council
    due: 2027/28
#- digital.enabler-strategy.yaml
title: Digital
strategy: trust
lead: Chief Information Officer
supports: [cut-waiting]
`,
    },
    good: {
      "there are no enabler strategies": `
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
      "its aim is supported by an action": `
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
#- digital.enabler-strategy.yaml
title: Digital
strategy: trust
lead: Chief Information Officer
actions:
  booking: {title: Buy a booking system, supports: [quality]}
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
#- digital.enabler-strategy.yaml
title: Digital
strategy: trust
lead: Chief Information Officer
supports: [cut-waitng]
#          ^^^^^^^^^^ error ref/not-found
`,
      "the config does not ask for it": `
#- stratkit.config.yaml
thread: [measure, baseline]
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
capabilities:
  systems: {title: Systems that talk to each other, done-when: One record is in use, due: 2027/28}
#- digital.enabler-strategy.yaml
title: Digital
strategy: trust
lead: Chief Information Officer
builds: [systems]
`,
    },
  },
});
