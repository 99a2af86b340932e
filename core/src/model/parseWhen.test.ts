import assert from "node:assert/strict";
import { parseWhen } from "./parseWhen.ts";

describe("what a milestone waits for", () => {
  it("is a measure, or one of its scopes, and a target", () => {
    const words = parseWhen("turnover@cmht under 10");
    assert.ok("measure" in words);
    assert.deepEqual([words.measure, words.start], ["turnover@cmht", 14]);
    assert.deepEqual(words.target, { form: "bound", word: "under", figure: { of: "number", value: 10 } });
  });

  for (const [text, write] of [
    ["Caseload <= 40", "caseload at most 40"],
    ["Bed occupancy below 92", "bed-occupancy under 92"],
    ["caseload 40 cases", "caseload 40"],
    ["sickness absence is 3", "sickness-absence 3"],
    ["caseload below forty", undefined],
    ["caseload", undefined],
    ["everyone is trained", undefined],
    ["40", undefined],
    ["", undefined],
  ] as const) {
    it(`is not "${text}", and says what to write where that can be told`, () => {
      const words = parseWhen(text);
      assert.ok(!("measure" in words));
      assert.equal(words.write, write);
      if (write !== undefined) assert.ok("measure" in parseWhen(write), "what is offered can be read");
    });
  }

  it("looks for a target behind a name, and not behind every word of a long text", () => {
    const long = (words: number) => parseWhen(`${"Very ".repeat(words)}long waits <= 40`);
    const [some, many] = [long(20), long(60)];
    assert.ok("text" in some && some.write?.endsWith("-long-waits at most 40"), JSON.stringify(some));
    assert.ok("text" in many && many.write === undefined, JSON.stringify(many));
  });

  it("names the words that the measure allows", () => {
    const levels = ["Bronze", "Silver"];
    const words = parseWhen("award at least Gold", { levels, comparators: [] });
    assert.deepEqual("measure" in words ? undefined : words.allowed, levels);
    assert.ok("measure" in parseWhen("award at least silver", { levels, comparators: [] }));
    assert.ok(!("measure" in parseWhen("award at least national", { comparators: ["regional"] })));
  });
});
