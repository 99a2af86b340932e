// Spaces from a word processor where only ordinary ones count.

import type { Fix } from "../../findings/finding.ts";
import type { SyntaxFacts } from "../../syntax/refusals.ts";
import { defineRefusalRule, type FixContext } from "../rule.ts";
import { shorten } from "./shorten.ts";

export default defineRefusalRule<SyntaxFacts["yaml/invisible-indent"]>({
  id: "yaml/invisible-indent",
  since: "0.1.0",
  stage: "syntax",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: false,
  time: false,
  what: "Spaces from a word processor stand before a key or behind its colon.",
  why: "They look like spaces and are read as letters, so whole branches are read in the wrong place without any error.",
  headline: {
    one: "1 place with spaces from a word processor",
    many: "{n} places with spaces from a word processor",
  },
  help: "Replace them by ordinary spaces",
  fix: "safe",
  say({ before, emptied, where }) {
    const name = shorten(before);
    if (where === "colon") {
      return {
        message: `The space after "${name}:" comes from a word processor and does not count, so this is no key`,
        help: "Replace it by an ordinary space",
      };
    }
    const effect = emptied === undefined ? "it stands in the wrong place" : `"${shorten(emptied)}" is empty`;
    return {
      message: `The spaces before "${name}" come from a word processor and do not count, so ${effect}`,
      help: "Replace them by ordinary spaces",
    };
  },
  fixes: [useOrdinarySpaces],
  examples: {
    bad: {
      "hard spaces as indentation": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
\u00a0\u00a0cut-waiting:
#<< error yaml/invisible-indent
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "a hard space after a colon": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title:\u00a0Cut waiting
#         ^ error yaml/invisible-indent
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "a letter without width before a key": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    \u200btitle: Cut waiting
#<<<<< error yaml/invisible-indent
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
    good: {
      "ordinary spaces": `
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
      "in a text over several lines": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: |
      A new booking system
      is open: to every clinic
    due: 2027/28
`,
    },
  },
});

/** All of the file's, because they came in one paste. */
function useOrdinarySpaces({ finding, facts }: FixContext<SyntaxFacts["yaml/invisible-indent"]>): Fix[] {
  const edits = facts.repairs.map((repair) => ({ ...repair, file: finding.file }));
  return [{ title: "Replace non-breaking spaces", safety: "safe", edits }];
}
