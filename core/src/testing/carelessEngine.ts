// An engine with one rule more, whose repairs spoil some files: for trying the net below all repairs.

import { allRules } from "../rules/all.ts";
import { defineFileRule } from "../rules/rule.ts";
import { ruleSet } from "../rules/run.ts";
import { findNode, findValue } from "../syntax/tree.ts";
import type { Engine } from "../workspace/analyseFile.ts";
import { createEngine } from "../workspace/createEngine.ts";

/** Finds titles of objectives that end in "?". Their repairs write `!` for it, and `: [` where the title says "Break". */
const careless = defineFileRule<"objective", { readonly at: number; readonly newText: string }>({
  id: "text/careless",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "info", review: "info", publish: "info" },
  waivable: true,
  time: false,
  visits: ["objective"],
  what: "A title ends in a question mark.",
  why: "It asks where it should say.",
  headline: { one: "1 question", many: "{n} questions" },
  help: "Write what is to be",
  fix: "safe",
  check(item, { source, report }) {
    const title = findValue(findNode(source.root, item.path), "title");
    if (title?.kind !== "scalar" || !title.text.endsWith("?")) return;
    const newText = title.text.includes("Break") ? ": [" : "!";
    report(item, { message: "This is a question", facts: { at: title.span.end - 1, newText } });
  },
  fixes: [
    ({ finding, facts: { at, newText } }) => {
      const edits = [{ file: finding.file, span: { start: at, end: at + 1 }, newText }];
      return [{ title: `Write ${newText}`, safety: "safe", edits }];
    },
  ],
  examples: { bad: {}, good: {} },
});

export const carelessEngine: Engine = { ...createEngine(), rules: ruleSet([...allRules, careless]) };
