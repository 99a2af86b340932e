// A key with nothing behind it. In a map of definitions an entry without a value refers; elsewhere it says nothing.

import type { EmptyValue } from "../../schema/facts.ts";
import { defineRefusalRule } from "../rule.ts";

export default defineRefusalRule<EmptyValue>({
  id: "schema/empty-value",
  since: "0.1.0",
  stage: "schema",
  severity: { draft: "warning", review: "warning", publish: "error" },
  waivable: true,
  time: false,
  what: "A key has no value, or only a comment behind it.",
  why: "It looks filled in when the page is skimmed, and says nothing; a comment is not a value.",
  headline: { one: "1 key without a value", many: "{n} keys without a value" },
  help: "Add a value, or delete the line",
  fix: "none",
  say: ({ what }) => ({ message: `${what} is empty`, help: "Add a value, or delete the line" }),
  examples: {
    bad: {
      "a lead that nobody filled in": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    owner: # to be agreed
#   ^^^^^ warning schema/empty-value
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
    good: {
      "filled in": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director # since May
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "an entry without a value refers": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    measures:
      waits:
#- access.measures.yaml
measures:
  waits:
    title: People who wait more than 18 weeks
    unit: percent
    better: lower
    owner: Medical Director
    baseline: {2025/26: 12}
    targets: {2027/28: 5}
`,
    },
  },
});
