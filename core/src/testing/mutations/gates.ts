// Edits that bring the changes of the family "What is checked at all".

import type { Mutation } from "./mutation.ts";
import { C, S } from "./sample.ts";

export const gatesMutations: readonly Mutation[] = [
  {
    name: "a lower profile",
    edits: [[C, "extends: review", "extends: draft"]],
    changes: ["weakens gate-relaxed stratkit.config.yaml extends"],
  },
  {
    name: "a lower severity",
    edits: [[C, "no-baseline: warning", 'no-baseline: "off"']],
    changes: ["weakens gate-relaxed stratkit.config.yaml rules.measure/no-baseline"],
  },
  {
    name: "more left out",
    edits: [[C, "[old/**]", "[old/**, drafts/**]"]],
    changes: ["weakens gate-relaxed stratkit.config.yaml ignore.drafts/**"],
  },
  {
    name: "a layer dropped",
    edits: [[C, "baseline, owner]", "baseline]"]],
    changes: ["weakens gate-relaxed stratkit.config.yaml thread.owner"],
  },
  {
    name: "a wider tolerance for all",
    edits: [[C, "red: 10", "red: 20"]],
    changes: ["weakens tolerance-eased stratkit.config.yaml rag"],
  },
  {
    name: "a waiver",
    edits: [
      [
        S,
        "    title: The best quality of care\n",
        "    title: The best quality of care\n    waive: {owner/objective-no-lead: {because: Agreed, until: 2027-03-31}}\n",
      ],
    ],
    changes: ["weakens gate-relaxed sample/quality waive.owner/objective-no-lead"],
  },
];
