// A measure that nothing names: effort without a purpose.

import { findNearest } from "../../findings/didYouMean.ts";
import type { LeadsNowhere } from "../../link/relink.ts";
import { type Item, nameItem } from "../../model/items.ts";
import { usersOf } from "../../trace/usage.ts";
import { waiveWithReason } from "../fixes/gaps.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "trace/measure-unused",
  since: "0.1.0",
  stage: "rule",
  severity: { draft: "info", review: "warning", publish: "warning" },
  waivable: true,
  time: false,
  visits: ["measure"],
  evidence: ["strategy", "measures", "enabler-strategy", "delivery-plan"],
  what: 'A measure stands in a library and no "measures" of a strategy, enabler strategy or plan names it.',
  why: "Collecting a figure that shows nothing costs effort and answers no question.",
  headline: { one: "1 measure that nothing uses", many: "{n} measures that nothing uses" },
  help: 'Link it, mark it "role: context", or retire it',
  fix: "unsafe",
  check(measure, { model, report }) {
    if (measure.role === "context" || usersOf(model, measure).length > 0) return;
    report(measure, {
      message: `${nameItem(measure)} is used by nothing`,
      unless: (somewhere) => mayBeMeant(measure, somewhere),
    });
  },
  fixes: [waiveWithReason],
  examples: {
    bad: {
      "in a library, linked by nothing": `
#- trust.measures.yaml
measures:
  early-help:
# ^^^^^^^^^^ warning trace/measure-unused
    title: Help within two weeks
    owner: Medical Director
    unit: percent
    better: higher
    baseline: {2025/26: 50}
    targets: {2026/27: 60}
`,
    },
    good: {
      "linked by an objective": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  early: {title: Help early, lead: Medical Director, measures: [early-help]}
#- trust.measures.yaml
measures:
  early-help:
    title: Help within two weeks
    owner: Medical Director
    unit: percent
    better: higher
    baseline: {2025/26: 50}
    targets: {2026/27: 60}
`,
      "context needs no user": `
#- trust.measures.yaml
measures:
  population: {title: Population, unit: people, role: context}
`,
      "meant by a misspelt reference, which has its own finding": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  early: {title: Help early, lead: Medical Director, measures: [early-hlep]}
#                                                               ^^^^^^^^^^ error ref/not-found
#- trust.measures.yaml
measures:
  early-help:
    title: Help within two weeks
    owner: Medical Director
    unit: percent
    better: higher
    baseline: {2025/26: 50}
    targets: {2026/27: 60}
`,
      "part of a measure in use": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  early: {title: Help early, lead: Medical Director, measures: [early-help]}
#- trust.measures.yaml
measures:
  early-help:
    title: Help within two weeks
    owner: Medical Director
    unit: percent
    better: higher
    baseline: {2025/26: 50}
    targets: {2026/27: 60}
    parts: [referrals-in-time]
  referrals-in-time: {title: Referrals in time, unit: percent, better: higher, targets: {2026/27: track}, owner: Medical Director}
`,
    },
  },
});

const USE: readonly string[] = ["measures", "parts"];

/** A misspelt "measures", or an id that is nearly this one, may well mean the measure; it has its own finding. */
function mayBeMeant(measure: Item, { unresolved, refusedKeys }: LeadsNowhere): boolean {
  const refused = [...refusedKeys.values()].some((written) => USE.some((key) => written.has(key)));
  if (refused) return true;
  const candidate = { id: measure.key, ...(measure.title === undefined ? {} : { title: measure.title }) };
  return [...unresolved.values()]
    .flat()
    .some(({ key, text }) => USE.includes(key) && findNearest(text, [candidate]).kind === "one");
}
