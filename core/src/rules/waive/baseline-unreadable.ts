// A baseline of which something cannot be read, so that it may hold less than it should.

import type { BaselineFault } from "../../model/baseline.ts";
import { defineRefusalRule } from "../rule.ts";

export default defineRefusalRule<Pick<BaselineFault, "cause">>({
  id: "waive/baseline-unreadable",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: false,
  time: false,
  what: "The baseline, stratkit.baseline.json, has not the form in which it was written.",
  why: "Lines that cannot be read hold nothing, so findings that are known may count as new.",
  headline: { one: "1 baseline that cannot be read whole", many: "{n} baselines that cannot be read whole" },
  help: "Correct the line, or restore the file as it was",
  fix: "none",
  say: ({ cause }) => WORDS[cause],
  examples: {
    bad: {
      "both sides of a merge": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting: {title: Cut waiting, lead: Medical Director}
# ^^^^^^^^^^^ baselined trace/objective-unmeasured
#- stratkit.baseline.json
{"version": 1, "findings": [
<<<<<<< ours
#<<<<<<<<<<<< error waive/baseline-unreadable
{"rule": "trace/objective-unmeasured", "item": "trust/cut-waiting"},
=======
>>>>>>> theirs
{"rule": "trace/objective-unmeasured", "item": "trust/research"}
]}
`,
      "a comma is lost": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting: {title: Cut waiting, lead: Medical Director}
# ^^^^^^^^^^^ baselined trace/objective-unmeasured
#- stratkit.baseline.json
{"version": 1, "findings": [
{"rule": "trace/objective-unmeasured", "item": "trust/cut-waiting"}
{"rule": "trace/objective-unmeasured", "item": "trust/x"}
#<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<< error waive/baseline-unreadable
]}
`,
      "no finding is named": `
#- stratkit.baseline.json
{"version": 1, "findings": [
{"rule": "trace/objective-unmeasured"}
#<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<< error waive/baseline-unreadable
]}
`,
    },
    good: {
      "laid out by another program": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting: {title: Cut waiting, lead: Medical Director}
# ^^^^^^^^^^^ baselined trace/objective-unmeasured
#- stratkit.baseline.json
{
  "version": 1,
  "findings": [
    {
      "rule": "trace/objective-unmeasured",
      "item": "trust/cut-waiting"
    }
  ]
}
`,
      "nothing in it": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting: {title: Cut waiting, lead: Medical Director, done-when: Nobody waits, due: 2027/28}
#- stratkit.baseline.json
{"version": 1, "findings": []}
`,
    },
  },
});

const WORDS: Readonly<Record<BaselineFault["cause"], { readonly message: string; readonly help: string }>> = {
  conflict: {
    message: "Both sides of a merge stand in the baseline",
    help: "Keep the lines of both sides, and delete the lines that mark them",
  },
  broken: {
    message: "The baseline cannot be read from here on, so findings that it holds may count as new",
    help: "Correct the line, or restore the file as it was",
  },
  entry: {
    message: "This line of the baseline does not name a rule with an item or a file, so it holds nothing",
    help: "Correct the line, or remove it",
  },
  newer: {
    message: "The baseline was written by a later version of stratkit, so it may hold more than is read here",
    help: "Update stratkit",
  },
  form: {
    message: "The file has not the form of a baseline, so it holds nothing",
    help: 'Restore it as it was, or delete it and run "stratkit baseline create"',
  },
};
