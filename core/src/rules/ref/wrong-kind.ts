// A reference to something that exists but is not what is meant there.

import type { WrongKindFacts } from "../../link/refusals.ts";
import type { ItemKind, ReferenceKey } from "../../model/items.ts";
import { withArticle } from "../../schema/spots.ts";
import { defineRefusalRule } from "../rule.ts";

export default defineRefusalRule<WrongKindFacts>({
  id: "ref/wrong-kind",
  since: "0.1.0",
  stage: "link",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: true,
  time: false,
  what: "A reference names something of another kind than the key where it stands.",
  why: "A link of the wrong kind counts as no link, so the thread is cut although something is written.",
  headline: {
    one: "1 reference to the wrong kind of thing",
    many: "{n} references to the wrong kind of thing",
  },
  help: "Write the id of what the key asks for",
  fix: "none",
  say(facts) {
    return {
      message: `"${facts.text}" is ${withArticle(facts.is)}, and ${withArticle(facts.meant)} is meant here`,
      help: sayHelp(facts),
    };
  },
  examples: {
    bad: {
      "an enabler strategy among the measures": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  reduce-variation:
    title: Reduce variation
    lead: Medical Director
    done-when: The pathways are published
    due: 2027/28
    measures: [estates]
#              ^^^^^^^ error ref/wrong-kind
#- estates.enabler-strategy.yaml
title: Estates
lead: Director of Operations
strategy: trust
`,
    },
    good: {
      "the enabler strategy says what it supports": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  reduce-variation:
    title: Reduce variation
    lead: Medical Director
    done-when: The pathways are published
    due: 2027/28
#- estates.enabler-strategy.yaml
title: Estates
lead: Director of Operations
strategy: trust
supports: [reduce-variation]
`,
      "an aim may stand wherever an objective is meant": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
aims:
  quality:
    title: Quality
    lead: Medical Director
    objectives:
      reduce-variation:
        title: Reduce variation
        done-when: The pathways are published
        due: 2027/28
#- estates.enabler-strategy.yaml
title: Estates
lead: Director of Operations
strategy: trust
supports: [quality]
`,
    },
  },
});

/** The key in which a thing of this kind would be right, beside the one where it stands. */
const OTHER_KEYS: readonly (readonly [kind: ItemKind, from: readonly ReferenceKey[], key: string])[] = [
  ["capability", ["supports"], "builds"],
  ["objective", ["builds"], "supports"],
  ["aim", ["builds"], "supports"],
  ["measure", ["supports", "builds", "objectives", "needs"], "measures"],
  ["scope", ["supports", "builds", "objectives", "needs"], "measures"],
  ["action", ["objectives", "measures", "moves"], "needs"],
  ["milestone", ["objectives", "measures", "moves"], "needs"],
  ["partner", ["aligns-to"], "partners"],
  ["policy", ["partners", "governed-by"], "aligns-to"],
  ["board", ["partners"], "governed-by"],
  ["team", ["partners"], "with"],
];

function sayHelp({ hit, holder, referenceKey, meant }: WrongKindFacts): string {
  const isGoal = holder.kind === "objective" || holder.kind === "aim";
  if (hit.kind === "enabler-strategy" && isGoal) {
    return `Write "${holder.id}" in "supports" of that strategy`;
  }
  if (hit.kind === "enabler-strategy" && holder.kind === "capability") {
    return `Write "${holder.id}" in "builds" of that strategy`;
  }
  const other = OTHER_KEYS.find(([kind, from]) => kind === hit.kind && from.includes(referenceKey));
  if (other !== undefined) return `Write it in "${other[2]}", or write the id of ${withArticle(meant)} here`;
  return `Write the id of ${withArticle(meant)} here`;
}
