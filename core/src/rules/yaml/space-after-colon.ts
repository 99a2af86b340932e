// A colon without the space that makes it one.

import type { Fix } from "../../findings/finding.ts";
import type { SyntaxFacts } from "../../syntax/refusals.ts";
import { defineRefusalRule, type FixContext } from "../rule.ts";
import { shorten } from "./shorten.ts";

export default defineRefusalRule<SyntaxFacts["yaml/space-after-colon"]>({
  id: "yaml/space-after-colon",
  since: "0.1.0",
  stage: "syntax",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: false,
  time: false,
  what: "A colon stands between a key and its value without a space.",
  why: "It is read as one word without any error, so the value is lost.",
  headline: { one: "1 colon without a space", many: "{n} colons without a space" },
  help: "Add a space after the colon",
  fix: "safe",
  say({ key, rest }) {
    const value = /^[-+]?[\d.,]+%?$/.test(rest) ? `the ${rest}` : `"${shorten(rest)}"`;
    return {
      message: `"${shorten(`${key}:${rest}`)}" has no space after the colon, so ${value} is lost`,
      help: `Write "${shorten(`${key}: ${rest}`)}"`,
    };
  },
  fixes: [addSpace],
  examples: {
    bad: {
      "a line": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title:Cut waiting
#   ^^^^^^^^^^^^^^^^^ error yaml/space-after-colon
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "between braces, where nothing else tells": `
#- trust.measures.yaml
measures:
  beds:
    title: Beds
    role: context
    unit: beds
    baseline: {2017/18:5}
#              ^^^^^^^^^ error yaml/space-after-colon
`,
    },
    good: {
      "a space": `
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
      "a time and an address": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    description: From 12:30, see https://example.org/clinics
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
  },
});

function addSpace({ finding, facts }: FixContext<SyntaxFacts["yaml/space-after-colon"]>): Fix[] {
  const at = facts.insertAt;
  const edits = [{ file: finding.file, span: { start: at, end: at }, newText: " " }];
  return [{ title: "Add a space after the colon", safety: "safe", edits }];
}
