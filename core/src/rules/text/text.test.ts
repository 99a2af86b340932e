import assert from "node:assert/strict";
import { analyseFixture } from "../../testing/checkFindings.ts";

/** The messages of one rule in a workspace of one strategy. */
function messages(rule: string, strategy: string): string[] {
  return analyseFixture(`#- trust.strategy.yaml\ntitle: Ours\nperiod: 2026/27 to 2028/29\n${strategy}`)
    .findings.filter((finding) => finding.rule === rule)
    .map((finding) => finding.message);
}

const AIM = (description: string, objectives: string) =>
  `aims:\n  quality:\n    title: Quality\n    description: ${description}\n    objectives: ${objectives}\n`;

describe("text/tbc", () => {
  it("takes a few letters x for a gap, and thousands for none", () => {
    const title = (words: string) => messages("text/tbc", `objectives: {a: ${words}}\n`);
    assert.deepEqual(title("Cut xxxx"), ['"xxxx" still stands in the title of objective "Cut xxxx"']);
    assert.deepEqual(title("x".repeat(100_000)), []);
  });
});

describe("text/stated-count", () => {
  const count = (strategy: string) => messages("text/stated-count", strategy);

  it("compares with what stands below the item", () => {
    const three = "{a: A, b: B, c: C}";
    assert.deepEqual(count(AIM("It has two objectives", three)), [
      'The text says "two objectives" and three are defined',
    ]);
    assert.deepEqual(count(AIM("It has three objectives", three)), []);
    assert.deepEqual(count(AIM("It has two capabilities", three)), []);
  });

  it("takes any number that a reader may arrive at", () => {
    const nested = "{a: {title: A, objectives: {c: C, d: D}}, b: B}";
    for (const number of ["two", "three", "four"]) {
      assert.deepEqual(count(AIM(`It has ${number} objectives`, nested)), [], number);
    }
    assert.equal(count(AIM("It has five objectives", nested)).length, 1);
    const retired = "{a: A, b: B, c: {title: C, retired: {on: 2026-05-01}}}";
    assert.deepEqual(count(AIM("It has two objectives", retired)), []);
    assert.deepEqual(count(AIM("It has three objectives", retired)), []);
    assert.equal(count(AIM("It has four objectives", retired)).length, 1);
  });

  it("counts references too", () => {
    const measures = (text: string) =>
      `objectives:\n  a:\n    title: A\n    description: ${text}\n    measures: [x, y, z]\n`;
    assert.deepEqual(count(measures("Three measures show it")), []);
    assert.deepEqual(count(measures("Four measures show it")), [
      'The text says "Four measures" and three are defined',
    ]);
  });

  it("knows the local words of the strategy and of single items", () => {
    assert.deepEqual(count(`called: {objective: priority}\n${AIM("Ten priorities", "{a: A, b: B}")}`), [
      'The text says "Ten priorities" and two are defined',
    ]);
    const promises = "{a: {title: A, called: promise}, b: {title: B, called: promise}, c: C}";
    assert.deepEqual(count(AIM("It makes three promises", promises)), [
      'The text says "three promises" and two are defined',
    ]);
    assert.deepEqual(count(AIM("It makes two promises", promises)), []);
  });
});

describe("text/copied", () => {
  const copied = (first: string, second: string) =>
    messages(
      "text/copied",
      `objectives:\n  a: {title: A, description: "${first}"}\n  b: {title: B, description: "${second}"}\n`,
    );

  it("looks at the words, not at capitals, spaces and the last full stop", () => {
    assert.deepEqual(copied("One two three four five six", "one  two three four five six."), [
      'Objectives "A" and "B" have the same description, word for word',
    ]);
    assert.deepEqual(copied("One two three four five six", "One two three four five seven"), []);
    assert.deepEqual(copied("One two three four five", "One two three four five"), []);
  });

  it("does not count what an alias repeats on purpose", () => {
    const text =
      "objectives:\n  a: {title: A, description: &d One two three four five six}\n  b: {title: B, description: *d}\n";
    assert.deepEqual(messages("text/copied", text), []);
  });
});

describe("text/tbc", () => {
  const placeholders = (title: string) => messages("text/tbc", `objectives:\n  a: "${title}"\n`).length;

  it("knows placeholders from words", () => {
    for (const title of [
      "TBC",
      "Beds: tbd",
      "TODO write this",
      "Reach xxx percent",
      "Date to be confirmed.",
    ]) {
      assert.equal(placeholders(title), 1, title);
    }
    for (const title of [
      "All in todo lists",
      "Results to be confirmed by an audit",
      "TBCs",
      "Insert a needle",
    ]) {
      assert.equal(placeholders(title), 0, title);
    }
  });

  it("reads context, and not what is written about the text", () => {
    assert.deepEqual(messages("text/tbc", "context:\n  need: Figures tbc\nobjectives: {a: A}\n"), [
      '"tbc" still stands in the context of strategy "Ours"',
    ]);
    assert.deepEqual(messages("text/tbc", "source: tbc\nobjectives: {a: {title: A, unclear: tbc}}\n"), []);
  });
});
