// A bare id that two things have at the same distance.

import { joinWords } from "../../findings/didYouMean.ts";
import type { Fix } from "../../findings/finding.ts";
import type { AmbiguousFacts } from "../../link/refusals.ts";
import { withArticle } from "../../schema/spots.ts";
import { defineRefusalRule, type FixContext } from "../rule.ts";
import { replaceId } from "./replaceId.ts";

export default defineRefusalRule<AmbiguousFacts>({
  id: "ref/ambiguous",
  since: "0.1.0",
  stage: "link",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: true,
  time: false,
  what: "A reference could mean two things.",
  why: "Which of them is waited for or counted would depend on chance.",
  headline: { one: "1 reference with two meanings", many: "{n} references with two meanings" },
  help: "Write the longer name of the one that is meant",
  fix: "unsafe",
  say(facts) {
    const names = distinctNames(facts);
    return {
      message: `"${facts.text}" is ${sayHits(facts)}`,
      help: names === undefined ? "Rename one of them" : `Write ${joinWords(names, "or")}`,
    };
  },
  fixes: [writeOneOf],
  examples: {
    bad: {
      "an action of two priorities": `
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
  beds:
    title: Beds
    milestones: {agreed: {title: Plan agreed, due: Q4}}
    objectives: [cut-waiting]
    actions:
      training: Train the wards
  cmht:
    title: Community teams
    milestones: {agreed: {title: Plan agreed, due: Q4}}
    objectives: [cut-waiting]
    actions:
      training: Train the teams
  clinics:
    title: Clinics
    milestones: {agreed: {title: Plan agreed, due: Q4}}
    objectives: [cut-waiting]
    actions:
      opening:
        title: Open the clinics
        needs: [training]
#               ^^^^^^^^ error ref/ambiguous
`,
    },
    good: {
      "the longer name": `
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
  beds:
    title: Beds
    milestones: {agreed: {title: Plan agreed, due: Q4}}
    objectives: [cut-waiting]
    actions:
      training: Train the wards
  cmht:
    title: Community teams
    milestones: {agreed: {title: Plan agreed, due: Q4}}
    objectives: [cut-waiting]
    actions:
      training: Train the teams
      opening:
        title: Open the clinics
        needs: [beds/training]
`,
      "its own sibling goes before one elsewhere": `
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
  beds:
    title: Beds
    milestones: {agreed: {title: Plan agreed, due: Q4}}
    objectives: [cut-waiting]
    actions:
      training: Train the wards
  cmht:
    title: Community teams
    milestones: {agreed: {title: Plan agreed, due: Q4}}
    objectives: [cut-waiting]
    actions:
      training: Train the teams
      opening:
        title: Open the clinics
        needs: [training]
`,
    },
  },
});

/** `an action of the priorities beds and cmht`, or each with its own kind and place where these differ. */
function sayHits({ hits }: AmbiguousFacts): string {
  const [first] = hits;
  const kinds = new Set(hits.map((hit) => hit.kind));
  const parentKinds = new Set(hits.map((hit) => hit.parentKind));
  const parents = [...new Set(hits.map((hit) => hit.parent))];
  if (first === undefined) return "several things";
  if (parents.length === 1) return joinWords([...kinds].map(withArticle), "and");
  if (kinds.size === 1 && parentKinds.size === 1) {
    return `${withArticle(first.kind)} of the ${first.parentKind} ${joinWords(parents, "and")}`;
  }
  const each = hits.map((hit) => `${withArticle(hit.kind)} of ${hit.parent}`);
  return joinWords(each, "and");
}

/** How each can be written so that it alone is meant; undefined where no longer name tells them apart. */
function distinctNames({ hits }: AmbiguousFacts): string[] | undefined {
  const names = [...new Set(hits.map((hit) => hit.write))];
  return names.length === hits.length ? names : undefined;
}

function writeOneOf(context: FixContext<AmbiguousFacts>): readonly Fix[] {
  const names = distinctNames(context.facts) ?? [];
  return names.flatMap((name) => replaceId(context, context.facts.text, name, `Write "${name}"`));
}
