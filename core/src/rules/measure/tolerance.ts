// A tolerance by which nothing can be amber.

import { toleranceInForce } from "../../judge/tolerance.ts";
import { type Item, nameItemWithin, type WrittenTolerance } from "../../model/items.ts";
import { findEntry, findNode } from "../../syntax/tree.ts";
import { defineFileRule } from "../rule.ts";

export default defineFileRule({
  id: "measure/tolerance",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "warning", review: "error", publish: "error" },
  waivable: true,
  time: false,
  visits: ["measure", "scope", "organisation"],
  asks: ["tolerance"],
  what: 'In a "tolerance", the miss from which a value is red is smaller than that up to which it is green.',
  why: "A value between the two would be green and red at once, so the ratings mean nothing.",
  headline: {
    one: "1 tolerance that is the wrong way round",
    many: "{n} tolerances that are the wrong way round",
  },
  help: "Make red the wider of the two",
  fix: "none",
  check(item, { source, report }) {
    if (item.tolerance === undefined) return;
    const written = findEntry(findNode(source.root, item.path), "tolerance")?.value;
    const { amber, red } = toleranceInForce(item.tolerance, undefined, undefined);
    // A scope that has its tolerance from the measure is told there.
    if (written === undefined || red >= amber) return;
    const key = item.tolerance.red === undefined ? "amber" : "red";
    report(item, {
      message: `Red starts at ${red}${sayDefault(item.tolerance)} and amber at ${amber} for ${sayFor(item)}, so nothing can be amber`,
      help:
        item.tolerance.red === undefined ? `Add "red", wider than ${amber}` : "Make red the wider of the two",
      at: { file: item.file, path: [...item.path, "tolerance", key], on: "value" },
      field: "tolerance",
    });
  },
  examples: {
    bad: {
      "the two are exchanged": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    measures:
      delays:
        title: Delayed transfers
        unit: percent
        better: lower
        owner: Chief Nurse
        tolerance: {amber: 10, red: 5}
#                                   ^ error measure/tolerance
        baseline: {2025/26: 9.5}
        targets: {2028/29: 3}
`,
      "wider than what is usual for red": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    measures:
      delays:
        title: Delayed transfers
        unit: percent
        better: lower
        owner: Chief Nurse
        tolerance: {amber: 15}
#                          ^^ error measure/tolerance
        baseline: {2025/26: 9.5}
        targets: {2028/29: 3}
`,
      "for all measures": `
#- trust.organisation.yaml
title: Our trust
tolerance: {amber: 5, red: 3}
#                          ^ error measure/tolerance
`,
    },
    good: {
      "red is wider": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    measures:
      delays:
        title: Delayed transfers
        unit: percent
        better: lower
        owner: Chief Nurse
        tolerance: {amber: 5, red: 10}
        baseline: {2025/26: 9.5}
        targets: {2028/29: 3}
`,
      "no amber is wanted": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    measures:
      delays:
        title: Delayed transfers
        unit: percent
        better: lower
        owner: Chief Nurse
        tolerance: {amber: 5, red: 5}
        baseline: {2025/26: 9.5}
        targets: {2028/29: 3}
`,
    },
  },
});

/** Where nothing is said of red, it starts where it does for everybody. */
function sayDefault({ red }: WrittenTolerance): string {
  return red === undefined ? ", as nothing else is said," : "";
}

function sayFor(item: Item): string {
  return item.kind === "organisation" ? `all measures of ${nameItemWithin(item)}` : nameItemWithin(item);
}
