// Lines that cannot be read, for no cause that has a rule of its own.

import type { SyntaxFacts } from "../../syntax/refusals.ts";
import { defineRefusalRule } from "../rule.ts";
import { shorten } from "./shorten.ts";

export default defineRefusalRule<SyntaxFacts["yaml/syntax"]>({
  id: "yaml/syntax",
  since: "0.1.0",
  stage: "syntax",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: false,
  time: false,
  what: "A line of the file cannot be read.",
  why: "What stands there is lost, and the rest of the file cannot be trusted.",
  headline: { one: "1 line that cannot be read", many: "{n} lines that cannot be read" },
  help: "Compare its indent and its colon with the lines above",
  fix: "none",
  say: sayCause,
  examples: {
    bad: {
      "a line without a colon": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead Medical Director
#   ^^^^^^^^^^^^^^^^^^^^^ error yaml/syntax
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "a sentence where a line with a key was to stand": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    With the help of every clinic
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error yaml/syntax
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "a line that is indented too far": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
      lead: Medical Director
#     ^^^^^^^^^^^^^^^^^^^^^^ error yaml/syntax
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "a bracket too many": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    tags: [clinics]]
#                  ^ error yaml/syntax
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
    good: {
      "a text over two lines": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open
      to every clinic
    due: 2027/28
`,
      "lists indented or not": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    tags:
    - clinics
    impacts:
      - Shorter waits
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
  },
});

function sayCause({ cause, written }: SyntaxFacts["yaml/syntax"]): { message: string; help: string } {
  switch (cause) {
    case "bracket":
      return {
        message: `This "${written}" closes nothing`,
        help: `Delete it, or add the opening "${written === "]" ? "[" : "{"}"`,
      };
    case "colon":
      return { message: "This line has no colon", help: `Write "${shorten(written)}"` };
    case "key":
      return {
        message: "No plain text stands before this colon",
        help: "Write the key in words before the colon",
      };
    case "deep":
      return {
        message: "From here on the file goes down too many levels to be read",
        help: "Bring it to fewer levels",
      };
    case "stopped":
      return {
        message: "The reading of this file stopped, which is a mistake of stratkit",
        help: 'Report it with the output of "stratkit doctor"',
      };
    case "backslash":
      return {
        message: `Between double quotes a backslash changes the letter after it, and "${written}" is not known`,
        help: "Use single quotes, or write the backslash twice",
      };
    default:
      return {
        message: "This line cannot be read",
        help: "Compare its indent and its colon with the lines above",
      };
  }
}
