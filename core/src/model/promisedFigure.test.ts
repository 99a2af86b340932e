import assert from "node:assert/strict";
import { promisedFigure } from "./promisedFigure.ts";

describe("a figure that a title promises", () => {
  for (const [title, words, value] of [
    ["Vacancies below 12%", "below 12%", 12],
    ["95% of patients seen in four hours", "95%", 95],
    ["Keep beds under 92.5 per cent", "under 92.5 per cent", 92.5],
    ["Raise income by 10%", "by 10%", 10],
    ["Cut waits to 18 weeks", "to 18 weeks", 18],
    ["Increase training to 1,200 places", "to 1,200 places", 1200],
  ] as const) {
    it(`stands in "${title}"`, () => assert.deepEqual(promisedFigure(title), { words, value }));
  }

  for (const title of [
    undefined,
    "Reduce variation",
    "Fewer falls among people over 75",
    "Care for children of 5 to 19",
    "Strategy 2017 to 2019",
    "Improve access from 2026 to 2027 onwards",
    "Open around the clock, 24/7",
    "Grow to 2027",
  ]) {
    it(`does not stand in "${title}"`, () => assert.equal(promisedFigure(title), undefined));
  }
});
