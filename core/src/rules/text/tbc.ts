// Placeholders that still stand in a text: "tbc", TODO, "to be confirmed".

import { nameItemWithin } from "../../model/items.ts";
import { markWords } from "../../model/prose.ts";
import { foldSpaces } from "../../model/words.ts";
import { defineFileRule } from "../rule.ts";

export default defineFileRule({
  id: "text/tbc",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "info", review: "warning", publish: "error" },
  waivable: true,
  time: false,
  visits: [
    "organisation",
    "team",
    "board",
    "partner",
    "policy",
    "place",
    "strategy",
    "aim",
    "objective",
    "capability",
    "measures",
    "measure",
    "scope",
    "enabler-strategy",
    "delivery-plan",
    "priority",
    "action",
    "milestone",
    "actuals",
    "progress-report",
  ],
  what: 'A text still holds a placeholder: tbc, tbd, TODO, xxx, "to be confirmed", "insert here".',
  why: "Readers of the published document would find the gap before its authors do.",
  headline: { one: "1 placeholder in a text", many: "{n} placeholders in texts" },
  help: 'Fill it in, or move the question to "unclear"',
  fix: "none",
  check(item, { source, proseOf, report }) {
    for (const prose of proseOf(item)) {
      if (!MAYBE.test(prose.text)) continue;
      const placeholder = findPlaceholder(prose.text);
      if (placeholder === undefined) continue;
      const field = prose.field.split(".").at(-1);
      const where = prose.field.startsWith("context.")
        ? `context of ${nameItemWithin(item)}`
        : `${field} of ${nameItemWithin(item)}`;
      report(item, {
        message: `"${placeholder}" still stands in the ${where}`,
        at: markWords(source, prose, placeholder),
        field: prose.field,
      });
    }
  },
  examples: {
    bad: {
      "in a title": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  estates:
    title: Estates (tbc)
#                   ^^^ warning text/tbc
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "in a text over several lines": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
description: >-
  What we mean to reach in three years.
  Insert a quote here
# ^^^^^^^^^^^^^^^^^^^ warning text/tbc
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
    good: {
      "the question stands where questions stand": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    unclear: The date is tbc
#   ^^^^^^^ info open/unclear
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "the words within a sentence": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    description: Appointments need to be confirmed by the clinic on the same day
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
  },
});

const PLACEHOLDERS: readonly RegExp[] = [
  /(?<![\p{L}\p{N}-])tb[cd](?![\p{L}\p{N}-])/iu,
  /(?<![\p{L}\p{N}-])TODO(?![\p{L}\p{N}-])/u,
  // Beyond that it is no gap to fill in, and too long to be quoted.
  /(?<![\p{L}\p{N}])x{3,40}(?![\p{L}\p{N}])/iu,
  // Within a sentence they may speak of what is confirmed by whom.
  /(?<!\p{L})to be (?:confirmed|determined|decided)(?=\s*(?:[.,;:)\]]|$))/iu,
  /(?<!\p{L})insert (?:[\p{L}'’-]+ ){0,3}here(?!\p{L})/iu,
  /(?<!\p{L})lorem ipsum(?!\p{L})/iu,
];

/** Finds all that they find, and more, in one look; most texts hold none. */
const MAYBE = /tb[cd]|todo|x{3}|to\s+be\s+(?:confirmed|determined|decided)|insert\s|lorem/iu;

/** The first placeholder as it is written, with single spaces. */
function findPlaceholder(text: string): string | undefined {
  const folded = foldSpaces(text);
  for (const search of PLACEHOLDERS) {
    const found = search.exec(folded);
    if (found !== null) return found[0];
  }
  return undefined;
}
