// A second document in one file.

import type { SyntaxFacts } from "../../syntax/refusals.ts";
import { defineRefusalRule } from "../rule.ts";

export default defineRefusalRule<SyntaxFacts["yaml/second-document"]>({
  id: "yaml/second-document",
  since: "0.1.0",
  stage: "syntax",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: false,
  time: false,
  what: "A second document begins in the file.",
  why: "One file describes one thing, and its name says which; what follows is not read.",
  headline: { one: "1 file with a second document", many: "{n} files with a second document" },
  help: "Move what follows into a file of its own",
  fix: "none",
  say: ({ empty }) => ({
    message: "A file holds one document, and a second begins here",
    help: empty ? "Delete this line" : "Move what follows into a file of its own",
  }),
  examples: {
    bad: {
      "two strategies in one file": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
---
#<<< error yaml/second-document
title: Theirs
`,
    },
    good: {
      "three dashes at the start": `
#- trust.strategy.yaml
# Our strategy
---
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "dashes in a text": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: |
      A new booking system
      ---
      open to every clinic
    due: 2027/28
`,
    },
  },
});
