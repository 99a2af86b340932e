// Values that are added up already, and would be added up again.

import { setText } from "../../edit/setText.ts";
import type { Fix } from "../../findings/finding.ts";
import { nameItemWithin } from "../../model/items.ts";
import { findEntry, findNode } from "../../syntax/tree.ts";
import { itemOfFinding } from "../fixes/gaps.ts";
import { defineFileRule, type FixContext } from "../rule.ts";

export default defineFileRule({
  id: "measure/counts-twice",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "warning", review: "warning", publish: "error" },
  waivable: true,
  time: false,
  visits: ["measure", "scope"],
  asks: ["aggregate", "accumulate"],
  what: 'The values of a measure are counted from a start on ("accumulate"), and "aggregate: sum" adds them up.',
  why: "The second quarter holds the first one already, so the sum counts it twice.",
  headline: { one: "1 measure that counts twice", many: "{n} measures that count twice" },
  help: 'Write "aggregate: last"',
  fix: "unsafe",
  check(measure, { source, report }) {
    const { aggregate, accumulate } = measure;
    if (aggregate !== "sum" || accumulate === "none") return;
    const node = findNode(source.root, measure.path);
    const key = (["aggregate", "accumulate"] as const).find((one) => findEntry(node, one) !== undefined);
    // A scope that has both from its measure is told there.
    if (key === undefined) return;
    const how = accumulate === "year-to-date" ? "are year to date" : "count from the baseline on";
    report(measure, {
      message: `The values of ${nameItemWithin(measure)} ${how}, and "aggregate: sum" would add them twice`,
      at: { file: measure.file, path: [...measure.path, key], on: "value" },
      field: "aggregate",
    });
  },
  fixes: [writeLast],
  examples: {
    bad: {
      "a sum of what is year to date": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  money:
    title: Live within our means
    lead: Finance Director
    measures:
      savings:
        title: Savings
        unit: GBP m
        better: higher
        owner: Finance Director
        accumulate: year-to-date
        aggregate: sum
#                  ^^^ warning measure/counts-twice
        baseline: {2025/26: 3}
        targets: {2028/29: 12}
`,
      "a sum of what counts from the baseline on": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  money:
    title: Live within our means
    lead: Finance Director
    measures:
      savings:
        title: Savings
        unit: GBP m
        better: higher
        owner: Finance Director
        aggregate: sum
#                  ^^^ warning measure/counts-twice
        accumulate: since-baseline
        baseline: {2025/26: 3}
        targets: {2028/29: 12}
`,
    },
    good: {
      "the last of what is year to date": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  money:
    title: Live within our means
    lead: Finance Director
    measures:
      savings:
        title: Savings
        unit: GBP m
        better: higher
        owner: Finance Director
        accumulate: year-to-date
        aggregate: last
        baseline: {2025/26: 3}
        targets: {2028/29: 12}
`,
      "a sum of what each quarter brought": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  money:
    title: Live within our means
    lead: Finance Director
    measures:
      savings:
        title: Savings
        unit: GBP m
        better: higher
        owner: Finance Director
        aggregate: sum
        baseline: {2025/26: 3}
        targets: {2028/29: 12}
`,
    },
  },
});

function writeLast({ finding, model, source }: FixContext<undefined>): readonly Fix[] {
  const item = itemOfFinding(finding, model);
  const file = source(finding.file);
  if (item === undefined || file === undefined) return [];
  const edit = setText(file, item.path, "aggregate", "last");
  if (edit === undefined) return [];
  return [{ title: 'Write "aggregate: last"', safety: "unsafe", edits: [{ file: finding.file, ...edit }] }];
}
