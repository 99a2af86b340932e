// Quotes and brackets that are opened and never closed.

import type { Fix } from "../../findings/finding.ts";
import type { SyntaxFacts } from "../../syntax/refusals.ts";
import { defineRefusalRule, type FixContext } from "../rule.ts";

export default defineRefusalRule<SyntaxFacts["yaml/unclosed"]>({
  id: "yaml/unclosed",
  since: "0.1.0",
  stage: "syntax",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: false,
  time: false,
  what: "A quote or a bracket is opened and never closed.",
  why: "It swallows all that follows, so one slip can hide half of a file.",
  headline: {
    one: "1 quote or bracket that is never closed",
    many: "{n} quotes or brackets that are never closed",
  },
  help: "Add the closing sign where the text or the list ends",
  fix: "unsafe",
  say({ opener, closer }) {
    if (opener === '"' || opener === "'") {
      return { message: "This quote is never closed", help: "Add the closing quote at the end of the text" };
    }
    return { message: "This bracket is never closed", help: `Add "${closer}" where it ends` };
  },
  fixes: [closeIt],
  examples: {
    bad: {
      "a quote": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: "Cut waiting
#          ^ error yaml/unclosed
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "a list, with all else still read": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    tags: [clinics, waiting
#         ^ error yaml/unclosed
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "a bracket inside another": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    source: {document: Board paper, page: 4
#           ^ error yaml/unclosed
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
    good: {
      "quotes and brackets in pairs": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: "Cut waiting"
    tags: [clinics, waiting]
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "a list over several lines": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    tags: [
      clinics,
      waiting,
    ]
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "an apostrophe inside a text": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Patients' waiting isn't long
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
  },
});

/** Where the sign goes is a guess, so a person has to agree. */
function closeIt({ finding, facts }: FixContext<SyntaxFacts["yaml/unclosed"]>): Fix[] {
  const { closer, closeAt } = facts;
  const edits = [{ file: finding.file, span: { start: closeAt, end: closeAt }, newText: closer }];
  const isQuote = closer === '"' || closer === "'";
  return [
    { title: isQuote ? "Add the closing quote" : `Add the closing "${closer}"`, safety: "unsafe", edits },
  ];
}
