// A capability, or an enabler strategy's own objective, that nobody can see growing.

import { documentOf } from "../../link/model.ts";
import { nameItem, nameItemWithin } from "../../model/items.ts";
import { defineMeasureHere, linkMeasure, sayWhenDone, waiveWithReason } from "../fixes/gaps.ts";
import { defineRule } from "../rule.ts";
import { hasUnknownEvidence } from "./evidence.ts";

export default defineRule({
  id: "trace/capability-unmeasured",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "off", review: "info", publish: "warning" },
  waivable: true,
  time: false,
  visits: ["capability", "objective"],
  evidence: ["strategy", "measures", "enabler-strategy"],
  asks: ["measures", "done-when", "objectives"],
  what: 'A capability, or an objective of an enabler strategy, has no measure and no "done-when".',
  why: "What has to grow so that the strategy succeeds is believed in and never looked at.",
  headline: {
    one: "1 capability without a measure",
    many: "{n} capabilities and enabling objectives without a measure",
  },
  help: "Link a measure",
  fix: "unsafe",
  check(item, { model, thread, report }) {
    if (item.kind === "objective" && item.of === "strategy") return;
    const { state, own } = thread.coverageOf(item);
    if (!own || (state !== "unmeasured" && state !== "waived")) return;
    if (hasUnknownEvidence(model, item)) return;
    const document = documentOf(model, item);
    const whose =
      item.kind === "capability" || document === undefined ? "" : ` of ${nameItemWithin(document)}`;
    const result = item.kind === "capability" ? "growth" : "progress";
    report(item, { message: `${nameItem(item)}${whose} has no measure, so its ${result} cannot be seen` });
  },
  fixes: [linkMeasure, defineMeasureHere, sayWhenDone, waiveWithReason],
  examples: {
    bad: {
      "a capability without a measure": `
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
  system-leadership: System leadership
# ^^^^^^^^^^^^^^^^^ info trace/capability-unmeasured
`,
      "an enabler strategy's own objective": `
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
supports: [cut-waiting]
objectives:
  tablets: Every nurse has a tablet
# ^^^^^^^ info trace/capability-unmeasured
`,
    },
    good: {
      "a measure shows it": `
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
  system-leadership:
    title: System leadership
    measures:
      shared-posts:
        title: Posts shared with partners
        unit: posts
        better: higher
        owner: People Director
        baseline: {2025/26: 2}
        targets: {2028/29: 12}
`,
      "it says when it is done": `
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
supports: [cut-waiting]
objectives:
  tablets:
    title: Every nurse has a tablet
    done-when: The last ward has had its tablets
    due: 2026/27
`,
      "a misspelt measure is one finding": `
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
  system-leadership: {title: System leadership, measures: [shared-psts]}
#                                                          ^^^^^^^^^^^ error ref/not-found
`,
    },
  },
});
