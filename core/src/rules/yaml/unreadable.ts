// Files that cannot be opened, or are too large to be read.

import { baseName } from "../../model/fileName.ts";
import type { SyntaxFacts } from "../../syntax/refusals.ts";
import { defineRefusalRule } from "../rule.ts";

export default defineRefusalRule<SyntaxFacts["yaml/unreadable"]>({
  id: "yaml/unreadable",
  since: "0.1.0",
  stage: "syntax",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: false,
  time: false,
  what: "A file cannot be opened, or is larger than 5 MB.",
  why: "A file that is not read is never missed, though half of the strategy may stand in it.",
  headline: { one: "1 file that is not read", many: "{n} files that are not read" },
  help: "Check its permissions",
  fix: "none",
  say({ cause }, { place }) {
    const name = baseName(place.file);
    if (cause === "too-large")
      return {
        message: `"${name}" is larger than 5 MB, so it is not read`,
        help: "Split it into smaller files",
      };
    return { message: `"${name}" cannot be opened`, help: "Check its permissions" };
  },
  examples: {
    bad: {
      "a file without permission": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
#- trust.measures.yaml (unreadable)
#< error yaml/unreadable
`,
      "a file that is too large": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
#- trust.measures.yaml (too-large)
#< error yaml/unreadable
`,
    },
    good: {
      "a file that is read": `
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
      "two files": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    measures: [waiting]
    done-when: A new booking system is open to every clinic
    due: 2027/28
#- trust.measures.yaml
measures:
  waiting:
    title: Waiting time
    owner: Medical Director
    unit: days
    better: lower
    baseline: {2025/26: 30}
    targets: {2027/28: 18}
`,
    },
  },
});
