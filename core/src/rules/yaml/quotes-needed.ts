// Texts that YAML cannot read as one text unless they stand in quotes.

import { quoteWritten } from "../../edit/quote.ts";
import type { Fix } from "../../findings/finding.ts";
import type { SyntaxFacts } from "../../syntax/refusals.ts";
import { defineRefusalRule, type FixContext } from "../rule.ts";

export default defineRefusalRule<SyntaxFacts["yaml/quotes-needed"]>({
  id: "yaml/quotes-needed",
  since: "0.1.0",
  stage: "syntax",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: false,
  time: false,
  what: 'A text holds ": ", or begins with a sign such as % or @, and is not in quotes.',
  why: "Such signs mean something else here, so the text is lost; it is the most usual slip of all.",
  headline: { one: "1 text that needs quotes", many: "{n} texts that need quotes" },
  help: "Put quotes around it",
  fix: "safe",
  say({ cause, sign }) {
    const help = "Put quotes around it";
    if (cause === "colon")
      return { message: `This text holds "${sign}", so it is not read as one text`, help };
    if (cause === "start")
      return { message: `This text begins with "${sign}", so it is not read as a text`, help };
    const closing = /["']/.test(sign) ? "quote" : "bracket";
    return { message: `This text goes on after its closing ${closing}, so it is not read as one text`, help };
  },
  fixes: [putQuotes],
  examples: {
    bad: {
      "a colon in a title": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Aim 1: Cut waiting
#          ^^^^^^^^^^^^^^^^^^ error yaml/quotes-needed
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "a sign at the start": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: @home for all
#          ^^^^^^^^^^^^^ error yaml/quotes-needed
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "a bracket at the start": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: [Draft] Cut waiting
#          ^^^^^^^^^^^^^^^^^^^ error yaml/quotes-needed
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "between braces": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    source: {document: Paper: one, page: 4}
#                      ^^^^^^^^^^ error yaml/quotes-needed
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "over two lines": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A system for booking: open
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^ error yaml/quotes-needed
      to every clinic # by then
    due: 2027/28
`,
    },
    good: {
      "quotes around it": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: "Aim 1: Cut waiting"
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "a colon without a space": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Clinics open at 12:30 daily
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "signs inside a text": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting by 5% @ home & away
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
  },
});

/** Safe, because nothing could be read there before. */
function putQuotes({ finding, facts, source }: FixContext<SyntaxFacts["yaml/quotes-needed"]>): Fix[] {
  const text = source(finding.file)?.text;
  if (text === undefined) return [];
  const written = text.slice(facts.whole.start, facts.whole.end);
  const newText = quoteWritten(written);
  // Quotes that are there already were not the cause.
  if (newText === written) return [];
  const edits = [{ file: finding.file, span: facts.whole, newText }];
  return [{ title: "Put quotes around this text", safety: "safe", edits }];
}
