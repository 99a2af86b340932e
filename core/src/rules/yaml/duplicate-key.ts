// The same key twice in one map, which is also the same id twice.

import { joinWords } from "../../findings/didYouMean.ts";
import type { Fix } from "../../findings/finding.ts";
import type { SyntaxFacts } from "../../syntax/refusals.ts";
import { defineRefusalRule, type FixContext } from "../rule.ts";

export default defineRefusalRule<SyntaxFacts["yaml/duplicate-key"]>({
  id: "yaml/duplicate-key",
  since: "0.1.0",
  stage: "syntax",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: false,
  time: false,
  what: "A key stands twice in the same place.",
  why: "Only the last one counts, and nothing tells which one was meant.",
  headline: { one: "1 key that stands twice", many: "{n} keys that stand twice" },
  help: "Keep one",
  fix: "unsafe",
  say(facts) {
    const { key, others, id } = facts;
    if (others.length > 0) {
      const more = others.length === 1 ? `"${others[0]}"` : `${others.length} more keys`;
      return {
        message: `${sayOwner(facts)} has "${key}" and ${more} twice, and only the last are used`,
        help: "Give the second ones an id of their own, or keep one of each",
      };
    }
    const places = `${sayTimes(facts.lines)} (lines ${joinWords(facts.lines.map(String), "and")})`;
    return isDefinition(facts)
      ? {
          message: `The id "${key}" stands in "${id}" ${places}, and only the last is used`,
          help: "Rename one of them",
        }
      : { message: `${sayOwner(facts)} has "${key}" ${places}, and only the last is used`, help: "Keep one" };
  },
  fixes: [removeFirst],
  examples: {
    bad: {
      "a key of an item": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    lead: Chief Nurse
#   ^^^^ error yaml/duplicate-key
    due: 2027/28
`,
      "an id": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
  cut-waiting:
# ^^^^^^^^^^^ error yaml/duplicate-key
    title: Cut waiting again
    lead: Medical Director
    done-when: Every clinic has an evening hour
    due: 2027/28
`,
      "a line between two items was lost": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
#  see-sooner:
    title: See patients sooner
#   ^^^^^ error yaml/duplicate-key
    lead: Medical Director
    done-when: Every clinic has an evening hour
    due: 2027/28
`,
      "a key of the file": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
title: Theirs
#<<<<< error yaml/duplicate-key
`,
    },
    good: {
      "the same key in two items": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
  see-sooner:
    title: See patients sooner
    lead: Medical Director
    done-when: Every clinic has an evening hour
    due: 2027/28
`,
      "a key that a merge brings in too": `
#- trust.measures.yaml
x-common: &common {unit: days, better: lower, role: context}
measures:
  waiting:
    <<: *common
    title: Waiting time
    better: none
`,
    },
  },
});

type Facts = SyntaxFacts["yaml/duplicate-key"];

/** The keys whose entries are items, each with the word for one. */
const KIND_WORDS: Readonly<Record<string, string>> = {
  aims: "Aim",
  objectives: "Objective",
  capabilities: "Capability",
  measures: "Measure",
  scopes: "Scope",
  priorities: "Priority",
  actions: "Action",
  milestones: "Milestone",
  teams: "Team",
  boards: "Board",
  partners: "Partner",
  policies: "Policy",
  places: "Place",
};

function sayTimes(lines: readonly number[]): string {
  return lines.length === 2 ? "twice" : `${lines.length} times`;
}

function isDefinition({ id, container }: Facts): boolean {
  return id !== undefined && id in KIND_WORDS && !(container !== undefined && container in KIND_WORDS);
}

function sayOwner({ container, id, title }: Facts): string {
  if (id === undefined) return "The file";
  const kind = container === undefined ? undefined : KIND_WORDS[container];
  return kind === undefined ? `"${id}"` : `${kind} "${title ?? id}"`;
}

/** The first is not used, so taking it out changes nothing that is read; but it may be the one that was meant. */
function removeFirst({ finding, facts }: FixContext<Facts>): Fix[] {
  if (facts.removable === undefined) return [];
  const edits = [{ file: finding.file, span: facts.removable, newText: "" }];
  return [{ title: `Remove the first "${facts.key}"`, safety: "unsafe", edits }];
}
