// Stars that repeat what is not there, repeat themselves, or repeat too much.

import type { SyntaxFacts } from "../../syntax/refusals.ts";
import { defineRefusalRule } from "../rule.ts";
import { shorten } from "./shorten.ts";

export default defineRefusalRule<SyntaxFacts["yaml/alias"]>({
  id: "yaml/alias",
  since: "0.1.0",
  stage: "syntax",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: false,
  time: false,
  what: "A star repeats something that is not in the file, that holds the star itself, or that is too large.",
  why: "What stands there cannot be read; a circle or a pile of repeats would fill the memory.",
  headline: { one: "1 star that repeats nothing readable", many: "{n} stars that repeat nothing readable" },
  help: "Put quotes around the text, or write out what is meant",
  fix: "none",
  say({ cause, name }) {
    const star = `"*${shorten(name)}"`;
    if (cause === "circle") {
      return {
        message: `${star} repeats the part in which it stands, so it would never end`,
        help: "Write out what is meant",
      };
    }
    if (cause === "bomb") {
      return {
        message: `With ${star} the file repeats more than can be read`,
        help: "Write out what is meant",
      };
    }
    return {
      message: `${star} repeats something called "&${shorten(name)}", which is not in this file`,
      help: "Put quotes around the text",
    };
  },
  examples: {
    bad: {
      "a star at the start of a text": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    description: *Best
#                ^^^^^ error yaml/alias
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "a circle": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    x-notes: &notes {see: *notes}
#                         ^^^^^^ error yaml/alias
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
    good: {
      "an anchor and its alias": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: &md Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
    owner: *md
`,
      "a star inside a text": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting *
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
  },
});
