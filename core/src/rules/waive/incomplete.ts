// A waiver without a reason or an end, which therefore holds nothing.

import { joinWords } from "../../findings/didYouMean.ts";
import type { WaiverIncomplete } from "../refuseWaivers.ts";
import { defineRefusalRule } from "../rule.ts";

export default defineRefusalRule<WaiverIncomplete>({
  id: "waive/incomplete",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: true,
  time: false,
  what: "A waiver has no reason, no end date, or an end that is not a day.",
  why: "It does not count, so what it was to hold is reported as if it were not there.",
  headline: { one: "1 waiver that does not count", many: "{n} waivers that do not count" },
  help: 'Add "because" and "until"',
  fix: "none",
  say({ rule, lacks, until }) {
    if (until !== undefined)
      return {
        message: `The waiver of ${rule} ends on "${until}", which is not a day, so it does not count`,
        help: "Write its last day, such as 2027-03-31",
      };
    const words = lacks.map((key) => (key === "because" ? "no reason" : "no end date"));
    const keys = lacks.map((key) => `"${key}"`);
    return {
      message: `The waiver of ${rule} has ${joinWords(words, "and")}, so it does not count`,
      help: `Add ${joinWords(keys, "and")}`,
    };
  },
  examples: {
    bad: {
      "no end date": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
# ^^^^^^^^^^^ error trace/objective-unmeasured
    title: Cut waiting
    lead: Medical Director
    waive:
      trace/objective-unmeasured: {because: The survey comes first}
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^ error waive/incomplete
`,
      "a rule and nothing else": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
# ^^^^^^^^^^^ error trace/objective-unmeasured
    title: Cut waiting
    lead: Medical Director
    waive:
      trace/objective-unmeasured:
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^ error waive/incomplete
`,
      "an end that is no day": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
# ^^^^^^^^^^^ error trace/objective-unmeasured
    title: Cut waiting
    lead: Medical Director
    waive:
      trace/objective-unmeasured:
        because: The survey comes first
        until: spring 2027
#              ^^^^^^^^^^^ error waive/incomplete
`,
    },
    good: {
      "a reason and a day": `
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
      "who agreed may be left out": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
# ^^^^^^^^^^^ waived trace/objective-unmeasured
    title: Cut waiting
    lead: Medical Director
    waive:
      trace/objective-unmeasured:
        because: The survey comes first
        until: 2027-12-31
        by: Chair
`,
    },
  },
});
