// A figure that cannot be counted with, because a sign, a comma or a word stands in it.

import { replaceValue } from "../../edit/replaceText.ts";
import type { Fix } from "../../findings/finding.ts";
import { type NumberProblem, readNumber } from "../../model/number.ts";
import type { NotANumber } from "../../schema/facts.ts";
import { defineRefusalRule, type FixContext } from "../rule.ts";

export default defineRefusalRule<NotANumber>({
  id: "schema/not-a-number",
  since: "0.1.0",
  stage: "schema",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: true,
  time: false,
  what: "A value is not a number where only a number can stand.",
  why: "Figures must count: what cannot be compared or drawn is lost to every chart and judgement.",
  headline: { one: "1 value that is not a number", many: "{n} values that are not numbers" },
  help: "Write a figure without any sign or unit",
  fix: "safe",
  say: (facts) => ({ message: sayMessage(facts), help: sayHelp(facts) }),
  fixes: [writeFigure],
  examples: {
    bad: {
      "a percent sign": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    weight: 20%
#           ^^^ error schema/not-a-number
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "a baseline in words": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    measures:
      waits:
        title: People who wait more than 18 weeks
        unit: people
        better: lower
        owner: Medical Director
        baseline: {2025/26: fifty}
#                           ^^^^^ error schema/not-a-number
        targets: {2027/28: 5}
`,
    },
    good: {
      "a baseline that is one of the levels": `
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
        owner: People Director
        levels: [Bronze, Silver, Gold]
        baseline: Bronze
        targets: {2027/28: Gold}
`,
      "a plain figure": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    weight: 20
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "a target may have its sign": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    measures:
      waits:
        title: People who wait more than 18 weeks
        unit: percent
        better: lower
        owner: Medical Director
        baseline: {2025/26: 12}
        targets: {2027/28: 5%}
`,
    },
  },
});

function sayMessage({ text, whole }: NotANumber): string {
  const read = readFigure(text);
  if ("problem" in read) return `"${text}" is not a ${whole ? "whole " : ""}number`;
  return whole && read.decimals > 0
    ? `"${text}" is not a whole number`
    : `"${text}" stands in quotes, so it is read as a text`;
}

function sayHelp(facts: NotANumber): string {
  const figure = figureToWrite(facts);
  if (figure === undefined)
    return facts.whole ? "Write a whole number, such as 12" : "Write a figure, such as 9.5";
  if (figure.problem === undefined) return `Write ${figure.text} without quotes`;
  if (!facts.hasUnit || figure.unit === undefined) return `Write ${figure.text}`;
  return figure.problem === "percent"
    ? `Write ${figure.text}; the unit is in "unit"`
    : `Write ${figure.text}, and say ${figure.unit} in "unit"`;
}

interface FigureToWrite {
  readonly text: string;
  /** Undefined where only quotes are too many. */
  readonly problem?: NumberProblem["problem"];
  readonly unit?: string;
}

function figureToWrite({ text, whole }: NotANumber): FigureToWrite | undefined {
  const read = readFigure(text);
  const figure: FigureToWrite | undefined =
    "problem" in read
      ? read.write === undefined
        ? undefined
        : { text: read.write, problem: read.problem, ...(read.unit === undefined ? {} : { unit: read.unit }) }
      : { text: text.trim() };
  return figure !== undefined && whole && figure.text.includes(".") ? undefined : figure;
}

function readFigure(text: string): ReturnType<typeof readNumber> {
  return readNumber(text, { percent: "refused", commas: "refused" });
}

function writeFigure({ finding, facts, source }: FixContext<NotANumber>): Fix[] {
  const file = source(finding.file);
  const figure = figureToWrite(facts);
  const edit = file && figure && replaceValue(file, facts.path, figure.text);
  if (figure === undefined || edit === undefined) return [];
  const { problem } = figure;
  const unit = problem === "percent" && facts.hasUnit ? ' (the unit is in "unit")' : "";
  const isSafe = problem === undefined || problem === "percent" || problem === "commas";
  return [{ title: `Write ${figure.text}${unit}`, safety: isSafe ? "safe" : "unsafe", edits: [edit] }];
}
