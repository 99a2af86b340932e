// A reference that leads nowhere.

import { joinWords, sayGuess } from "../../findings/didYouMean.ts";
import type { Fix } from "../../findings/finding.ts";
import type { NotFoundFacts } from "../../link/refusals.ts";
import { type ItemKind, kindWord, type ReferenceKey } from "../../model/items.ts";
import { defineRefusalRule, type FixContext } from "../rule.ts";
import { defineMeasure } from "./defineMeasure.ts";
import { replaceId } from "./replaceId.ts";

const ROLE_KEYS: readonly ReferenceKey[] = ["owner", "lead", "by", "agreed-by", "governed-by", "to"];
const FILE_KEYS: Partial<Record<ReferenceKey, string>> = {
  strategy: "a strategy's file",
  organisation: "an organisation's file",
  plan: "a delivery plan's file",
  succeeds: "a strategy's file",
};

export default defineRefusalRule<NotFoundFacts>({
  id: "ref/not-found",
  since: "0.1.0",
  stage: "link",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: true,
  time: false,
  what: "A reference names an id that nothing has.",
  why: "The thread from purpose to evidence is cut here, and whatever should follow from it counts as missing.",
  headline: { one: "1 reference that leads nowhere", many: "{n} references that lead nowhere" },
  help: "Correct the id, or define what it names",
  fix: "unsafe",
  say(facts, refusal) {
    const kind = meantWord(facts, refusal.entity?.kind);
    const { guess } = facts;
    const where = facts.within === undefined ? "" : ` of ${facts.within}`;
    const asked = sayGuess(guess);
    const few = guess.kind === "listed" && guess.more === 0 ? sayFew(guess.shown) : undefined;
    return {
      message: `No ${kind}${where} has the id "${facts.text}"${asked === "" ? "" : `.${asked}`}`,
      help: few === undefined ? sayHelp(facts, kind) : `Write ${few}, or ${sayOther(facts, kind)}`,
    };
  },
  fixes: [replaceByNearest, defineMeasure],
  examples: {
    bad: {
      "a slip in a measure's id": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  reduce-variation:
    title: Reduce variation
    lead: Medical Director
    measures:
      readmissions:
        title: Emergency readmissions
        owner: Medical Director
        unit: percent
        better: lower
        baseline: {2025/26: 10.1}
        targets: {2028/29: 5}
  shorten-stays:
    title: Shorten stays
    lead: Medical Director
    measures: [readmision]
#              ^^^^^^^^^^ error ref/not-found
`,
      "an objective that the plan's strategy does not have": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
#- 2027-28.delivery-plan.yaml
title: Plan 2027/28
lead: Director of Operations
strategy: trust
period: 2027/28
priorities:
  clinics:
    title: Clinics
    milestones: {agreed: {title: Plan agreed, due: Q4}}
    objectives: [cut-waiting, "shorten-stays"]
#                             ^^^^^^^^^^^^^^^ error ref/not-found
`,
    },
    good: {
      "an id in reach": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  reduce-variation:
    title: Reduce variation
    lead: Medical Director
    measures: [readmissions]
#- care.measures.yaml
measures:
  readmissions:
    title: Emergency readmissions
    owner: Medical Director
    unit: percent
    better: lower
    baseline: {2025/26: 10.1}
    targets: {2028/29: 5}
`,
      "a role's name refers to nothing": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Chief Operating Officer
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
  },
});

/** What replaces a thing is of its own kind, whatever the table of kinds begins with. */
function meantWord(facts: NotFoundFacts, holder: string | undefined): string {
  return facts.referenceKey === "replaced-by" && holder !== undefined
    ? kindWord(holder as ItemKind)
    : facts.kind;
}

/** What may stand there, where that is not much. */
function sayFew(shown: readonly string[]): string {
  return shown.length === 1
    ? `${shown.join("")}, the only one there is`
    : `one of ${joinWords(shown, "and")}`;
}

function sayHelp(facts: NotFoundFacts, kind: string): string {
  return `Correct the id, or ${sayOther(facts, kind)}`;
}

function sayOther({ referenceKey }: NotFoundFacts, kind: string): string {
  if (ROLE_KEYS.includes(referenceKey)) return "write a role such as Medical Director";
  const file = FILE_KEYS[referenceKey];
  if (file !== undefined) return `add ${file} of that name`;
  if (referenceKey === "items" || referenceKey === "change-item") return "add the item to the plan";
  return `define the ${kind}`;
}

function replaceByNearest(context: FixContext<NotFoundFacts>): readonly Fix[] {
  const { text, guess } = context.facts;
  if (guess.kind !== "one") return [];
  const { id, title } = guess.best;
  const named = title === undefined || title === id ? "" : ` (${title})`;
  return replaceId(context, text, id, `Replace with "${id}"${named}`);
}
