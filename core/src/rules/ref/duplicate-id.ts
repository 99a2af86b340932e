// Two things under one id, so that links would go to either.

import type { DuplicateFacts } from "../../link/duplicates.ts";
import { baseName } from "../../model/fileName.ts";
import { kindWord, kindWords } from "../../model/items.ts";
import { withArticle } from "../../schema/spots.ts";
import { defineRefusalRule } from "../rule.ts";

export default defineRefusalRule<DuplicateFacts>({
  id: "ref/duplicate-id",
  since: "0.1.0",
  stage: "link",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: false,
  time: false,
  what: "Two things that share one space of names have the same id. The first counts.",
  why: "Links would go to either, and figures would be recorded for the wrong one.",
  headline: { one: "1 id that two things have", many: "{n} ids that two things have" },
  help: "Rename one of them",
  fix: "none",
  say({ kind, firstKind, key, file, firstFile }, { related }, lineOf) {
    const first = related?.[0];
    const line = first === undefined ? "" : `line ${lineOf(first.place)}`;
    const there = file === firstFile ? line : `${nameFile(file, firstFile)} ${line}`;
    const both =
      kind === firstKind
        ? `Two ${kindWords(kind)} have`
        : `${capital(withArticle(kindWord(firstKind)))} and ${withArticle(kindWord(kind))} have`;
    return { message: `${both} the id "${key}", here and in ${there}`, help: "Rename one of them" };
  },
  examples: {
    bad: {
      "a whole strategy copied": `
#- north/trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  well-staff:
    title: Keep staff well
    lead: Medical Director
    measures: {sickness: {title: Sickness, unit: percent, owner: Chair, baseline: {2025/26: 5}, targets: {2027/28: at most 4}}}
#- trust.strategy.yaml
title: Ours
#      ^^^^ error ref/duplicate-id
period: 2026/27 to 2028/29
objectives:
  well-staff:
    title: Keep staff well
    lead: Medical Director
    measures: {sickness: {title: Sickness, unit: percent, owner: Chair, baseline: {2025/26: 5}, targets: {2027/28: at most 4}}}
`,
      "a plan named as its strategy": `
#- trust.delivery-plan.yaml
title: Plan 2026/27
lead: Director of Operations
strategy: trust
period: 2026/27
priorities:
  clinics: {title: Clinics, objectives: [cut-waiting], actions: {open: {title: Open them, due: Q4}}}
#- trust.strategy.yaml
title: Ours
#      ^^^^ error ref/duplicate-id
period: 2026/27 to 2028/29
objectives:
  cut-waiting: {title: Cut waiting, lead: Medical Director, done-when: A list for all, due: 2027/28}
`,
      "a measure defined in two libraries": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  well-staff:
    title: Keep staff well
    lead: Medical Director
    measures: [sickness]
#- finance.measures.yaml
measures:
  sickness:
    title: Sickness absence
    owner: Medical Director
    unit: percent
    better: lower
    baseline: {2025/26: 4.8}
    targets: {2028/29: 3.9}
#- workforce.measures.yaml
measures:
  sickness:
# ^^^^^^^^ error ref/duplicate-id
    title: Days lost to illness
    unit: days
    better: lower
    baseline: {2025/26: 12}
    targets: {2028/29: 10}
`,
      "an objective under two aims": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
aims:
  access:
    title: Easier access
    lead: Medical Director
    objectives:
      waiting:
        title: Cut waiting
        done-when: A new booking system is open to every clinic
        due: 2027/28
  quality:
    title: Better care
    lead: Medical Director
    objectives:
      waiting:
#     ^^^^^^^ error ref/duplicate-id
        title: Make waiting safer
        done-when: Everybody who waits is called once a month
        due: 2027/28
`,
    },
    good: {
      "the same id for things of different kinds": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  sickness:
    title: Keep staff well
    lead: Medical Director
    measures:
      sickness:
        title: Sickness absence
        owner: Medical Director
        unit: percent
        better: lower
        baseline: {2025/26: 4.8}
        targets: {2028/29: 3.9}
`,
      "the same milestone in two priorities": `
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
    objectives: [cut-waiting]
    milestones:
      launched: {title: New bed board in use, due: Q2}
  clinics:
    title: Clinics
    objectives: [cut-waiting]
    milestones:
      launched: {title: New booking system in use, due: Q3}
`,
    },
  },
});

/** The file's name; with its folder where both files have the same name. */
function nameFile(file: string, other: string): string {
  return baseName(file) === baseName(other) ? other : baseName(other);
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
