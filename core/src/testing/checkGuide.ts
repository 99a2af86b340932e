// Answers a guided command as a person does, one question after the other, and shows what is asked and what is made.

import assert from "node:assert/strict";
import { answersFrom, type Subject } from "../guides/answersFrom.ts";
import type { Answer, Answers, Guide, Made, Question } from "../guides/guide.ts";
import { type Next, nextQuestion, runGuide } from "../guides/nextQuestion.ts";
import { createLookup, type Lookup } from "../lookup/lookup.ts";
import { analyse } from "../workspace/analyse.ts";
import { textFile, type Workspace, withFiles } from "../workspace/workspace.ts";
import { applyFileEdits } from "./applyRename.ts";
import { testEngine } from "./checkFindings.ts";
import { fixtureWorkspace, parseFixture } from "./fixture.ts";

/** Answers in the order of the questions; the first that will not do is refused. */
export interface Course {
  readonly answers?: readonly Answer[];
  readonly about?: Subject;
}

/** What comes after the answers. */
export function askNext(guide: Guide, lookup: Lookup, { answers = [], about = {} }: Course): Next {
  return follow(guide, lookup, { answers, about }).next;
}

/** What comes after the answers, as text: the question with its choices, or the refusal, or `done`. */
export function asked(guide: Guide, text: string, course: Course = {}): string {
  return renderNext(askNext(guide, lookupOf(text), course));
}

/** The files that the command changes or makes, as they are afterwards; a file that goes is not there. */
export function checkGuide(guide: Guide, before: string, course: Course, after: string): void {
  const lookup = lookupOf(before);
  const workspace = applyMade(lookup.analysis.workspace, makeGuide(guide, lookup, course));
  assert.equal(textOfChanged(lookup.analysis.workspace, workspace), after.replace(/^\n/, ""));
}

/** All answers are there, and the command makes its change. */
export function makeGuide(guide: Guide, lookup: Lookup, course: Course): Made {
  const { next, answers, given } = follow(guide, lookup, course);
  assert.ok("done" in next, `there is more to answer:\n${renderNext(next)}`);
  const made = runGuide(guide, lookup, answers, given);
  if ("refused" in made) assert.fail(made.refused);
  return made;
}

export function applyMade(workspace: Workspace, made: Made): Workspace {
  const edits = [...made.edits, ...(made.formerly ?? [])];
  for (const [at, { file, span }] of edits.entries()) {
    assert.ok(workspace.files.has(file), `${file} is edited and there is none`);
    const crossed = edits.slice(0, at).some((one) => {
      return one.file === file && one.span.start < span.end && span.start < one.span.end;
    });
    assert.ok(!crossed, "no edit crosses another");
  }
  const created = (made.createFiles ?? []).map(({ path, text }) => textFile(path, text));
  for (const { path } of created) assert.ok(!workspace.files.has(path), `${path} was there before`);
  return withFiles(applyFileEdits(workspace, edits, made.renameFile), created);
}

export function lookupOf(text: string): Lookup {
  return createLookup(analyse(fixtureWorkspace(parseFixture(text)), testEngine));
}

export function renderNext(next: Next): string {
  if ("done" in next) return "done";
  if (!("step" in next)) return `refused: ${next.refused}`;
  const { step, question, number, of, refused } = next;
  const lines = [`${number}/${of} ${step}: ${question.prompt}`, ...partsOf(question)];
  return [...lines, ...(refused === undefined ? [] : [`refused: ${refused}`])].join("\n");
}

function partsOf(question: Question): string[] {
  const { placeholder, skip } = question;
  return [
    ...(placeholder === undefined ? [] : [`  ${placeholder}`]),
    ...(question.kind === "write" ? (question.value === undefined ? [] : [`  = ${question.value}`]) : []),
    ...(question.kind === "choose"
      ? question.choices.map(({ id, label, description, detail, picked }) => {
          const words = [label, description, detail].filter((word) => word !== undefined).join(" | ");
          return `  ${picked ? "*" : "-"} ${id}: ${words}`;
        })
      : []),
    ...(question.kind === "choose" && question.orWrite ? ["  or write"] : []),
    ...(skip === undefined ? [] : [`  skip: ${skip}`]),
  ];
}

function follow(guide: Guide, lookup: Lookup, { answers: list = [], about = {} }: Course) {
  const given = answersFrom(guide, lookup, about);
  const answers: Record<string, Answer> = {};
  let next = nextQuestion(guide, lookup, answers, given);
  for (const answer of list) {
    assert.ok(
      "step" in next && next.refused === undefined,
      `nobody asked for "${answer}": ${renderNext(next)}`,
    );
    answers[next.step] = answer;
    next = nextQuestion(guide, lookup, answers, given);
  }
  return { next, answers: answers as Answers, given };
}

function textOfChanged(before: Workspace, after: Workspace): string {
  return [...after.files.values()]
    .filter(({ path, text }) => before.files.get(path)?.text !== text)
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, text }) => `#- ${path}\n${text}`)
    .join("");
}
