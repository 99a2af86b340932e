// A key that is to be an id and is none: ids stand in links, file names and addresses, so they are plain.

import { replaceKey, replaceValue } from "../../edit/replaceText.ts";
import type { Fix } from "../../findings/finding.ts";
import type { IdFormat } from "../../schema/facts.ts";
import { defineRefusalRule, type FixContext } from "../rule.ts";

export default defineRefusalRule<IdFormat>({
  id: "schema/id-format",
  since: "0.1.0",
  stage: "schema",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: true,
  time: false,
  what: "An id is not made of lower-case words and digits joined by single dashes, beginning with a letter.",
  why: "Ids stand in links, file names and addresses, where capitals and spaces go wrong.",
  headline: { one: "1 id that is not well formed", many: "{n} ids that are not well formed" },
  help: "Use lower-case words joined by dashes, such as patient-flow",
  fix: "unsafe",
  say: (facts) => ({ message: `"${facts.text}" is not an id`, help: sayHelp(facts) }),
  fixes: [changeId],
  examples: {
    bad: {
      "a title in place of an id": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  Cut Waiting:
# ^^^^^^^^^^^ error schema/id-format
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
    good: {
      "words and digits": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting-2:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "a period is no id": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    measures:
      waits:
        title: People who wait more than 18 weeks
        unit: percent
        better: lower
        owner: Medical Director
        baseline: {2025/26 Q4: 12}
        targets: {2027/28 Q1: 5}
`,
    },
  },
});

function sayHelp({ text, suggestion }: IdFormat): string {
  const such = `such as ${suggestion ?? "reduce-variation"}`;
  return /^\d/.test(text)
    ? `Begin it with a letter, ${such}`
    : `Use lower-case words joined by dashes, ${such}`;
}

function changeId({ finding, facts, source }: FixContext<IdFormat>): Fix[] {
  const file = source(finding.file);
  const { suggestion, path } = facts;
  if (file === undefined || suggestion === undefined) return [];
  const edit = facts.on === "key" ? replaceKey(file, path, suggestion) : replaceValue(file, path, suggestion);
  return edit === undefined ? [] : [{ title: `Change to "${suggestion}"`, safety: "unsafe", edits: [edit] }];
}
