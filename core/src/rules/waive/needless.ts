// A waiver that has nothing left to hold.

import { nameItemWithin } from "../../model/items.ts";
import { removeWaiver } from "../fixes/removeWaiver.ts";
import type { WaiverFacts } from "../judgeWaivers.ts";
import { defineRefusalRule } from "../rule.ts";

export default defineRefusalRule<WaiverFacts>({
  id: "waive/needless",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "warning", review: "warning", publish: "warning" },
  waivable: true,
  time: false,
  what: "A waiver stands on an item on which its rule finds nothing.",
  why: "It would silently hold the next real finding there.",
  headline: { one: "1 waiver with nothing left to waive", many: "{n} waivers with nothing left to waive" },
  help: "Remove it",
  fix: "safe",
  say({ rule, item }) {
    return {
      message: `The waiver of ${rule} on ${nameItemWithin(item)} has nothing left to waive`,
      help: "Remove it",
    };
  },
  fixes: [(context) => removeWaiver(context, "Remove the needless waiver", "safe")],
  examples: {
    bad: {
      "the objective has its evidence by now": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
    # Agreed in May.
    waive:
      trace/objective-unmeasured: {because: The survey comes first, until: 2027-12-31} # see the minutes
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning waive/needless
`,
      "one of two": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
# ^^^^^^^^^^^ waived trace/objective-unmeasured
    title: Cut waiting
    lead: Medical Director
    waive: {trace/objective-unmeasured: {because: Survey first, until: 2027-12-31}, owner/objective-no-lead: {because: New post, until: 2027-12-31}}
#                                                                                   ^^^^^^^^^^^^^^^^^^^^^^^ warning waive/needless
`,
    },
    good: {
      "it holds a finding": `
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
      "an expired one is told as such only": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
    waive:
      trace/objective-unmeasured: {because: The survey comes first, until: 2020-03-31}
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning waive/expired
`,
    },
  },
});
