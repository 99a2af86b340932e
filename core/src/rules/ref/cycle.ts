// Things that wait for, belong to, consist of, follow or replace each other in a circle.

import type { CycleFacts } from "../../link/cycles.ts";
import { kindWord, kindWords, type ReferenceKey } from "../../model/items.ts";
import { defineRefusalRule } from "../rule.ts";

const WORDS: Partial<Record<ReferenceKey, { readonly one: string; readonly many: string }>> = {
  objectives: { one: "stands below itself", many: "stand below each other" },
  needs: { one: "waits for itself", many: "wait for each other" },
  "part-of": { one: "is part of itself", many: "are part of each other" },
  parts: { one: "is made of itself", many: "are made of each other" },
  succeeds: { one: "follows itself", many: "follow each other" },
  "replaced-by": { one: "is replaced by itself", many: "replace each other" },
};

export default defineRefusalRule<CycleFacts>({
  id: "ref/cycle",
  since: "0.1.0",
  stage: "link",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: true,
  time: false,
  what: 'Things run in a circle along "objectives", "needs", "part-of", "parts", "succeeds" or "replaced-by".',
  why: "What waits for itself never begins, and what is part of itself has no top.",
  headline: { one: "1 circle", many: "{n} circles" },
  help: "Remove one of the links",
  fix: "none",
  say({ key, kind, ids }, { entity }) {
    const words = WORDS[key] ?? { one: "leads to itself", many: "lead to each other" };
    const alone = ids.length <= 2;
    const name = `${kindWord(kind)} "${entity?.title ?? entity?.id ?? ids[0] ?? ""}"`;
    return {
      message: alone
        ? `${capital(name)} ${words.one}`
        : `${capital(kindWords(kind))} ${words.many} in a circle: ${ids.join(" > ")}`,
      help: `Remove one "${key}"`,
    };
  },
  examples: {
    bad: {
      "two objectives that stand below each other": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  access:
    title: Better access
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
    objectives: {cut-waiting: }
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: Every clinic has a list of its own
    due: 2027/28
    objectives: {access: }
#                ^^^^^^ error ref/cycle
`,
      "two actions that wait for each other": `
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
    objectives: [cut-waiting]
    actions:
      training:
        title: Train the teams
        needs: [recruitment]
#               ^^^^^^^^^^^ error ref/cycle
      recruitment:
        title: Fill the posts
        needs: [training]
`,
      "a team that is part of itself": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
#- trust.organisation.yaml
title: Our trust
teams:
  clinics: {title: Clinics, part-of: clinics}
#                                    ^^^^^^^ error ref/cycle
`,
    },
    good: {
      "a chain": `
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
    objectives: [cut-waiting]
    actions:
      recruitment: Fill the posts
      training:
        title: Train the teams
        needs: [recruitment]
      opening:
        title: Open the clinics
        needs: [recruitment, training]
`,
      "two actions that wait for the same one": `
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
    objectives: [cut-waiting]
    actions:
      recruitment: Fill the posts
      training: {title: Train the teams, needs: [recruitment]}
      opening: {title: Open the clinics, needs: [recruitment]}
`,
    },
  },
});

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
