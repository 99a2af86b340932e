// A short form that nobody explains, or that is explained in two ways.

import { addEntry } from "../../edit/addKeys.ts";
import { quoteText } from "../../edit/quote.ts";
import type { Fix } from "../../findings/finding.ts";
import { type Acronym, saysTheSame } from "../../model/acronyms.ts";
import type { GlossaryTerm } from "../../model/items.ts";
import { waiveWithReason } from "../fixes/gaps.ts";
import { defineRule, type FixContext } from "../rule.ts";

/** Nobody needs these explained. */
const KNOWN = new Set("A&E AI BBC EU HR ID IT NHS OK PDF TV UK UN USA US WHO".split(" "));

interface AcronymFacts {
  readonly acronym: string;
  /** Words of another file that explain it, where nothing here does. */
  readonly isExplained: boolean;
}

export default defineRule<
  "organisation" | "strategy" | "measures" | "enabler-strategy" | "delivery-plan",
  AcronymFacts
>({
  id: "text/acronym",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "off", review: "off", publish: "off" },
  waivable: true,
  time: false,
  visits: ["organisation", "strategy", "measures", "enabler-strategy", "delivery-plan"],
  evidence: ["organisation"],
  what: "A text uses a short form that neither the glossary nor the text explains, or that they explain in two ways.",
  why: "Those who are new, and those whom the strategy is for, stop reading where they meet what only insiders know.",
  headline: { one: "1 short form to explain", many: "{n} short forms to explain" },
  help: 'Add it to "glossary"',
  fix: "unsafe",
  check(document, { model, report }) {
    const glossary = model.organisations.flatMap((organisation) => organisation.glossary);
    for (const acronym of document.acronyms ?? []) {
      const said = sayLack(acronym, termsFor(acronym, glossary));
      if (said === undefined) continue;
      report(document, {
        ...said,
        at: { file: document.file, path: acronym.path, on: "value" },
        field: "glossary",
        value: acronym.text,
        facts: { acronym: acronym.text, isExplained: acronym.meanings.length > 0 },
      });
    }
  },
  fixes: [addToGlossary, waiveWithReason],
  examples: {
    bad: {
      "explained nowhere": `
#- stratkit.config.yaml
rules: {text/acronym: warning}
#- trust.organisation.yaml
title: The trust
glossary:
  GP: General practitioner, a family doctor
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
description: With every GP we cut the way to UEC
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning text/acronym
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "two meanings": `
#- stratkit.config.yaml
rules: {text/acronym: warning}
#- trust.organisation.yaml
title: The trust
glossary:
  UEC: Urgent and emergency care
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
description: We look at unscheduled and emergency care (UEC)
#            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning text/acronym
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "explained in another file, from which the glossary can have it": `
#- stratkit.config.yaml
rules: {text/acronym: warning}
#- trust.organisation.yaml
title: The trust
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
description: We look at urgent and emergency care (UEC)
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
#- 2026-27.delivery-plan.yaml
title: Plan 2026/27
strategy: trust
period: 2026/27
lead: Director of Operations
priorities:
  booking:
    title: Booking for UEC
#          ^^^^^^^^^^^^^^^ warning text/acronym
    objectives: [cut-waiting]
    milestones:
      chosen: {title: System chosen, due: Q4}
`,
    },
    good: {
      "in the glossary, or in the text": `
#- stratkit.config.yaml
rules: {text/acronym: warning}
#- trust.organisation.yaml
title: The trust
glossary:
  CMHT: Community mental health team
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
description: Our CMHTs and urgent and emergency care (UEC) work as one; UEC comes first
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "what everybody knows, and words in capitals": `
#- stratkit.config.yaml
rules: {text/acronym: warning}
#- trust.strategy.yaml
title: OUR STRATEGY
period: 2026/27 to 2028/29
description: The NHS in Phase II, from FY2026 on
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
  },
});

/** `CMHTs`, or `CMHT (community)` too. */
function termsFor({ text }: Acronym, glossary: readonly GlossaryTerm[]): GlossaryTerm[] {
  return glossary.filter(({ term }) =>
    term.split(/[^\p{L}\p{N}&]+/u).some((word) => word.replace(/s$/, "") === text),
  );
}

function sayLack(
  { text, meanings }: Acronym,
  terms: readonly GlossaryTerm[],
): { readonly message: string; readonly help?: string } | undefined {
  const [own, second] = meanings;
  if (own === undefined) {
    return terms.length > 0 || KNOWN.has(text) ? undefined : { message: `"${text}" is not explained` };
  }
  const known = terms.flatMap(({ meaning }) => meaning ?? []);
  const [first] = known;
  const other = second ?? (known.some((meaning) => saysTheSame(meaning, own)) ? undefined : first);
  return other === undefined
    ? undefined
    : { message: `"${text}" is explained in two ways: "${own}" and "${other}"`, help: "Keep one of them" };
}

/** With the words of another file, where one explains it. */
function addToGlossary({ facts, model, source }: FixContext<AcronymFacts>): readonly Fix[] {
  const [organisation, ...others] = model.organisations;
  const file = organisation === undefined || others.length > 0 ? undefined : source(organisation.file);
  if (file === undefined || facts.isExplained) return [];
  const meanings = model.items
    .flatMap(({ acronyms }) => acronyms ?? [])
    .flatMap(({ text, meanings: own }) => (text === facts.acronym ? own : []));
  const [meaning, second] = meanings;
  if (meaning === undefined || (second !== undefined && !saysTheSame(meaning, second))) return [];
  const edit = addEntry(file, [], "glossary", { key: facts.acronym, value: quoteText(meaning, "brackets") });
  if (edit === undefined) return [];
  return [
    {
      title: `Add "${facts.acronym}: ${meaning}" to the glossary`,
      safety: "unsafe",
      edits: [{ ...edit, file: file.path }],
    },
  ];
}
