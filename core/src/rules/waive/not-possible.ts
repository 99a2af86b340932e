// A waiver of something that is no rule, or of a rule that nobody can waive.

import { hasSibling, replaceKey } from "../../edit/replaceText.ts";
import { sayGuess } from "../../findings/didYouMean.ts";
import type { Fix } from "../../findings/finding.ts";
import { removeWaiver } from "../fixes/removeWaiver.ts";
import type { WaiverNotPossible } from "../refuseWaivers.ts";
import { defineRefusalRule, type FixContext } from "../rule.ts";

export default defineRefusalRule<WaiverNotPossible>({
  id: "waive/not-possible",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: true,
  time: false,
  what: "A waiver names something that is not a rule, or a rule that cannot be waived.",
  why: "It holds nothing, and whoever reads the file believes that an exception was agreed.",
  headline: { one: "1 waiver that is not possible", many: "{n} waivers that are not possible" },
  help: "Correct the id, or remove the waiver",
  fix: "unsafe",
  say({ rule, guess }) {
    if (guess === undefined) return { message: `${rule} cannot be waived`, help: repairOf(rule) };
    return {
      message: `"${rule}" is not a rule that can be waived${sayGuess(guess).replace(/^ /, ". ")}`,
      help:
        guess.kind === "one" || guess.kind === "few"
          ? "Correct the id"
          : "Correct the id, or remove the waiver",
    };
  },
  fixes: [correctRule, (context) => removeWaiver(context, "Remove the waiver", "unsafe")],
  examples: {
    bad: {
      "a rule that nobody can waive": `
#- trust.measures.yaml
measures:
  waiting:
    title: Waiting
    role: context
    unit: days
    waive:
      ref/duplicate-id: {because: It was always so, until: 2027-12-31}
#     ^^^^^^^^^^^^^^^^ error waive/not-possible
`,
      "a slip in the rule's id": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
# ^^^^^^^^^^^ error trace/objective-unmeasured
    title: Cut waiting
    lead: Medical Director
    waive:
      trace/objective-unmesured: {because: The survey comes first, until: 2027-12-31}
#     ^^^^^^^^^^^^^^^^^^^^^^^^^ error waive/not-possible
`,
      "a waiver of a waiver's end": `
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
      waive/expired: {because: There is no time, until: 2027-12-31}
#     ^^^^^^^^^^^^^ error waive/not-possible
`,
    },
    good: {
      "a rule that can be waived": `
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
      "one that lacks its end has another finding": `
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
    },
  },
});

/** The cheapest right repair of what the rule finds. */
function repairOf(rule: string): string {
  if (rule === "ref/duplicate-id") return "Rename one of the two items";
  if (rule.startsWith("yaml/")) return "Repair the text, and remove the waiver";
  if (rule.startsWith("privacy/")) return "Remove what it found, and the waiver";
  return "Remove it, or mend the waiver that it is about";
}

function correctRule({
  finding,
  facts: { path, guess },
  source,
}: FixContext<WaiverNotPossible>): readonly Fix[] {
  const file = source(finding.file);
  if (file === undefined || guess?.kind !== "one") return [];
  const { id } = guess.best;
  // Of two equal keys only the last would count.
  const edit = hasSibling(file, path, id) ? undefined : replaceKey(file, path, id);
  return edit === undefined ? [] : [{ title: `Change to "${id}"`, safety: "unsafe", edits: [edit] }];
}
