// Markers that git leaves where two versions of a file disagree.

import type { SyntaxFacts } from "../../syntax/refusals.ts";
import { defineRefusalRule } from "../rule.ts";

export default defineRefusalRule<SyntaxFacts["yaml/merge-conflict"]>({
  id: "yaml/merge-conflict",
  since: "0.1.0",
  stage: "syntax",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: false,
  time: false,
  what: "A merge conflict in the file is not resolved.",
  why: "The file holds two truths, so nothing in it is read until one is chosen.",
  headline: { one: "1 unresolved merge conflict", many: "{n} unresolved merge conflicts" },
  help: "Keep one side and delete the three marker lines",
  fix: "none",
  say: () => ({
    message: "An unresolved merge conflict begins here",
    help: "Keep one side and delete the three marker lines",
  }),
  examples: {
    bad: {
      "two conflicts": `
#- trust.strategy.yaml
<<<<<<< HEAD
#<<<<<<<<<<<< error yaml/merge-conflict
title: Ours
=======
title: Our strategy
>>>>>>> rewording
period: 2026/27 to 2028/29
<<<<<<< HEAD
#<<<<<<<<<<<< error yaml/merge-conflict
objectives:
  cut-waiting: [
=======
>>>>>>> rewording
`,
    },
    good: {
      "a resolved one": `
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
      "arrows inside a text": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting <<<<<<< soon
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
  },
});
