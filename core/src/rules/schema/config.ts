// Settings that have the right shape and still do nothing, such as a severity for a rule that does not exist.

import { replaceKey } from "../../edit/replaceText.ts";
import { sayGuess } from "../../findings/didYouMean.ts";
import type { Fix } from "../../findings/finding.ts";
import type { ConfigFacts } from "../../model/config.ts";
import { defineRefusalRule, type FixContext } from "../rule.ts";

export default defineRefusalRule<ConfigFacts>({
  id: "schema/config",
  since: "0.1.0",
  stage: "schema",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: true,
  time: false,
  what: "A setting in stratkit.config.yaml does nothing, or cannot mean what it says.",
  why: "A mistyped rule id switches nothing off, and everybody believes that it did.",
  headline: { one: "1 setting that does nothing", many: "{n} settings that do nothing" },
  help: "Correct the setting",
  fix: "unsafe",
  say: (facts) => ({ message: sayMessage(facts), help: sayHelp(facts) }),
  fixes: [changeRule],
  examples: {
    bad: {
      "a slip in a rule's id": `
#- stratkit.config.yaml
rules:
  trace/objective-unmesured: warning
# ^^^^^^^^^^^^^^^^^^^^^^^^^ error schema/config
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
    good: {
      "the rule's own id": `
#- stratkit.config.yaml
rules:
  trace/objective-unmeasured: warning
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "another severity for one item": `
#- stratkit.config.yaml
overrides:
  - ids: [trust/cut-waiting]
    rules: {trace/objective-unmeasured: info}
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
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

function sayMessage(facts: ConfigFacts): string {
  switch (facts.cause) {
    case "unknown-rule": {
      const did = sayGuess(facts.guess);
      return `"${facts.id}" is not a rule${did === "" ? "" : `.${did}`}`;
    }
    case "override-for-nothing":
      return "This override names no ids and no files, so it changes nothing";
    case "override-without-rules":
      return "This override names no rules, so it changes nothing";
    case "red-below-amber":
      return `Red starts at ${facts.red} and amber at ${facts.amber} in "rag", so nothing can be amber`;
  }
}

function sayHelp(facts: ConfigFacts): string {
  switch (facts.cause) {
    case "unknown-rule":
      return sayGuess(facts.guess) === ""
        ? 'Write an id from the list that "stratkit rules" gives'
        : "Correct the id";
    case "override-for-nothing":
      return 'Add "ids" or "files"';
    case "override-without-rules":
      return 'Add "rules"';
    case "red-below-amber":
      return "Make red the wider of the two";
  }
}

function changeRule({ finding, facts, source }: FixContext<ConfigFacts>): Fix[] {
  const file = source(finding.file);
  if (file === undefined || facts.cause !== "unknown-rule") return [];
  const { guess, path } = facts;
  const near = guess.kind === "one" ? [guess.best] : guess.kind === "few" ? guess.near : [];
  return near.flatMap(({ id }) => {
    const edit = replaceKey(file, path, id);
    return edit === undefined ? [] : [{ title: `Change to "${id}"`, safety: "unsafe", edits: [edit] }];
  });
}
