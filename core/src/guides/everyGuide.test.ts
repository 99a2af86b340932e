// Every guided command on every example, with answers by chance: nothing of what was written there is lost or broken.

import assert from "node:assert/strict";
import { createLookup, type Lookup } from "../lookup/lookup.ts";
import { testEngine } from "../testing/checkFindings.ts";
import { applyMade } from "../testing/checkGuide.ts";
import { exampleWorkspace } from "../testing/exampleWorkspace.ts";
import { type Analysis, analyse } from "../workspace/analyse.ts";
import { textFile, type Workspace, withFiles } from "../workspace/workspace.ts";
import { allGuides } from "./all.ts";
import type { Answer, Guide, Made, Question } from "./guide.ts";
import { nextQuestion, runGuide } from "./nextQuestion.ts";
import { openPlace } from "./openPlace.ts";

/** How often each command runs on it; the large one has the most to choose from, and takes the longest. */
const EXAMPLES = [
  { name: "minimal", runs: 8, end: "\n" },
  { name: "minimal", runs: 8, end: "\r\n" },
  { name: "teaching", runs: 6, end: "\n" },
  { name: "teaching", runs: 6, end: "\r\n" },
  { name: "kmpt", runs: 4, end: "\n" },
];

/** What people type: with signs that YAML has another use for. */
const TEXTS = [
  "Care: closer to home #1",
  'It\'s "ours", & theirs',
  "- [Größe] {and} more",
  "yes",
  "1.10 reasons",
  "Reduce variation in care pathways, so that nobody waits",
];
const DAYS = ["2027-03-31", "2026/27", "2027-06"];
const WORDS = ["at most 5", "7", "reduce", "+10%", "between 1 and 2"];

describe("every guided command on every example", () => {
  for (const { name, runs, end } of EXAMPLES) {
    const workspace = withEnds(exampleWorkspace(name), end);
    const analysis = analyse(workspace, testEngine);
    const lookup = createLookup(analysis);
    it(`B68 ${name}, line ends ${JSON.stringify(end)}: comments and untouched lines stay, and no error comes`, () => {
      for (const guide of allGuides) {
        let isMade = false;
        for (let seed = 1; seed <= runs; seed += 1) {
          const made = runByChance(guide, lookup, random(seed * 7919));
          if (made === undefined) continue;
          isMade = true;
          checkMade(`${guide.id}, seed ${seed}`, lookup, made);
        }
        const isImpossible = "refused" in nextQuestion(guide, lookup, {});
        assert.ok(isMade || isImpossible, `${guide.id} makes something`);
      }
    }).timeout(60_000);
  }
});

function withEnds(workspace: Workspace, end: string): Workspace {
  const files = [...workspace.files.values()].map(({ path, text }) =>
    textFile(path, text.replaceAll("\n", end)),
  );
  return withFiles(workspace, files);
}

function checkMade(what: string, lookup: Lookup, made: Made): void {
  const { workspace } = lookup.analysis;
  const after = applyMade(workspace, made);
  const isMoved = made.edits.length > 0 && made.createFiles !== undefined;
  for (const { file, span } of isMoved ? [] : made.edits) {
    const text = workspace.files.get(file)?.text ?? "";
    const replaced = text.slice(span.start, span.end);
    assert.ok(!replaced.includes("#"), `${what} writes over ${JSON.stringify(replaced)}`);
  }
  for (const [path, { text }] of workspace.files) {
    const now = after.files.get(made.renameFile?.from === path ? made.renameFile.to : path)?.text ?? "";
    const kept = made.createFiles?.map((file) => file.text).join("") ?? "";
    for (const comment of commentsOf(text))
      assert.ok(now.includes(comment) || kept.includes(comment), `${what} loses ${comment}`);
    if (text.includes("\r\n")) assert.doesNotMatch(now, /(?<!\r)\n/, `${what} keeps line ends`);
  }
  const analysed = analyse(after, testEngine, lookup.analysis);
  assert.deepEqual(newErrors(lookup.analysis, analysed), [], what);
  const place = openPlace(lookup, made);
  assert.ok(place !== undefined && after.files.get(place.source.path)?.text === place.source.text, what);
}

function commentsOf(text: string): string[] {
  return text.match(/(?<=^|\s)#.*$/gm) ?? [];
}

/** Gaps are what a new thing begins with, and a plan that is carried on carries its faults. */
function newErrors(before: Analysis, after: Analysis): string[] {
  const said = new Set(before.findings.map(({ message }) => message));
  const known = new Map<string, number>();
  for (const { rule } of before.findings) known.set(rule, (known.get(rule) ?? 0) + 1);
  return after.findings
    .filter(({ severity, rule }) => severity === "error" && !rule.startsWith("trace/"))
    .filter(({ rule }) => {
      const left = known.get(rule) ?? 0;
      known.set(rule, left - 1);
      return left <= 0;
    })
    .filter(({ message }) => !said.has(message))
    .map(({ rule, message, file }) => `${rule} ${file} ${message}`);
}

function runByChance(guide: Guide, lookup: Lookup, chance: () => number): Made | undefined {
  const answers: Record<string, Answer> = {};
  for (let tries = 0; tries < 40; tries += 1) {
    const next = nextQuestion(guide, lookup, answers);
    if ("done" in next) {
      const made = runGuide(guide, lookup, answers);
      return "refused" in made ? undefined : made;
    }
    if (!("step" in next)) return undefined;
    const { step, question, refused } = next;
    const isTaken = refused !== undefined && question.kind === "write" && step === "id";
    answers[step] = isTaken ? `another-${tries}` : answerTo(question, step, chance);
  }
  // Some things cannot be renamed, whatever the new id.
  return undefined;
}

function answerTo(question: Question, step: string, chance: () => number): Answer {
  const pick = <Thing>(things: readonly Thing[]) => things[Math.floor(chance() * things.length)];
  if (question.skip !== undefined && chance() < 0.3) return "";
  if (question.kind === "write") {
    if (question.value !== undefined && chance() < 0.8) return question.value;
    return pick(step.endsWith("target") ? WORDS : /baseline$|^value /.test(step) ? ["5"] : TEXTS) ?? "";
  }
  if (question.orWrite && chance() < 0.3) return pick(step === "lead" || step === "by" ? TEXTS : DAYS) ?? "";
  const one = pick(question.choices)?.id ?? "";
  if (!question.many) return one;
  return [...new Set([one, ...(chance() < 0.5 ? [pick(question.choices)?.id ?? one] : [])])];
}

/** The same numbers from 0 to 1 for the same seed. */
function random(seed: number): () => number {
  let state = seed % 2147483647;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
