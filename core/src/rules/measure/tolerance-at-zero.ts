// A tolerance in percent beside a target of 0: a percentage of nothing is nothing.

import { setText } from "../../edit/setText.ts";
import type { Fix } from "../../findings/finding.ts";
import { limitsOf } from "../../judge/limits.ts";
import { nameItemWithin } from "../../model/items.ts";
import { standsIn } from "../../model/standsIn.ts";
import type { Target } from "../../model/target.ts";
import { findEntry, findNode } from "../../syntax/tree.ts";
import { type MeasureOrScope, readTarget, targetWords } from "../../trace/targets.ts";
import { itemOfFinding } from "../fixes/gaps.ts";
import { defineFileRule, type FixContext } from "../rule.ts";

export default defineFileRule({
  id: "measure/tolerance-at-zero",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "off", review: "info", publish: "info" },
  waivable: true,
  time: false,
  visits: ["measure", "scope"],
  asks: ["tolerance", "targets", "better"],
  what: 'A measure with a "tolerance" in percent has a target of 0, for which it is read in points.',
  why: "A percentage of nothing is nothing, so readers may expect another tolerance than the one that counts.",
  headline: { one: "1 tolerance that is read in points", many: "{n} tolerances that are read in points" },
  help: 'Say "of: points"',
  fix: "unsafe",
  check(measure, { source, report }) {
    const { tolerance, levels } = measure;
    if (tolerance === undefined || tolerance.of === "points" || levels.length > 0) return;
    if (tolerance.amber === 0 && tolerance.red === 0) return;
    // A scope has its measure's tolerance, and is told of its own targets alone.
    const isOwn = findEntry(findNode(source.root, measure.path), "tolerance") !== undefined;
    const zero = measure.targets.find(({ value }) => {
      if (!isOwn && !standsIn(value, measure)) return false;
      const target = readTarget(value.text, targetWords(measure));
      return !("problem" in target) && isZero(target, measure);
    });
    if (zero === undefined) return;
    const where = measure.targets.length === 1 ? "" : ` for ${zero.period.text}`;
    report(measure, {
      message: `The target of ${nameItemWithin(measure)}${where} is 0, so its tolerance is read in points`,
      at: isOwn
        ? { file: measure.file, path: [...measure.path, "tolerance"], on: "key" }
        : { file: measure.file, path: zero.value.path, on: "value" },
      field: "tolerance",
    });
  },
  fixes: [sayPoints],
  examples: {
    bad: {
      "percent of nothing": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    measures:
      private-beds:
        title: Private beds
        unit: beds
        better: lower
        owner: Chief Nurse
        tolerance: {amber: 2, red: 5}
#       ^^^^^^^^^ info measure/tolerance-at-zero
        baseline: {2025/26: 76}
        targets: {2028/29: 0}
`,
    },
    good: {
      "in points": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    measures:
      private-beds:
        title: Private beds
        unit: beds
        better: lower
        owner: Chief Nurse
        tolerance: {amber: 2, red: 5, of: points}
        baseline: {2025/26: 76}
        targets: {2028/29: 0}
`,
      "a target that has a percentage": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow:
    title: Help people home in time
    lead: Chief Nurse
    measures:
      private-beds:
        title: Private beds
        unit: beds
        better: lower
        owner: Chief Nurse
        tolerance: {amber: 2, red: 5}
        baseline: {2025/26: 76}
        targets: {2028/29: at most 10}
`,
    },
  },
});

/** Comparators and baselines are figures of a moment, so only what is written as 0 counts. */
function isZero(target: Target, { better }: MeasureOrScope): boolean {
  const limits = limitsOf(target, better === undefined ? {} : { better });
  if (typeof limits === "string" || limits.axis !== "value") return false;
  return limits.low?.at === 0 || limits.high?.at === 0;
}

function sayPoints({ finding, model, source }: FixContext<undefined>): readonly Fix[] {
  const item = itemOfFinding(finding, model);
  const file = source(finding.file);
  const path = item === undefined ? [] : [...item.path, "tolerance"];
  if (file === undefined || findNode(file.root, path)?.kind !== "map") return [];
  const edit = setText(file, path, "of", "points");
  if (edit === undefined) return [];
  return [{ title: 'Write "of: points"', safety: "unsafe", edits: [{ file: finding.file, ...edit }] }];
}
