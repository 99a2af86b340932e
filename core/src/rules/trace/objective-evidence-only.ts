// Surveys, context and watched figures show something, but they are nothing that an objective can be held to.

import { type ItemOf, nameItem } from "../../model/items.ts";
import { evidenceOf } from "../../trace/coverage.ts";
import { linkMeasure, waiveWithReason } from "../fixes/gaps.ts";
import { defineRule } from "../rule.ts";
import { hasUnknownEvidence } from "./evidence.ts";

export default defineRule({
  id: "trace/objective-evidence-only",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "info", review: "warning", publish: "warning" },
  waivable: true,
  time: false,
  visits: ["objective", "aim"],
  evidence: ["strategy", "measures"],
  asks: ["measures", "done-when"],
  what: "An objective rests on instruments, context or balancing measures alone, or on measures that are only tracked.",
  why: "A survey is where evidence comes from, not what it should say.",
  headline: {
    one: "1 objective that rests on evidence only",
    many: "{n} objectives that rest on evidence only",
  },
  help: "Add a measure that one of them feeds",
  fix: "unsafe",
  check(item, { model, thread, report }) {
    if (item.of !== "strategy") return;
    const { state, own } = thread.coverageOf(item);
    if (!own || state !== "evidence-only" || hasUnknownEvidence(model, item)) return;
    const measures = evidenceOf(model, item);
    const titles = measures.map((measure) => measure.title ?? measure.id).join(", ");
    report(item, {
      message: `${nameItem(item)} rests on ${restsOn(measures)} only (${titles})`,
      ...(measures.length === 1 ? { help: "Add a measure that it feeds" } : {}),
    });
  },
  fixes: [linkMeasure, waiveWithReason],
  examples: {
    bad: {
      "a survey alone": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  listen:
# ^^^^^^ warning trace/objective-evidence-only
    title: Listen to patients
    lead: Chief Nurse
    measures:
      patient-survey: {title: Patient survey, role: instrument}
`,
    },
    good: {
      "a KPI that the survey feeds": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  listen:
    title: Listen to patients
    lead: Chief Nurse
    measures:
      patient-survey: {title: Patient survey, role: instrument}
      would-recommend:
        title: Patients who would recommend us
        owner: Medical Director
        unit: percent
        better: higher
        baseline: {2025/26: 81}
        targets: {2028/29: 90}
`,
      "what is to be delivered is said": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  listen:
    title: Listen to patients
    lead: Chief Nurse
    done-when: Every ward has a patient council
    due: 2027/28
    measures:
      patient-survey: {title: Patient survey, role: instrument}
`,
    },
  },
});

type Evidence = ItemOf<"measure"> | ItemOf<"scope">;

function restsOn(measures: readonly Evidence[]): string {
  const roles = new Set(measures.map((measure) => measure.role));
  if (roles.size === 1 && roles.has("instrument")) return "instruments";
  if (roles.size === 1 && roles.has("context")) return "context measures";
  if (roles.size === 1 && roles.has("balancing")) return "balancing measures";
  if (roles.size === 1 && roles.has("kpi")) return "measures that are tracked";
  return "instruments, context or tracked measures";
}
