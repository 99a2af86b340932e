// What is taken from a text without any error.

import { quoteWritten } from "../../edit/quote.ts";
import type { Fix } from "../../findings/finding.ts";
import type { SyntaxFacts } from "../../syntax/refusals.ts";
import { defineRefusalRule, type FixContext } from "../rule.ts";
import { shorten } from "./shorten.ts";

export default defineRefusalRule<SyntaxFacts["yaml/text-lost"]>({
  id: "yaml/text-lost",
  since: "0.1.0",
  stage: "syntax",
  severity: { draft: "warning", review: "warning", publish: "error" },
  waivable: false,
  time: false,
  what: 'A part of a text is read as something else: behind " #", behind "!" or "&" at its start, or behind a comma between braces.',
  why: "Nothing says that the text was cut, so it is published as it is.",
  headline: { one: "1 text that is cut short", many: "{n} texts that are cut short" },
  help: "Put quotes around the whole text",
  fix: "unsafe",
  say: (facts) => ({ message: sayLoss(facts), help: sayRepair(facts) }),
  fixes: [keepWhole],
  examples: {
    bad: {
      "a number sign": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Care #1 in the country
#               ^^^^^^^^^^^^^^^^^ warning yaml/text-lost
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "an exclamation mark": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: !Now cut waiting
#          ^^^^^^^^^^^^^^^^ warning yaml/text-lost
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "an ampersand": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: &Co and partners
#          ^^^^^^^^^^^^^^^^ warning yaml/text-lost
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "a comma in a figure between braces": `
#- trust.measures.yaml
measures:
  beds:
    title: Beds
    role: context
    unit: beds
    baseline: {2017/18: 3,340}
#                       ^^^^^ warning yaml/text-lost
`,
      "a comma in a text between braces": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    source: {document: Plans, budgets and people, page: 4}
#                      ^^^^^^^^^^^^^^^^^^^^^^^^^ warning yaml/text-lost
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "a dash between brackets": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    tags: [-]
#          ^ warning yaml/text-lost
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
    good: {
      "a comment": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting # agreed in May
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "an anchor that is used": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
lead: Chair
objectives:
  cut-waiting:
    title: Cut waiting
    lead: &md Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
    owner: *md
`,
      "the signs inside a text": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting & travel! No.#1
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
  },
});

type Facts = SyntaxFacts["yaml/text-lost"];

function sayLoss({ cause, sign, key, left }: Facts): string {
  const only = sayLeft(key, left);
  switch (cause) {
    case "comment":
      return `The text after " #" is read as a comment, so ${only}`;
    case "comma":
      return `The comma between braces begins a new entry, so ${only}`;
    case "dash":
      return 'The "-" between brackets is read as an empty list, so it is no text';
    default:
      return `"${shorten(sign)}" at the start of a text is not read as a part of it, so ${only}`;
  }
}

/** `the title is only "Care"`; keys that are no words of English stand in quotes. */
function sayLeft(key: string | undefined, left: string): string {
  const what = key === undefined ? "the text" : /^[a-z]+$/.test(key) ? `the ${key}` : `"${shorten(key)}"`;
  if (left === "") return `${what} is empty`;
  return `${what} is only ${/^[-+]?[\d.]+%?$/.test(left) ? left : `"${shorten(left)}"`}`;
}

function sayRepair(facts: Facts): string {
  const figure = figureIn(facts);
  if (figure !== undefined) return `Write ${figure}`;
  return facts.cause === "dash" ? "Put quotes around it" : "Put quotes around the whole text";
}

const FIGURE = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?%?$/;

/** `3340` for `3,340`. */
function figureIn({ cause, written }: Facts): string | undefined {
  return cause === "comma" && FIGURE.test(written) ? written.replaceAll(",", "") : undefined;
}

function keepWhole({ finding, facts }: FixContext<Facts>): Fix[] {
  // A name behind it may be one that an alias needs.
  if (facts.cause === "tag" && /^!\S*\s+&\S/.test(facts.written)) return [];
  const figure = figureIn(facts);
  const newText = figure ?? quoteWritten(facts.written);
  const title = figure === undefined ? "Put quotes around this text" : `Write ${figure}`;
  return [{ title, safety: "unsafe", edits: [{ file: finding.file, span: facts.whole, newText }] }];
}
