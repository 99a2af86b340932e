// Targets that cannot be read as target words.

import { joinWords } from "../../findings/didYouMean.ts";
import { parseTarget, type TargetProblem, type TargetUnreadable } from "../../model/parseTarget.ts";
import { wordsForSymbols } from "../../model/respellTarget.ts";
import type { SyntaxFacts } from "../../syntax/refusals.ts";
import { replaceMarked } from "../fixes/replaceMarked.ts";
import { defineRefusalRule } from "../rule.ts";
import { helpWithFigure, reasonOfFigure } from "../sayFigure.ts";

/** Where a target is no YAML, such as `>= 95`, the syntax stage hands in its text alone. */
type Facts = TargetUnreadable | SyntaxFacts["measure/target-unreadable"];

const HELP = "Write a figure, or words such as: at most 40";

export default defineRefusalRule<Facts>({
  id: "measure/target-unreadable",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: true,
  time: false,
  what: 'A target is written in words or signs that are not read, such as ">= 95" for "at least 95".',
  why: "A target that cannot be read is judged against nothing, and nobody can tell whether it is met.",
  headline: { one: "1 target that cannot be read", many: "{n} targets that cannot be read" },
  help: HELP,
  fix: "safe",
  say(facts) {
    const problem = problemOf(facts);
    if (problem !== undefined) return sayProblem(problem, "measure" in facts ? facts.measure : undefined);
    return { message: `"${facts.text}" cannot be read where it stands`, help: "Put quotes around it" };
  },
  fixes: [
    (context) => {
      const write = wordsToWrite(context.facts);
      return write === undefined ? [] : [replaceMarked(context, `Write "${write}"`, write)];
    },
  ],
  examples: {
    bad: {
      "a sign for words": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    measures:
      waiting:
        title: Waiting time
        owner: Medical Director
        unit: days
        better: lower
        baseline: {2025/26: 30}
        targets: {2028/29: <= 18}
#                          ^^^^^ error measure/target-unreadable
`,
      "a figure or a change": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  grow-income:
    title: Grow income
    lead: Finance Director
    measures:
      income:
        title: Income from research
        owner: Finance Director
        unit: GBP m
        better: higher
        baseline: {2025/26: 4}
        targets: {2028/29: +5}
#                          ^^ error measure/target-unreadable
`,
    },
    good: {
      words: `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    measures:
      waiting:
        title: Waiting time
        owner: Medical Director
        unit: days
        better: lower
        baseline: {2025/26: 30}
        targets: {2027/28: at most 24, 2028/29: 18}
`,
      "a change against the baseline": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  grow-income:
    title: Grow income
    lead: Finance Director
    measures:
      income:
        title: Income from research
        owner: Finance Director
        unit: GBP m
        better: higher
        baseline: {2025/26: 4}
        targets: {2028/29: +5%}
`,
      "a level of the measure": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  well-staff:
    title: Look after staff
    lead: People Director
    measures:
      award:
        title: Wellbeing award
        owner: People Director
        unit: level
        levels: [Bronze, Silver, Gold]
        baseline: {2025/26: Bronze}
        targets: {2028/29: at least silver}
`,
    },
  },
});

/** Undefined for a text that is a target, but no YAML. */
function problemOf(facts: Facts): TargetProblem | undefined {
  if ("problem" in facts) return facts.problem;
  const read = parseTarget(facts.text, { comparators: [] });
  return "problem" in read ? read : undefined;
}

/** A repair is safe where the words have one meaning and no unit is lost with the old ones. */
function wordsToWrite(facts: Facts): string | undefined {
  const problem = problemOf(facts);
  return problem?.unit === undefined ? problem?.write : undefined;
}

function sayProblem(problem: TargetProblem, measure: string | undefined): { message: string; help: string } {
  const ofMeasure = measure === undefined ? "" : ` of measure "${measure}"`;
  const unread = `"${problem.text}" is not read as a target`;
  switch (problem.problem) {
    case "empty":
      return {
        message: `The target${ofMeasure} is empty`,
        help: 'Write a figure, or "tbd" while it is open',
      };
    case "plus":
      return {
        message: `"${problem.text}" could be the figure or a change against the baseline`,
        help: `Write ${problem.choices?.join(", or ")}`,
      };
    case "turned-round":
      return { message: `"${problem.text}" has its larger figure first`, help: `Write: ${problem.write}` };
    case "percent-elsewhere":
      return {
        message: `The target "${problem.text}"${ofMeasure} is a percentage, but the unit is "${problem.measureUnit}"`,
        help: 'Leave out the %, or correct "unit"',
      };
    case "yes-elsewhere":
      return {
        message: `The target "${problem.text}"${ofMeasure} needs the unit yes-no, but the unit is "${problem.measureUnit}"`,
        help: 'Write the figure to reach, or correct "unit"',
      };
    case "figure":
      if (problem.write === undefined)
        return {
          message: `${unread}${reasonOfFigure(problem.figure)}`,
          help: helpWithFigure(problem.figure),
        };
      return { message: unread, help: helpToWrite(problem) };
    default:
      return { message: unread, help: helpToWrite(problem) };
  }
}

function helpToWrite({ text, write, unit, choices }: TargetProblem): string {
  if (write !== undefined && unit !== undefined)
    return `Write: ${write}, and see that the measure says "unit: ${unit}"`;
  if (write !== undefined) return `Write: ${write}`;
  if (choices !== undefined) return `Write ${joinWords(choices, "or")}`;
  // Of ">= peers" the sign at least has words, whatever is wrong with the rest.
  const words = wordsForSymbols(text);
  return words === undefined ? HELP : `Write: ${words}`;
}
