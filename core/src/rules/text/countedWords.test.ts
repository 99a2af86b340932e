import assert from "node:assert/strict";
import { findStatedCounts, pluralOf, sayCount } from "./countedWords.ts";

function counted(text: string): string[] {
  const nouns = ["objectives", "priorities", "strategic aims"];
  return findStatedCounts(text, nouns).map(({ phrase, count, noun }) => `${phrase}: ${count} ${noun}`);
}

describe("stated counts in prose", () => {
  it("finds words and digits from 2 to 20", () => {
    assert.deepEqual(counted("It announces eleven priorities."), ["eleven priorities: 11 priorities"]);
    assert.deepEqual(counted("Our 4 objectives"), ["4 objectives: 4 objectives"]);
    assert.deepEqual(counted("Two priorities and twenty objectives"), [
      "Two priorities: 2 priorities",
      "twenty objectives: 20 objectives",
    ]);
    assert.deepEqual(counted("One objective, 1 objectives, 21 objectives, 2020 objectives"), []);
  });

  it("allows two words between, also over line breaks", () => {
    assert.deepEqual(counted("three\n  bold strategic objectives"), [
      "three bold strategic objectives: 3 objectives",
    ]);
    assert.deepEqual(counted("three very bold strategic objectives"), []);
    assert.deepEqual(counted("the 3 strategic aims"), ["3 strategic aims: 3 strategic aims"]);
  });

  it("says nothing where a part, a limit or something else may be counted", () => {
    for (const text of [
      "one of three objectives",
      "two of the three objectives",
      "the first three objectives",
      "at least three objectives",
      "over three objectives",
      "up to three objectives",
      "three more objectives",
      "more than three objectives",
      "the other three objectives",
      "two or three objectives",
      "2 to 3 objectives",
      "these three objectives",
      "three years of objectives",
      "three years and objectives",
      "three objectives each",
      "Each aim has three objectives",
      "The previous strategy had ten objectives",
      "twenty-three objectives",
      "objective 1.3 objectives",
      "2017/18 priorities",
      "12% objectives",
      "three-year objectives",
      "three objectives-based plans",
    ]) {
      assert.deepEqual(counted(text), [], text);
    }
  });

  it("forgets the sentence before", () => {
    assert.deepEqual(counted("This is the other plan. Three objectives stand in it"), [
      "Three objectives: 3 objectives",
    ]);
  });

  it("makes plurals and says counts", () => {
    assert.deepEqual(
      ["priority", "Commitment", "key promise", "way", "pledge", "focus", "branch"].map(pluralOf),
      ["priorities", "commitments", "key promises", "ways", "pledges", "focuses", "branches"],
    );
    assert.deepEqual([1, 2, 20, 21].map(sayCount), ["one", "two", "twenty", "21"]);
  });
});
