import assert from "node:assert/strict";
import { itemsOf } from "../link/model.ts";
import { analyseFixture } from "../testing/checkFindings.ts";
import { hintsAmong, meansSomethingElse } from "./likeness.ts";
import { sideOf } from "./side.ts";

function sideWith(titles: readonly string[], prefix: string) {
  const measures = titles.map((title, at) => `  ${prefix}-${at}: {title: ${title}}`).join("\n");
  const side = sideOf(analyseFixture(`#- trust.measures.yaml\nmeasures:\n${measures}\n`));
  return { side, items: itemsOf(side.model, "measure") };
}

function hintsBetween(olds: readonly string[], news: readonly string[]) {
  const [base, head] = [sideWith(olds, "old"), sideWith(news, "new")];
  let asked = 0;
  const hints = hintsAmong(base.items, head.items, {
    base: base.side,
    head: head.side,
    headOf: new Map(),
    mayPair: () => {
      asked += 1;
      return true;
    },
  });
  return { asked, hints: hints.map((hint) => `${hint.base.key} ${hint.head.key}`) };
}

describe("the hint by likeness", () => {
  it("pairs those that are each other's best, by the words of their titles", () => {
    const { hints } = hintsBetween(
      ["Days until the first appointment", "Falls with harm"],
      ["Falls on a ward", "Days until the very first appointment", "Days until the first appointment ever"],
    );
    assert.deepEqual(hints, ["old-0 new-1"]);
  });

  it("counts a word as often as it stands there", () => {
    assert.deepEqual(hintsBetween(["The cost of the move of the ward"], ["The cost of move"]).hints, []);
    assert.deepEqual(hintsBetween(["One and one and one"], ["One and one and one more"]).hints, [
      "old-0 new-0",
    ]);
  });

  it("looks closer only at those that are alike, however many there are", () => {
    const many = (word: string) => Array.from({ length: 60 }, (_, at) => `Measure ${word} ${at}`);
    assert.equal(hintsBetween(many("north"), many("south")).asked, 0);
    const { asked, hints } = hintsBetween(many("in the north number"), many("in the north numbered"));
    assert.deepEqual([asked, hints.length], [60, 60]);
  });

  it("takes a title with less than half of its words for another thing", () => {
    const { items } = sideWith(
      ["Cut waiting for care", "Cut waiting for all care", "Better jobs for all"],
      "m",
    );
    const [first, second, third] = items;
    assert.ok(first !== undefined && second !== undefined && third !== undefined);
    assert.deepEqual([meansSomethingElse(first, second), meansSomethingElse(first, third)], [false, true]);
  });
});
