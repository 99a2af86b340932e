// Measures without a value to reach: nobody can tell success from failure.

import { nameItem } from "../../model/items.ts";
import { evidenceOf } from "../../trace/coverage.ts";
import { defineRule } from "../rule.ts";
import { hasUnknownEvidence } from "./evidence.ts";

export default defineRule({
  id: "trace/objective-untargeted",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "info", review: "warning", publish: "error" },
  waivable: true,
  time: false,
  visits: ["objective", "aim"],
  evidence: ["strategy", "measures"],
  asks: ["measures"],
  what: "An objective has measures, but none of them has a target with a value.",
  why: "Without a value to reach by a date, success cannot be told from failure.",
  headline: { one: "1 objective without a target", many: "{n} objectives without a target" },
  help: "Give one of them a number and a date",
  fix: "none",
  check(item, { model, thread, report }) {
    if (item.of !== "strategy") return;
    const { state, own } = thread.coverageOf(item);
    if (!own || state !== "untargeted" || hasUnknownEvidence(model, item)) return;
    const measures = evidenceOf(model, item);
    // A target that cannot be read may well be a value; it has its own finding.
    const unread = measures.some((measure) =>
      thread.targetsOf(measure).some((target) => target.target === undefined),
    );
    if (unread) return;
    const has = measures.length === 1 ? "1 measure" : `${measures.length} measures`;
    report(item, {
      message: `${nameItem(item)} has ${has} and no target value, so success cannot be told from failure`,
      ...(measures.length === 1 ? { help: "Give it a number and a date" } : {}),
    });
  },
  examples: {
    bad: {
      "a direction is no value": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
# ^^^^^^^^^^^ warning trace/objective-untargeted
    title: Cut waiting
    lead: Medical Director
    measures:
      waiting:
        title: Waiting time
        owner: Medical Director
        unit: days
        better: lower
        targets: {2028/29: reduce}
#                          ^^^^^^ warning measure/target-direction-only
`,
    },
    good: {
      "one of two has a value": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    measures:
      waiting:
        title: Waiting time
        owner: Medical Director
        unit: days
        better: lower
        baseline: {2025/26: 30}
        targets: {2028/29: 18}
      missed:
        title: Appointments missed
        owner: Medical Director
        unit: percent
        better: lower
        targets: {2028/29: track}
`,
      "a target that cannot be read is one finding": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    measures:
      waiting:
        title: Waiting time
        owner: Medical Director
        unit: days
        better: lower
        baseline: {2025/26: 30}
        targets: {2028/29: about eighteen}
#                          ^^^^^^^^^^^^^^ error measure/target-unreadable
`,
    },
  },
});
