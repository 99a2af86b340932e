import assert from "node:assert/strict";
import { asked, lookupOf } from "../testing/checkGuide.ts";
import { answersFrom } from "./answersFrom.ts";
import type { Guide, Made } from "./guide.ts";
import { nextQuestion, runGuide } from "./nextQuestion.ts";

const WORKSPACE = `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  access: {title: Access, lead: Board}
`;

const NOTHING: Made = { edits: [] };

/** Where to go; with what, only by sea; a name, which is not to be "x". */
const travel: Guide = {
  id: "travel",
  title: "Travel",
  steps: [
    {
      name: "way",
      ask: () => ({
        kind: "choose",
        prompt: "Which way?",
        choices: [
          { id: "sea", label: "By sea" },
          { id: "land", label: "By land" },
        ],
      }),
    },
    {
      name: "ship",
      ask: (_lookup, { way }) =>
        way === "sea"
          ? { kind: "choose", prompt: "Which ship?", choices: [{ id: "one", label: "The only one" }] }
          : undefined,
    },
    {
      name: "with",
      ask: () => ({
        kind: "choose",
        prompt: "With whom?",
        choices: [
          { id: "a", label: "A" },
          { id: "b", label: "B" },
        ],
        many: true,
        skip: "Alone",
      }),
    },
    {
      name: "name",
      ask: (_lookup, answers) => ({ kind: "write", prompt: "Its name?", value: String(answers.way) }),
      check: (_lookup, _answers, answer) => (answer === "x" ? '"x" is no name: write another' : undefined),
    },
  ],
  about: (_lookup, { item, rule }) => ({
    ...(item === undefined ? {} : { name: item.key }),
    ...(rule === undefined ? {} : { way: rule }),
  }),
  make: (_lookup, answers) => ({ ...NOTHING, message: JSON.stringify(answers) }),
};

const lookup = lookupOf(WORKSPACE);

function next(answers: Parameters<typeof nextQuestion>[2], given = {}) {
  return nextQuestion(travel, lookup, answers, given);
}

describe("guided commands", () => {
  it("ask one question after the other, and count those that a person is asked", () => {
    assert.equal(asked(travel, WORKSPACE), "1/3 way: Which way?\n  - sea: By sea\n  - land: By land");
    assert.equal(
      asked(travel, WORKSPACE, { answers: ["land"] }),
      "2/3 with: With whom?\n  - a: A\n  - b: B\n  skip: Alone",
    );
    assert.equal(asked(travel, WORKSPACE, { answers: ["land", []] }), "3/3 name: Its name?\n  = land");
    assert.equal(asked(travel, WORKSPACE, { answers: ["land", ["a"], "y"] }), "done");
  });

  it("take the only choice without asking, and hand it on", () => {
    const answers = { way: "sea", with: "", name: "y" };
    assert.deepEqual(next(answers), { done: true });
    const made = runGuide(travel, lookup, answers);
    assert.ok(!("refused" in made));
    assert.deepEqual(JSON.parse(made.message ?? ""), { ...answers, ship: "one" });
  });

  it("leave out answers to what is not asked", () => {
    const made = runGuide(travel, lookup, { way: "land", ship: "one", with: [], name: "y", other: "z" });
    assert.ok(!("refused" in made));
    assert.deepEqual(JSON.parse(made.message ?? ""), { way: "land", with: [], name: "y" });
  });

  it("say why an answer will not do, at its step", () => {
    const refusal = (answers: Parameters<typeof nextQuestion>[2]) => {
      const found = next(answers);
      return "step" in found ? `${found.step}: ${found.refused}` : "";
    };
    assert.equal(refusal({ way: "air" }), 'way: "air" is not among the choices: choose another');
    assert.equal(refusal({ way: "" }), "way: Choose one");
    assert.equal(refusal({ way: ["sea", "land"] }), "way: Choose one only");
    assert.equal(refusal({ way: "sea", with: [], name: " " }), "name: Write something here");
    assert.equal(refusal({ way: "sea", with: [], name: "x" }), 'name: "x" is no name: write another');
    assert.equal(
      refusal({ way: "sea", with: ["a", "c"] }),
      'with: "c" is not among the choices: choose another',
    );
  });

  it("know from the start what they were called about, and ask where that will not do", () => {
    const about = answersFrom(travel, lookup, { kind: "objective", id: "trust/access", rule: "sea" });
    assert.deepEqual(about, { name: "access", way: "sea" });
    const first = next({}, about);
    assert.ok("step" in first);
    assert.deepEqual([first.step, first.number, first.of], ["with", 1, 1]);
    assert.deepEqual(next({ with: [] }, about), { done: true });
    const unfit = next({}, { way: "air", name: "x" });
    assert.ok("step" in unfit);
    assert.deepEqual([unfit.step, unfit.refused, unfit.of], ["way", undefined, 3]);
    assert.deepEqual(answersFrom(travel, lookup, { kind: "objective", id: "trust/gone" }), {});
  });

  it("make nothing before everything is answered", () => {
    assert.deepEqual(runGuide(travel, lookup, {}), { refused: "Answer this first: Which way?" });
    assert.deepEqual(runGuide(travel, lookup, { way: "air" }), {
      refused: '"air" is not among the choices: choose another',
    });
  });

  it("make no change after which a file could not be read", () => {
    const breaking: Guide = {
      id: "breaking",
      title: "Breaking",
      steps: [],
      make: () => ({ edits: [{ file: "trust.strategy.yaml", span: { start: 0, end: 0 }, newText: "[" }] }),
    };
    assert.deepEqual(runGuide(breaking, lookup, {}), {
      refused: "trust.strategy.yaml is written in a way that this cannot be added to: add it by hand",
    });
  });
});
