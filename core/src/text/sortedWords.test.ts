import assert from "node:assert/strict";
import fc from "fast-check";
import { countEdits } from "../findings/didYouMean.ts";
import { findWithin } from "./sortedWords.ts";

function findAmong(words: readonly string[], from: string, limit: number): { near: string[]; asked: number } {
  const asked = new Set<number>();
  const wordAt = (place: number) => {
    asked.add(place);
    return words[place] ?? "";
  };
  const places = [...findWithin(from, { size: words.length, wordAt }, limit)];
  return { near: places.map((place) => words[place] ?? ""), asked: asked.size };
}

describe("words a few edits away among sorted ones", () => {
  const aWord = fc.string({ unit: fc.constantFrom("a", "b", "c", "-"), maxLength: 9 });

  it("are those that counting the edits of each one finds", () => {
    fc.assert(
      fc.property(fc.array(aWord, { maxLength: 60 }), aWord, fc.nat(4), (some, from, limit) => {
        const words = some.sort();
        const near = words.filter((word) => countEdits(from, word, limit) <= limit);
        assert.deepEqual(findAmong(words, from, limit).near, near);
      }),
      { numRuns: 2000 },
    );
  });

  it("are found with a look at few of the others", () => {
    const words = Array.from(
      { length: 36_000 },
      (_, at) => `trust-${Math.floor(at / 36)}-m${at % 36}`,
    ).sort();
    const { near, asked } = findAmong(words, "trust-250-m1x", 1);
    assert.deepEqual(near, ["trust-250-m1", ...Array.from({ length: 10 }, (_, at) => `trust-250-m1${at}`)]);
    assert.ok(asked < words.length / 5, `${asked} of ${words.length}`);
  });
});
