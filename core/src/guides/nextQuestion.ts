// Walks the steps of a guided command: finds the question that comes next, looks at answers, and makes the change once
// all are there. Nothing is kept between two calls, so going back is asking with fewer answers.

import { readsWorse, withEdits } from "../edit/readsWorse.ts";
import type { Lookup } from "../lookup/lookup.ts";
import type { Answer, Answers, Guide, Host, Made, Question, Refused, Step } from "./guide.ts";

export interface NextStep {
  readonly step: string;
  readonly question: Question;
  /** Counts the questions that a person is asked, from 1. */
  readonly number: number;
  readonly of: number;
  /** Why the answer that was given will not do. */
  readonly refused?: string;
}

/** `refused` alone: the command can do nothing here. */
export type Next = NextStep | Refused | { readonly done: true };

/** `given` are answers that the command was called with; they are not counted, and asked for if they will not do. */
export function nextQuestion(guide: Guide, lookup: Lookup, answers: Answers, given: Answers = {}): Next {
  const walked = walk(guide, lookup, answers, given);
  if (walked.refused !== undefined && walked.open === undefined) return { refused: walked.refused };
  const { open, refused } = walked;
  if (open === undefined) return { done: true };
  return {
    step: open.step,
    question: open.question,
    number: walked.asked + 1,
    of: walked.asked + 1 + walked.ahead,
    ...(refused === undefined ? {} : { refused }),
  };
}

/** The change of a command of which every question is answered. */
export function runGuide(
  guide: Guide,
  lookup: Lookup,
  answers: Answers,
  given: Answers = {},
  host: Host = {},
): Made | Refused {
  const { open, refused, taken } = walk(guide, lookup, answers, given);
  if (refused !== undefined) return { refused };
  if (open !== undefined) return { refused: `Answer this first: ${open.question.prompt}` };
  const made = guide.make(lookup, taken, host);
  return "refused" in made ? made : (refuseDamage(lookup, made) ?? made);
}

/** However a file is laid out, it can be read after a change as it could before. */
function refuseDamage(lookup: Lookup, made: Made): Refused | undefined {
  const edits = [...made.edits, ...(made.formerly ?? [])];
  for (const file of new Set(edits.map((edit) => edit.file))) {
    const before = lookup.sourceOf(file);
    if (before === undefined) continue;
    const after = withEdits(
      before,
      edits.filter((edit) => edit.file === file),
    );
    if (readsWorse(before, after))
      return { refused: `${file} is written in a way that this cannot be added to: add it by hand` };
  }
  return undefined;
}

interface Walk {
  /** Answers of the steps that there are, with those that left nothing to choose. */
  readonly taken: Answers;
  /** Questions that a person has answered, and that are still to come behind the open one. */
  readonly asked: number;
  readonly ahead: number;
  readonly open?: { readonly step: string; readonly question: Question };
  readonly refused?: string;
}

function walk(guide: Guide, lookup: Lookup, answers: Answers, given: Answers): Walk {
  const taken: Record<string, Answer> = settle(guide, lookup, answers, given);
  const done = new Set(Object.keys(taken));
  let asked = 0;
  // Later steps may depend on earlier answers, so the list is looked at anew after each of them.
  for (;;) {
    const steps = stepsOf(guide, lookup, taken);
    const at = steps.findIndex(({ name }) => !done.has(name));
    const step = steps[at];
    if (step === undefined) return { taken, asked, ahead: 0 };
    done.add(step.name);
    const question = step.ask(lookup, taken);
    if (question === undefined) continue;
    if ("refused" in question) return { taken, asked, ahead: 0, refused: question.refused };
    const written = answers[step.name];
    const answer = written ?? onlyAnswer(question);
    const refused = answer === undefined ? undefined : refusalOf(step, question, lookup, taken, answer);
    if (answer === undefined || refused !== undefined) {
      const ahead = countAhead(lookup, steps.slice(at + 1), taken);
      const open = { step: step.name, question };
      return { taken, asked, ahead, open, ...(refused === undefined ? {} : { refused }) };
    }
    taken[step.name] = answer;
    if (written !== undefined) asked += 1;
  }
}

/** What the command was called with, as far as it will do; known from the start, so that other steps can follow it. */
function settle(guide: Guide, lookup: Lookup, answers: Answers, given: Answers): Record<string, Answer> {
  const taken: Record<string, Answer> = {};
  for (const step of stepsOf(guide, lookup, given)) {
    const answer = answers[step.name] === undefined ? given[step.name] : undefined;
    const question = answer === undefined ? undefined : step.ask(lookup, taken);
    if (answer === undefined || question === undefined || "refused" in question) continue;
    if (refusalOf(step, question, lookup, taken, answer) === undefined) taken[step.name] = answer;
  }
  return taken;
}

function stepsOf({ steps }: Guide, lookup: Lookup, answers: Answers): readonly Step[] {
  return typeof steps === "function" ? steps(lookup, answers) : steps;
}

/** As far as it can be told before the answers are there. */
function countAhead(lookup: Lookup, steps: readonly Step[], taken: Answers): number {
  return steps.filter(({ name, ask }) => {
    if (taken[name] !== undefined) return false;
    const question = ask(lookup, taken);
    return question !== undefined && !("refused" in question) && onlyAnswer(question) === undefined;
  }).length;
}

/** Where there is one choice and no way round it, nobody is asked. */
function onlyAnswer(question: Question): string | undefined {
  if (question.kind !== "choose" || question.many || question.orWrite || question.skip !== undefined)
    return undefined;
  return question.choices.length === 1 ? question.choices[0]?.id : undefined;
}

function refusalOf(
  step: Step,
  question: Question,
  lookup: Lookup,
  answers: Answers,
  answer: Answer,
): string | undefined {
  const several = question.kind === "choose" && question.many === true;
  const given = typeof answer === "string" ? [answer].filter((text) => text.trim() !== "") : answer;
  if (given.length === 0) {
    if (question.skip !== undefined) return undefined;
    return question.kind === "write"
      ? "Write something here"
      : several
        ? "Choose at least one"
        : "Choose one";
  }
  if (!several && given.length > 1) return "Choose one only";
  const unknown =
    question.kind === "choose" && !question.orWrite ? unknownOf(question.choices, given) : undefined;
  if (unknown !== undefined) return `"${unknown}" is not among the choices: choose another`;
  return step.check?.(lookup, answers, answer);
}

function unknownOf(
  choices: readonly { readonly id: string }[],
  given: readonly string[],
): string | undefined {
  return given.find((id) => choices.every((choice) => choice.id !== id));
}
