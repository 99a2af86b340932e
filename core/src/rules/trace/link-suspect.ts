// A link that somebody has read, and of which an end says something else since.

import type { Fix } from "../../findings/finding.ts";
import { kindWord, nameItem, nameItemWithin } from "../../model/items.ts";
import type { SuspectFacts } from "../../trace/suspectLink.ts";
import { waiveWithReason } from "../fixes/gaps.ts";
import { defineRefusalRule } from "../rule.ts";

export default defineRefusalRule<SuspectFacts>({
  id: "trace/link-suspect",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "off", review: "warning", publish: "warning" },
  waivable: true,
  time: false,
  what: "A link was reviewed, and then one of its ends was changed. It is found where the workspace keeps its reviewed links in stratkit.reviews.yaml.",
  why: "A measure, an enabler strategy or an action was chosen for what an objective said then; whether it still fits, only people can say.",
  headline: { one: "1 reviewed link whose ends changed", many: "{n} reviewed links whose ends changed" },
  help: "Check that both ends still fit, then accept the link",
  fix: "unsafe",
  say: saySuspect,
  fixes: [acceptLink, waiveWithReason],
  examples: {
    bad: {
      "an objective that says something else now": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting: {title: Cut waiting for adults, lead: Medical Director, measures: [waits]}
#                                                                                 ^^^^^ warning trace/link-suspect
#- trust.measures.yaml
measures:
  waits: {title: Weeks of waiting, unit: weeks, better: lower, owner: Finance, baseline: {2025/26: 12}, targets: {2028/29: 4}}
#- stratkit.reviews.yaml
trust/cut-waiting > waits: {from: "908a4a639f20", to: "1e5c7fe47e88", on: 2026-11-21, because: The one that patients name}
`,
      "an aim that was reworded, for the objective below it": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
aims:
  access:
    title: Care close to home
    objectives:
      cut-waiting: {title: Cut waiting, lead: Medical Director, measures: [waits]}
#     ^^^^^^^^^^^ warning trace/link-suspect
#- trust.measures.yaml
measures:
  waits: {title: Weeks of waiting, unit: weeks, better: lower, owner: Finance, baseline: {2025/26: 12}, targets: {2028/29: 4}}
#- stratkit.reviews.yaml
trust/access > trust/cut-waiting: {from: "0297427aa036", to: "908a4a639f20", on: 2026-11-21, because: Waiting is what keeps care away}
`,
    },
    good: {
      "other targets, another owner and another id": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  shorter-waits: {title: Cut waiting, lead: Nursing, measures: [waits], formerly: [cut-waiting]}
#- trust.measures.yaml
measures:
  waits: {title: Weeks of waiting, unit: weeks, better: lower, owner: Nursing, baseline: {2025/26: 12}, targets: {2028/29: 3}}
#- stratkit.reviews.yaml
trust/cut-waiting > waits: {from: "908a4a639f20", to: "1e5c7fe47e88", on: 2026-11-21, because: The one that patients name}
`,
      "links that nobody has reviewed": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting: {title: Cut waiting for adults, lead: Medical Director, measures: [waits]}
#- trust.measures.yaml
measures:
  waits: {title: Weeks of waiting, unit: weeks, better: lower, owner: Finance, baseline: {2025/26: 12}, targets: {2028/29: 4}}
#- stratkit.reviews.yaml
trust/research > waits: {from: "908a4a639f20", to: "1e5c7fe47e88", on: 2026-11-21, because: Of an objective that is gone}
`,
    },
  },
});

/** What changed since somebody read the link, and who should be looked at again. */
export function saySuspect({ from, to, changed }: SuspectFacts): {
  readonly message: string;
  readonly help: string;
} {
  if (changed === "both")
    return {
      message: `${nameItem(from)} and ${nameItemWithin(to)} changed after the link between them was reviewed`,
      help: "Check that they still fit each other, then accept the link",
    };
  const [one, other, way] = changed === "to" ? ([to, from, "from"] as const) : ([from, to, "to"] as const);
  return {
    message: `${nameItem(one)} changed after its link ${way} ${nameItemWithin(other)} was reviewed`,
    help: `Check that the ${kindWord(other.kind)} still fits, then accept the link`,
  };
}

/** Why it still fits is for a person to say. */
function acceptLink(): readonly Fix[] {
  return [{ title: "Accept the link...", safety: "unsafe", edits: [] }];
}
