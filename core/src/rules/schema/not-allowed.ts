// A word that is none of those that may stand at its place, or a figure beyond what may.

import { replaceValue } from "../../edit/replaceText.ts";
import { sayGuess, sayListed } from "../../findings/didYouMean.ts";
import type { Fix } from "../../findings/finding.ts";
import type { NotAllowed } from "../../schema/facts.ts";
import { defineRefusalRule, type FixContext } from "../rule.ts";

export default defineRefusalRule<NotAllowed>({
  id: "schema/not-allowed",
  since: "0.1.0",
  stage: "schema",
  severity: { draft: "error", review: "error", publish: "error" },
  waivable: true,
  time: false,
  what: "A word is none of those that may stand at its place, or a figure is beyond what may.",
  why: "Words such as a status are counted and compared, so everybody has to use the same ones.",
  headline: {
    one: "1 word that cannot stand at its place",
    many: "{n} words that cannot stand at their places",
  },
  help: "Correct the word",
  fix: "unsafe",
  say: (facts) => ({ message: sayMessage(facts), help: sayHelp(facts) }),
  fixes: [changeWord],
  examples: {
    bad: {
      "a word for a closed strategy": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
status: archived
#       ^^^^^^^^ error schema/not-allowed
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
    },
    good: {
      "a word that is known": `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
status: adopted
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    done-when: A new booking system is open to every clinic
    due: 2027/28
`,
      "a unit is of your own choosing": `
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
        unit: people per 1,000
        better: lower
        owner: Medical Director
        baseline: {2025/26: 12}
        targets: {2027/28: 5}
`,
    },
  },
});

function sayMessage({ text, noun, guess, range }: NotAllowed): string {
  if (range !== undefined) return sayRange(text, range);
  const did = sayGuess(guess);
  return `"${text}" is not ${noun}${did === "" ? "" : `.${did}`}`;
}

function sayRange(text: string, { key, least, most }: NonNullable<NotAllowed["range"]>): string {
  if (least === undefined) return `"${key}" is ${text}, and the most that can stand there is ${most}`;
  if (most === undefined) return `"${key}" is ${text}, and the least that can stand there is ${least}`;
  return `"${key}" is ${text}, and only ${least} to ${most} can stand there`;
}

function sayHelp({ guess, range }: NotAllowed): string {
  if (range !== undefined) {
    if (range.least === undefined) return `Write ${range.most} or less`;
    return range.most === undefined
      ? `Write ${range.least} or more`
      : `Write a figure from ${range.least} to ${range.most}`;
  }
  const listed = sayListed(guess);
  return listed === undefined ? "Correct the word" : `Use one of ${listed}`;
}

function changeWord({ finding, facts, source }: FixContext<NotAllowed>): Fix[] {
  const file = source(finding.file);
  const { guess } = facts;
  const near = guess.kind === "one" ? [guess.best] : guess.kind === "few" ? guess.near : [];
  return near.flatMap(({ id }) => {
    const edit = file && replaceValue(file, facts.path, id);
    return edit === undefined ? [] : [{ title: `Change to "${id}"`, safety: "unsafe", edits: [edit] }];
  });
}
