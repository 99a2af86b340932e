// A level that the measure does not have.

import { needsQuotes } from "../../edit/quote.ts";
import { findNearest } from "../../findings/didYouMean.ts";
import type { Fix } from "../../findings/finding.ts";
import type { TargetUnreadable } from "../../model/parseTarget.ts";
import { replaceId } from "../ref/replaceId.ts";
import { defineRefusalRule, type FixContext } from "../rule.ts";

export default defineRefusalRule<TargetUnreadable>({
  id: "measure/level-unknown",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: true,
  time: false,
  what: 'A target or a baseline names a level that is not among the "levels" of its measure.',
  why: "Nobody can tell whether it is above or below the others, so nothing can be judged by it.",
  headline: {
    one: "1 level that its measure does not have",
    many: "{n} levels that their measures do not have",
  },
  help: 'Use one of the levels, or add it to "levels"',
  fix: "unsafe",
  say({ problem, measure }) {
    const { word, levels } = levelsOf(problem);
    const ofMeasure = measure === undefined ? "" : ` of measure "${measure}"`;
    return {
      message: `"${word}" is not a level${ofMeasure} (${levels.join(", ")})`,
      help: 'Use one of these, or add it to "levels"',
    };
  },
  fixes: [useNearest],
  examples: {
    bad: {
      "a slip in a level": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff well
    lead: People Director
    measures:
      award:
        title: Wellbeing award
        unit: level
        levels: [Bronze, Silver, Gold]
        owner: People Director
        baseline: {2025/26: Bronze}
        targets: {2027/28: at least Sliver, 2028/29: Gold}
#                                   ^^^^^^ error measure/level-unknown
`,
      "a level that is not listed": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff well
    lead: People Director
    measures:
      award:
        title: Wellbeing award
        unit: level
        levels: [Bronze, Silver, Gold]
        owner: People Director
        baseline: {2025/26: Copper}
#                           ^^^^^^ error measure/level-unknown
        targets: {2028/29: "Platinum"}
#                           ^^^^^^^^ error measure/level-unknown
`,
    },
    good: {
      "levels of the measure, in any case": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff well
    lead: People Director
    measures:
      award:
        title: Wellbeing award
        unit: level
        levels: [Bronze, Silver, Gold]
        owner: People Director
        baseline: {2025/26: bronze}
        targets: {2027/28: at least silver, 2028/29: Gold}
`,
      "an open target is no level": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  staff:
    title: Keep our staff well
    lead: People Director
    done-when: Every team has a wellbeing lead
    due: 2027/28
    measures:
      award:
        title: Wellbeing award
        unit: level
        levels: [Bronze, Silver, Gold]
        owner: People Director
        targets: {2028/29: track}
`,
    },
  },
});

function levelsOf(problem: TargetUnreadable["problem"]): { word: string; levels: readonly string[] } {
  return problem.problem === "unknown-level" ? problem : { word: problem.text, levels: [] };
}

function useNearest(context: FixContext<TargetUnreadable>): readonly Fix[] {
  const { word, levels } = levelsOf(context.facts.problem);
  const guess = findNearest(
    word,
    levels.map((id) => ({ id })),
  );
  if (guess.kind !== "one" || needsQuotes(guess.best.id, "brackets")) return [];
  return replaceId(context, word, guess.best.id, `Replace with "${guess.best.id}"`);
}
