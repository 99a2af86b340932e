// Words under "when" that no recorded value could ever make true.

import { quoteText } from "../../edit/quote.ts";
import { replaceValue } from "../../edit/replaceText.ts";
import { joinWords } from "../../findings/didYouMean.ts";
import type { Fix } from "../../findings/finding.ts";
import type { WhenUnreadable } from "../../model/parseWhen.ts";
import { itemOfFinding } from "../fixes/gaps.ts";
import { defineRefusalRule, type FixContext } from "../rule.ts";

const HELP = "Write a measure and a target, such as: caseload at most 40";

export default defineRefusalRule<WhenUnreadable>({
  id: "plan/when-unreadable",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: true,
  time: false,
  what: 'The "when" of an action or milestone is not a measure and a target in words.',
  why: "No value could ever close it, so it stays open however well things go.",
  headline: { one: '1 "when" that cannot be checked', many: '{n} "when" that cannot be checked' },
  help: HELP,
  fix: "unsafe",
  say({ text, write, allowed }) {
    const help =
      write !== undefined
        ? `Write: ${write}`
        : allowed !== undefined
          ? `Use one of ${joinWords(allowed, "and")}`
          : HELP;
    return { message: `"${text}" cannot be checked`, help };
  },
  fixes: [writeIt],
  examples: {
    bad: {
      "a figure in words": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  lighter-load:
    title: A lighter load
    lead: Medical Director
    measures:
      caseload:
        title: Caseload
        unit: cases
        better: lower
        owner: Head of Community Teams
        baseline: {2025/26: 52}
        targets: {2028/29: 35}
#- 2026-27.delivery-plan.yaml
title: Plan 2026/27
strategy: trust
period: 2026/27
lead: Director of Operations
priorities:
  teams:
    title: Community teams
    objectives: [lighter-load]
    milestones:
      caseload-40: {title: Nobody holds more than 40 cases, due: Q4, when: caseload below forty}
#                                                                          ^^^^^^^^^^^^^^^^^^^^ error plan/when-unreadable
`,
      "the measure by its title, and a sign": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  lighter-load:
    title: A lighter load
    lead: Medical Director
    measures:
      caseload:
        title: Caseload
        unit: cases
        better: lower
        owner: Head of Community Teams
        baseline: {2025/26: 52}
        targets: {2028/29: 35}
#- 2026-27.delivery-plan.yaml
title: Plan 2026/27
strategy: trust
period: 2026/27
lead: Director of Operations
priorities:
  teams:
    title: Community teams
    objectives: [lighter-load]
    milestones:
      caseload-40: {title: Nobody holds more than 40 cases, due: Q4, when: Caseload <= 40}
#                                                                          ^^^^^^^^^^^^^^ error plan/when-unreadable
`,
      "a level that the measure does not have": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  good-employer:
    title: A good employer
    lead: People Director
    measures:
      award:
        title: Wellbeing award
        unit: level
        levels: [Bronze, Silver, Gold]
        owner: People Director
        baseline: {2025/26: Bronze}
        targets: {2028/29: Gold}
#- 2026-27.delivery-plan.yaml
title: Plan 2026/27
strategy: trust
period: 2026/27
lead: Director of Operations
priorities:
  people:
    title: People
    objectives: [good-employer]
    milestones:
      award-won: {title: Award won, due: Q4, when: award at least Platinum}
#                                                  ^^^^^^^^^^^^^^^^^^^^^^^ error plan/when-unreadable
`,
    },
    good: {
      "a measure and a target": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  lighter-load:
    title: A lighter load
    lead: Medical Director
    measures:
      caseload:
        title: Caseload
        unit: cases
        better: lower
        owner: Head of Community Teams
        baseline: {2025/26: 52}
        targets: {2028/29: 35}
#- 2026-27.delivery-plan.yaml
title: Plan 2026/27
strategy: trust
period: 2026/27
lead: Director of Operations
priorities:
  teams:
    title: Community teams
    objectives: [lighter-load]
    milestones:
      caseload-40: {title: Nobody holds more than 40 cases, due: Q4, when: caseload at most 40}
`,
      "a measure that is misspelt is one finding": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  lighter-load:
    title: A lighter load
    lead: Medical Director
    measures:
      caseload:
        title: Caseload
        unit: cases
        better: lower
        owner: Head of Community Teams
        baseline: {2025/26: 52}
        targets: {2028/29: 35}
#- 2026-27.delivery-plan.yaml
title: Plan 2026/27
strategy: trust
period: 2026/27
lead: Director of Operations
priorities:
  teams:
    title: Community teams
    objectives: [lighter-load]
    milestones:
      caseload-40: {title: Nobody holds more than 40 cases, due: Q4, when: caselod at most 40}
#                                                                          ^^^^^^^ error ref/not-found
`,
    },
  },
});

function writeIt({ finding, facts: { write }, model, source }: FixContext<WhenUnreadable>): readonly Fix[] {
  const item = itemOfFinding(finding, model);
  const file = source(finding.file);
  const when = item?.kind === "action" || item?.kind === "milestone" ? item.when : undefined;
  if (write === undefined || file === undefined || when === undefined) return [];
  // Of two things with one id the other may be meant.
  if (item?.file !== finding.file || when.text !== finding.value) return [];
  const edit = replaceValue(file, when.path, quoteText(write, "brackets"));
  return edit === undefined ? [] : [{ title: `Write "${write}"`, safety: "unsafe", edits: [edit] }];
}
