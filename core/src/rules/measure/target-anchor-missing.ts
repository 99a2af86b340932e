// A target that is measured from something that is not there.

import { findNearest, joinWords } from "../../findings/didYouMean.ts";
import type { AnchorMissing } from "../../model/checkFigures.ts";
import { slugOf } from "../../schema/slug.ts";
import { defineRefusalRule } from "../rule.ts";

const SHOWN = 7;

export default defineRefusalRule<AnchorMissing>({
  id: "measure/target-anchor-missing",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "info", review: "warning", publish: "error" },
  waivable: true,
  time: false,
  what: "A target leans on a comparator that the measure does not have or that has no figure, or on a baseline that is missing.",
  why: "Without the figure that it is measured from, nobody can tell whether the target is met.",
  headline: {
    one: "1 target without the figure that it is measured from",
    many: "{n} targets without the figure that they are measured from",
  },
  help: 'Add what it leans on to "comparators", with its figures',
  fix: "none",
  say(facts) {
    const ofMeasure = facts.measure === undefined ? "" : ` of measure "${facts.measure}"`;
    if ("problem" in facts) {
      return {
        message: `The target "${facts.text}"${ofMeasure} has no figure to compare with`,
        help: helpWithWord(facts.problem),
      };
    }
    if (facts.comparator === undefined) {
      return {
        message: `The target "${facts.text}"${ofMeasure} has no baseline to be counted from`,
        help: 'Add "baseline"',
      };
    }
    return {
      message: `The target "${facts.text}"${ofMeasure} has no figure to compare with`,
      help: `Add the figures of "${facts.comparator}" to its "values"`,
    };
  },
  examples: {
    bad: {
      "a comparator that is not there": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  reduce-variation:
    title: Reduce variation
    lead: Medical Director
    measures:
      readmissions:
        title: Emergency readmissions
        unit: percent
        better: lower
        owner: Medical Director
        baseline: {2025/26: 10.1}
        targets: {2028/29: within 10% of national}
#                          ^^^^^^^^^^^^^^^^^^^^^^ warning measure/target-anchor-missing
`,
      "a comparator without figures": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  reduce-variation:
    title: Reduce variation
    lead: Medical Director
    measures:
      readmissions:
        title: Emergency readmissions
        unit: percent
        better: lower
        owner: Medical Director
        baseline: {2025/26: 10.1}
        comparators: {national: {title: National average}}
        targets: {2028/29: under national}
#                          ^^^^^^^^^^^^^^ warning measure/target-anchor-missing
`,
      "a change from nowhere": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  reduce-variation:
    title: Reduce variation
    lead: Medical Director
    measures:
      readmissions:
        title: Emergency readmissions
        unit: percent
        better: lower
        owner: Medical Director
        baseline: {2025/26: 10.1}
        targets: {2028/29: 5}
      length-of-stay:
        title: Length of stay
        role: balancing
        unit: days
        better: lower
        owner: Medical Director
        targets: {2028/29: -5%}
#                          ^^^ warning measure/target-anchor-missing
`,
    },
    good: {
      "a comparator with a figure": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  reduce-variation:
    title: Reduce variation
    lead: Medical Director
    measures:
      readmissions:
        title: Emergency readmissions
        unit: percent
        better: lower
        owner: Medical Director
        baseline: {2025/26: 10.1}
        comparators: {national: {title: National average, values: {2025/26: 8.4}}}
        targets: {2028/29: within 10% of national}
`,
      "a KPI without a baseline, which has its own finding": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  reduce-variation:
    title: Reduce variation
    lead: Medical Director
    measures:
      readmissions:
#     ^^^^^^^^^^^^ warning measure/no-baseline
        title: Emergency readmissions
        unit: percent
        better: lower
        owner: Medical Director
        targets: {2028/29: -25%}
`,
      "a misspelt key, which has its own finding": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  reduce-variation:
    title: Reduce variation
    lead: Medical Director
    measures:
      readmissions:
        title: Emergency readmissions
        unit: percent
        better: lower
        owner: Medical Director
        baseline: {2025/26: 10.1}
        comparater: {national: {title: National average, values: {2025/26: 8.4}}}
#       ^^^^^^^^^^ error schema/unknown-key
        targets: {2028/29: under national}
`,
    },
  },
});

function helpWithWord(problem: Extract<AnchorMissing, { problem: unknown }>["problem"]): string {
  if (problem.problem !== "unknown-comparator") return 'Add it to "comparators"';
  const { word, comparators } = problem;
  const id = slugOf(word, "item") ?? word;
  const add = `dd "${id}" to "comparators"${id === word ? "" : ", and write that id"}`;
  const guess = findNearest(
    word,
    comparators.map((comparator) => ({ id: comparator })),
  );
  if (guess.kind === "one") return `Write "${guess.best.id}", or a${add}`;
  if (comparators.length === 0) return `A${add}`;
  return `Use one of ${joinWords(comparators.slice(0, SHOWN), "and")}, or a${add}`;
}
