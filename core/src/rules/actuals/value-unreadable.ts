// Recorded values that are no values of their measure.

import type { ValueProblem, ValueUnreadable } from "../../model/value.ts";
import { replaceMarked } from "../fixes/replaceMarked.ts";
import { defineRefusalRule } from "../rule.ts";
import { helpWithFigure } from "../sayFigure.ts";

const HELP = 'Write a figure, or say "status: not-available"';

export default defineRefusalRule<ValueUnreadable>({
  id: "actuals/value-unreadable",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: true,
  time: false,
  what: 'A recorded value is not a plain figure, a level or yes or no, or stands beside a status such as "suppressed".',
  why: "A value that cannot be read is missing from every calculation, and a blank is better than a guess.",
  headline: { one: "1 recorded value that cannot be read", many: "{n} recorded values that cannot be read" },
  help: HELP,
  fix: "safe",
  say({ problem, measure }, { place }) {
    const ofMeasure = measure === undefined ? "" : ` of measure "${measure}"`;
    if (problem.problem === "figure-beside-status")
      return {
        message: `"${problem.text}" stands beside the status "${problem.status}", which says that there is no value`,
        help: "Delete the value, or correct the status",
      };
    if (problem.problem === "unknown-level")
      return {
        message: `"${problem.text}" is not a level${ofMeasure} (${problem.levels.join(", ")})`,
        help: 'Use one of these, or add it to "levels"',
      };
    const message = `"${problem.text}" is not a value${ofMeasure}`;
    return { message, help: helpFor(problem) ?? (isTable(place.file) ? EMPTY_CELL : HELP) };
  },
  fixes: [
    (context) => {
      const { problem } = context.facts;
      if (problem.write === undefined || problem.unit !== undefined) return [];
      return [replaceMarked(context, titleFor(problem, problem.write), problem.write)];
    },
  ],
  examples: {
    bad: {
      "not a figure": `
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
        targets: {2028/29: 18}
#- trust.actuals.yaml
measures:
  waiting:
    2026/27 Q1: n/a
#               ^^^ error actuals/value-unreadable
`,
      "a percentage, and a comma": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    measures:
      seen-in-time:
        title: Patients seen in time
        owner: Medical Director
        unit: percent
        better: higher
        baseline: {2025/26: 70}
        targets: {2028/29: 95}
      letters:
        title: Letters sent
        owner: Medical Director
        unit: letters
        better: higher
        baseline: {2025/26: 2000}
        targets: {2028/29: 4000}
#- trust.actuals.yaml
measures:
  seen-in-time:
    2026/27 Q1: 75%
#               ^^^ error actuals/value-unreadable
  letters:
    2026/27 Q1: 3,340
#               ^^^^^ error actuals/value-unreadable
`,
    },
    good: {
      "plain figures": `
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
        targets: {2028/29: 18}
#- trust.actuals.yaml
measures:
  waiting:
    2026/27 Q1: 28.5
`,
      "a status in place of a figure": `
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
        targets: {2028/29: 18}
#- trust.actuals.yaml
measures:
  waiting:
    2026/27 Q1: {status: not-available}
`,
    },
  },
});

const EMPTY_CELL = 'Leave the cell empty, or say "status: not-available"';

function isTable(file: string): boolean {
  return file.endsWith(".csv");
}

function helpFor(problem: ValueProblem): string | undefined {
  const { write, unit } = problem;
  if (problem.problem === "not-yes-no") return write === undefined ? "Write yes or no" : `Write ${write}`;
  if (problem.problem !== "figure") return undefined;
  if (write === undefined)
    return problem.figure.problem === "other" ? undefined : helpWithFigure(problem.figure);
  if (unit !== undefined) return `Write ${write}, and see that the measure says "unit: ${unit}"`;
  if (problem.figure.problem === "commas") return `Write ${write}, without the comma`;
  return problem.figure.problem === "percent" ? `Write ${write}; the unit is in "unit"` : `Write ${write}`;
}

function titleFor(problem: ValueProblem, write: string): string {
  const percent = problem.problem === "figure" && problem.figure.problem === "percent";
  return percent ? `Write ${write} (the unit is in "unit")` : `Write "${write}"`;
}
