// Periods that cannot be read, or whose days cannot be told.

import { joinWords } from "../../findings/didYouMean.ts";
import type { PeriodProblem, PeriodUnreadable } from "../../model/parsePeriod.ts";
import type { SourceFile } from "../../syntax/tree.ts";
import type { Span } from "../../text/span.ts";
import { replaceMarked } from "../fixes/replaceMarked.ts";
import { defineRefusalRule } from "../rule.ts";

const HELP = "Write a year, quarter, month or day, such as 2026/27, 2026/27 Q3, 2026-04 or 2026-04-30";

export default defineRefusalRule<PeriodUnreadable>({
  id: "period/unreadable",
  since: "0.1.0",
  stage: "model",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: true,
  time: false,
  what: 'A period is written in a form that is not read, such as "2017-18" for 2017/18, or its days cannot be told.',
  why: "What has no date is never due, and a value without a period can be judged against nothing.",
  headline: { one: "1 period that cannot be read", many: "{n} periods that cannot be read" },
  help: HELP,
  fix: "safe",
  say({ problem }) {
    const reason = REASONS[problem.problem]?.(problem) ?? `"${problem.text}" is not a period`;
    return { message: reason, help: helpFor(problem) ?? HELP };
  },
  fixes: [
    (context) => {
      const { write } = context.facts.problem;
      const { file, span } = context.finding;
      if (write === undefined || standsBeside(context.source(file), span, write)) return [];
      return [replaceMarked(context, `Write "${write}"`, write)];
    },
  ],
  examples: {
    bad: {
      "a dash in a year": `
#- trust.strategy.yaml
title: Ours
period: 2026-27
#       ^^^^^^^ error period/unreadable
objectives:
  clinical-strategy:
    title: Write the clinical strategy
    lead: Medical Director
    due: 2027-03-31
    done-when: The board has adopted it
`,
      "a date with day and month in doubt": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  clinical-strategy:
    title: Write the clinical strategy
    lead: Medical Director
    due: 03/04/2027
#        ^^^^^^^^^^ error period/unreadable
    done-when: The board has adopted it
`,
    },
    good: {
      "years, and a month": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  clinical-strategy:
    title: Write the clinical strategy
    lead: Medical Director
    due: 2027-03
    done-when: The board has adopted it
`,
      "a month that looks like two years": `
#- trust.strategy.yaml
title: Ours
period: 2011/12 to 2013/14
objectives:
  clinical-strategy:
    title: Write the clinical strategy
    lead: Medical Director
    due: 2011-12
    done-when: The board has adopted it
`,
    },
  },
});

type Say = (problem: PeriodProblem) => string;

/** Only problems whose reason is not plain to see have words of their own. */
const REASONS: Readonly<Partial<Record<PeriodProblem["problem"], Say>>> = {
  empty: () => "This period is empty",
  "no-such-month": ({ text, write, choices }) =>
    `"${text}" is not a period${write === undefined && choices === undefined ? ", because a year has 12 months" : ""}`,
  "no-such-day": ({ text }) => `"${text}" is not a day of the calendar`,
  "no-such-quarter": ({ text }) => `"${text}" is not a period, because a year has 4 quarters`,
  "years-do-not-follow": ({ text }) =>
    `"${text}" is not a year, because its second half is not the next year`,
  "ends-before-it-starts": ({ text }) => `"${text}" ends before it starts`,
  "calendar-year-organisation": ({ text }) =>
    `"${text}" names two years, but the organisation's year begins in January`,
  "quarter-without-plan": ({ text }) =>
    `"${text}" does not say of which year, because it stands in no delivery plan`,
  "quarter-of-longer-plan": ({ text }) =>
    `"${text}" does not say of which year, because the plan is longer than one`,
  "end-without-strategy": ({ text }) => `"${text}" has no date, because no strategy uses this`,
  "years-differ": ({ text, organisations = [] }) =>
    `"${text}" cannot be told, because the years of ${joinWords(
      organisations.map((title) => `"${title}"`),
      "and",
    )} begin in different months`,
};

function helpFor({ problem, write, choices, text }: PeriodProblem): string | undefined {
  if (write !== undefined)
    return /^\d{4}\/\d{2}$/.test(write) ? `Write ${write} for the year` : `Write ${write}`;
  if (choices !== undefined) return `Write ${joinWords(choices, "or")}`;
  switch (problem) {
    case "no-such-month":
    case "no-such-day":
      return "Correct the date";
    case "no-such-quarter":
      return "Write a quarter from Q1 to Q4";
    case "ends-before-it-starts":
      return "Correct one of the two";
    case "calendar-year-organisation":
      return `Write one year, such as ${/\d{4}/.exec(text)?.[0] ?? "2026"}`;
    case "quarter-without-plan":
      return `Write the year too, such as 2026/27 ${text.toUpperCase()}`;
    case "years-differ":
      return "Write the months, such as 2026-04 to 2027-03";
    default:
      return undefined;
  }
}

/** True where the right form stands already as a key of the same map: two equal keys would lose a value. */
function standsBeside(source: SourceFile | undefined, marked: Span, write: string): boolean {
  const nodes = [source?.root];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (node.kind === "list") for (const item of node.items) if (item !== undefined) nodes.push(item);
    if (node.kind !== "map") continue;
    const here = node.entries.some((entry) => entry.key.span.start === marked.start);
    if (here) return node.entries.some((entry) => entry.key.text === write);
    for (const { value } of node.entries) if (value !== undefined) nodes.push(value);
  }
  return false;
}
