// A waiver whose last day has passed.

import type { WaiverFacts } from "../judgeWaivers.ts";
import { defineRefusalRule } from "../rule.ts";

export default defineRefusalRule<WaiverFacts>({
  id: "waive/expired",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "warning", review: "warning", publish: "warning" },
  waivable: true,
  time: true,
  what: "A waiver ended before the day of the check. What it held stays muted until a person edits the waiver.",
  why: "Waivers that nobody looks at again turn an exception into the rule.",
  headline: { one: "1 waiver that has ended", many: "{n} waivers that have ended" },
  help: "Renew it with a reason, or repair what it held",
  fix: "none",
  say({ rule, until }) {
    return {
      message: `The waiver of ${rule} ended on ${until}`,
      help: `Renew it with a reason, or ${REPAIRS[rule] ?? "repair what it held"}`,
    };
  },
  examples: {
    bad: {
      "ended years ago": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    waive:
      trace/objective-unmeasured: {because: The survey comes first, until: 2020-03-31}
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning waive/expired
`,
    },
    good: {
      "still in force": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
# ^^^^^^^^^^^ waived trace/objective-unmeasured
    title: Cut waiting
    lead: Medical Director
    waive:
      trace/objective-unmeasured: {because: The survey comes first, until: 2027-12-31}
`,
      "on its last day": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
# ^^^^^^^^^^^ waived trace/objective-unmeasured
    title: Cut waiting
    lead: Medical Director
    waive:
      trace/objective-unmeasured: {because: The survey comes first, until: 2026-11-21}
`,
    },
  },
});

/** The usual repair of what is waived most. */
const REPAIRS: Readonly<Record<string, string>> = {
  "trace/objective-unmeasured": "link a measure",
  "measure/no-baseline": "add the baseline",
  "measure/no-target": "add a target",
};
