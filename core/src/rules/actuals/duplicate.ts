// Two recorded values for one measure, scope and period: nobody can tell which one counts.

import { baseName } from "../../model/fileName.ts";
import type { DuplicateValueFacts } from "../../trace/linkedValues.ts";
import { defineRefusalRule } from "../rule.ts";

export default defineRefusalRule<DuplicateValueFacts>({
  id: "actuals/duplicate",
  since: "0.1.0",
  stage: "link",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: true,
  time: false,
  what: "One measure has two recorded values for the same scope and period, in YAML or CSV.",
  why: "Charts and judgements would depend on which of the two is read.",
  headline: { one: "1 value recorded twice", many: "{n} values recorded twice" },
  help: "Keep one",
  fix: "none",
  say({ measure, period, value, otherValue }, { place, related }, lineOf) {
    const other = related?.[0]?.place;
    const line = other === undefined ? "another place" : `line ${lineOf(other)}`;
    const there = other === undefined || other.file === place.file ? line : `${baseName(other.file)} ${line}`;
    return {
      message: `${measure} has two values for ${period}: ${value || "an empty one"} here and ${otherValue || "an empty one"} in ${there}`,
      help: "Keep one",
    };
  },
  examples: {
    bad: {
      "twice in one file": `
#- trust.measures.yaml
measures:
  delays: {title: Delayed transfers, unit: percent, better: lower, role: context}
#- trust.actuals.yaml
measures:
  delays:
    2026-04: 9.1
    2026-04-01 to 2026-04-30: 9.4
#   ^^^^^^^^^^^^^^^^^^^^^^^^ error actuals/duplicate
`,
    },
    good: {
      "two periods": `
#- trust.measures.yaml
measures:
  delays: {title: Delayed transfers, unit: percent, better: lower, role: context}
#- trust.actuals.yaml
measures:
  delays:
    2026-04: 9.1
    2026-05: 9.4
`,
      "two scopes": `
#- trust.measures.yaml
measures:
  delays:
    title: Delayed transfers
    unit: percent
    better: lower
    role: context
    scopes: {east: East, west: West}
#- trust.actuals.yaml
measures:
  delays@east: {2026-04: 9.1}
  delays@west: {2026-04: 9.4}
`,
    },
  },
});
