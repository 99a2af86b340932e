// Lines of the baseline whose findings no longer occur.

import type { Fix } from "../../findings/finding.ts";
import type { BaselineEntry } from "../../model/baseline.ts";
import { pruneEdits } from "../../model/pruneBaseline.ts";
import { defineRefusalRule, type FixContext } from "../rule.ts";

export interface StaleFacts {
  /** All entries of the file, in the order of its text. */
  readonly entries: readonly BaselineEntry[];
  readonly stale: readonly BaselineEntry[];
}

export default defineRefusalRule<StaleFacts>({
  id: "waive/baseline-stale",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "info", review: "info", publish: "info" },
  waivable: true,
  time: false,
  what: "The baseline holds findings that no longer occur.",
  why: "Debt that is paid should leave the list, or the list would hold the same finding silently when it comes back.",
  headline: {
    one: "1 baseline with findings that no longer occur",
    many: "{n} baselines with findings that no longer occur",
  },
  help: 'Run "stratkit baseline prune"',
  fix: "safe",
  say({ stale }) {
    const count = stale.length === 1 ? "1 finding" : `${stale.length} findings`;
    const occurs = stale.length === 1 ? "no longer occurs" : "no longer occur";
    return { message: `${count} in the baseline ${occurs}`, help: 'Run "stratkit baseline prune"' };
  },
  fixes: [prune],
  examples: {
    bad: {
      "debt that is paid": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
#- stratkit.baseline.json
{"version": 1, "findings": [
{"rule": "trace/objective-unmeasured", "item": "trust/cut-waiting"},
#<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<<< info waive/baseline-stale
{"rule": "trace/objective-unmeasured", "item": "trust/research"}
]}
`,
    },
    good: {
      "debt that is left": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting: {title: Cut waiting, lead: Medical Director}
# ^^^^^^^^^^^ baselined trace/objective-unmeasured
#- stratkit.baseline.json
{"version": 1, "findings": [
{"rule": "trace/objective-unmeasured", "item": "trust/cut-waiting"}
]}
`,
      "known by the id that it had then": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  shorter-waits: {title: Cut waiting, lead: Medical Director, formerly: [cut-waiting]}
# ^^^^^^^^^^^^^ baselined trace/objective-unmeasured
#- stratkit.baseline.json
{"version": 1, "findings": [
{"rule": "trace/objective-unmeasured", "item": "trust/cut-waiting"}
]}
`,
      "nothing known any more": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting: {title: Cut waiting, lead: Medical Director, done-when: Nobody waits, due: 2027/28}
#- stratkit.baseline.json
{"version": 1, "findings": [
]}
`,
    },
  },
});

function prune({ finding, facts: { entries, stale }, source }: FixContext<StaleFacts>): Fix[] {
  const text = source(finding.file)?.text ?? "";
  const edits = pruneEdits(text, entries, stale).map((edit) => ({ ...edit, file: finding.file }));
  return [{ title: "Take what no longer occurs out of the baseline", safety: "safe", edits }];
}
