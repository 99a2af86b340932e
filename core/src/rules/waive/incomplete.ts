// A waiver without a reason or an end, which therefore holds nothing.

import { joinWords } from "../../findings/didYouMean.ts";
import { parseDay } from "../../model/day.ts";
import type { Waiver } from "../../model/items.ts";
import { defineFileRule } from "../rule.ts";

export default defineFileRule({
  id: "waive/incomplete",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: true,
  time: false,
  visits: [
    "organisation",
    "team",
    "board",
    "partner",
    "policy",
    "place",
    "strategy",
    "aim",
    "objective",
    "capability",
    "measures",
    "measure",
    "scope",
    "enabler-strategy",
    "delivery-plan",
    "priority",
    "action",
    "milestone",
    "actuals",
    "progress-report",
  ],
  what: "A waiver has no reason, no end date, or an end that is not a day.",
  why: "It does not count, so what it was to hold is reported as if it were not there.",
  headline: { one: "1 waiver that does not count", many: "{n} waivers that do not count" },
  help: 'Add "because" and "until"',
  fix: "none",
  check(item, { report }) {
    for (const waiver of item.waivers) {
      const said = sayLack(waiver);
      if (said === undefined) continue;
      report(item, {
        message: `The waiver of ${waiver.rule} ${said.lack}, so it does not count`,
        help: said.help,
        at: said.at,
        field: "waive",
        value: waiver.rule,
      });
    }

    function sayLack(waiver: Waiver) {
      const onKey = { file: item.file, path: waiver.path, on: "key" } as const;
      const lacks = missingParts(waiver);
      if (lacks.length > 0) {
        return {
          lack: `has ${joinWords(
            lacks.map(({ words }) => words),
            "and",
          )}`,
          help: `Add ${joinWords(
            lacks.map(({ key }) => `"${key}"`),
            "and",
          )}`,
          at: onKey,
        };
      }
      if (waiver.until === undefined || parseDay(waiver.until) !== undefined) return undefined;
      return {
        lack: `ends on "${waiver.until}", which is not a day`,
        help: "Write its last day, such as 2027-03-31",
        at: { file: item.file, path: [...waiver.path, "until"], on: "value" } as const,
      };
    }
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

function missingParts({ because, until }: Waiver): { readonly words: string; readonly key: string }[] {
  const isMissing = (text: string | undefined) => text === undefined || text.trim() === "";
  return [
    ...(isMissing(because) ? [{ words: "no reason", key: "because" }] : []),
    ...(isMissing(until) ? [{ words: "no end date", key: "until" }] : []),
  ];
}
