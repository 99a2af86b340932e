// Guided commands with answers by chance, sensible ones and others: none throws, and what they make can be made.

import { allGuides } from "../core/src/guides/all.ts";
import { answersFrom } from "../core/src/guides/answersFrom.ts";
import type { Answer, Guide, Question } from "../core/src/guides/guide.ts";
import { nextQuestion, runGuide } from "../core/src/guides/nextQuestion.ts";
import { openPlace } from "../core/src/guides/openPlace.ts";
import { createLookup, type Lookup } from "../core/src/lookup/lookup.ts";
import { analyse } from "../core/src/workspace/analyse.ts";
import { createEngine } from "../core/src/workspace/createEngine.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { type Corpus, pickText, pickWorkspace } from "./corpus.ts";
import { mutateFiles } from "./mutate.ts";
import { checkFileEdits } from "./places.ts";
import { must, mustNotThrow, type Target } from "./target.ts";
import { workspaceOf } from "./workspaces.ts";

const WORDS =
  '|x|Care: closer to home #1|It\'s "ours"|- [a] {b}|yes|1.10|2027-03-31|2026/27|Q4|at most 5|+10%|between 1 and 2|another-id|a/b|\n|a\nb: c|\t|\u0000|😀|\ud800|é|__proto__|null|$&'.split(
    "|",
  );

export function guidesTarget(corpus: Corpus): Target {
  const engine = createEngine();
  return {
    name: "guides",
    patience: 20_000,
    make(chance) {
      const picked = pickWorkspace(corpus, chance);
      const files = chance.percent(50) ? mutateFiles(picked, chance, () => pickText(corpus, chance)) : picked;
      return { files, steps: [], seed: chance.below(2 ** 31) };
    },
    attempt({ files, seed }) {
      const lookup = createLookup(mustNotThrow("the analysis", () => analyse(workspaceOf(files), engine)));
      const chance = chanceOf(seed);
      for (const guide of allGuides) for (let run = 0; run < 3; run += 1) runByChance(guide, lookup, chance);
    },
  };
}

function runByChance(guide: Guide, lookup: Lookup, chance: Chance): void {
  const { model } = lookup;
  const item = model.items.length > 0 && chance.percent(50) ? chance.pick(model.items) : undefined;
  const about = item === undefined ? {} : { kind: item.kind, id: item.id };
  const given = mustNotThrow(`what ${guide.id} is about`, () => answersFrom(guide, lookup, about));
  const answers: Record<string, Answer> = {};
  for (let tries = 0; tries < 25; tries += 1) {
    const next = mustNotThrow(`a question of ${guide.id}`, () => nextQuestion(guide, lookup, answers, given));
    if ("step" in next) answers[next.step] = answerTo(next.question, chance);
    else {
      if ("done" in next) checkMade(guide, lookup, answers, given);
      return;
    }
  }
}

function checkMade(
  guide: Guide,
  lookup: Lookup,
  answers: Readonly<Record<string, Answer>>,
  given: ReturnType<typeof answersFrom>,
): void {
  const made = mustNotThrow(`the change of ${guide.id}`, () => runGuide(guide, lookup, answers, given));
  if ("refused" in made) return;
  const textOf = (path: string) => lookup.sourceOf(path)?.text;
  checkFileEdits(`the change of ${guide.id}`, [...made.edits, ...(made.formerly ?? [])], textOf);
  for (const { path } of made.createFiles ?? [])
    must(textOf(path) === undefined, `${guide.id} writes over a file`, () => path);
  mustNotThrow(`where to go on after ${guide.id}`, () => openPlace(lookup, made));
}

function answerTo(question: Question, chance: Chance): Answer {
  if (question.skip !== undefined && chance.percent(25)) return "";
  if (question.kind === "write") {
    return question.value !== undefined && chance.percent(60) ? question.value : chance.pick(WORDS);
  }
  const { choices, many, orWrite } = question;
  if (choices.length === 0 || chance.percent(orWrite === true ? 30 : 3)) return chance.pick(WORDS);
  return many === true ? chance.some(choices, 3).map(({ id }) => id) : chance.pick(choices).id;
}
