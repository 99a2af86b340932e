// "Support", "enhance", "explore", "promote" with nothing to count: nobody can say whether it was done.

import { type Item, keyOf } from "../../model/items.ts";
import { markWords } from "../../model/prose.ts";
import { foldSpaces } from "../../model/words.ts";
import { defineFileRule } from "../rule.ts";

const VERBS = "support|enhance|explore|promote";
/** One or several of them at the start, and no other verb joined to them. */
const VAGUE = new RegExp(
  `^(?:${VERBS})(?:(?:, and|,| and| or) (?:${VERBS}))*(?!\\p{L})(?!,| and | or | \\p{L}+ and )`,
  "iu",
);

export default defineFileRule({
  id: "text/vague-verb",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "off", review: "off", publish: "off" },
  waivable: true,
  time: false,
  visits: ["aim", "objective", "capability", "action"],
  what: 'A title begins with "support", "enhance", "explore" or "promote", and nothing on the item can be counted or delivered.',
  why: "Whatever happens, it can be said to have been done.",
  headline: { one: "1 verb that promises nothing", many: "{n} verbs that promise nothing" },
  help: "Say what will be different, and for whom",
  fix: "none",
  check(item, { source, items, proseOf, report }) {
    const title = proseOf(item).find(({ field }) => field === "title");
    const words = title === undefined ? null : VAGUE.exec(foldSpaces(title.text));
    if (title === undefined || words === null || isCountable(item, items)) return;
    report(item, {
      message: `"${words[0]}" cannot be tested`,
      at: markWords(source, title, words[0]),
      field: "title",
    });
  },
  examples: {
    bad: {
      "two of them": `
#- stratkit.config.yaml
rules: {text/vague-verb: warning}
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  partners:
# ^^^^^^^^ error trace/objective-unmeasured
    title: Support and enhance partnership working
#          ^^^^^^^^^^^^^^^^^^^ warning text/vague-verb
    lead: Medical Director
`,
    },
    good: {
      "a measure says what it means": `
#- stratkit.config.yaml
rules: {text/vague-verb: warning}
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  partners:
    title: Enhance partnership working
    lead: Medical Director
    measures:
      shared-posts:
        title: Posts shared with partners
        unit: posts
        better: higher
        owner: People Director
        baseline: {2025/26: 2}
        targets: {2028/29: 12}
`,
      "another verb beside it, or the word as a noun": `
#- stratkit.config.yaml
rules: {text/vague-verb: warning}
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  carers:
# ^^^^^^ error trace/objective-unmeasured
    title: Support and train every carer
    lead: Medical Director
  lines:
# ^^^^^ error trace/objective-unmeasured
    title: Supported living for everybody who needs it
    lead: Medical Director
`,
    },
  },
});

/** A measure, a deliverable, a date, a number, or parts of its own that say more. */
function isCountable(item: Item, items: readonly Item[]): boolean {
  const hasDate = "due" in item && item.due !== undefined;
  const isDone = "doneWhen" in item && item.doneWhen;
  const isMeasured = item.references.some(
    ({ key }) => key === "measures" || key === "moves" || key === "when",
  );
  const hasParts = items.some(({ parent }) => parent === keyOf(item));
  return hasDate || isDone || isMeasured || hasParts || /\d/.test(item.title ?? "");
}
