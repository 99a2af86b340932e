import assert from "node:assert/strict";
import fc from "fast-check";
import type { FileSummary } from "../model/items.ts";
import { analyseFixture } from "../testing/checkFindings.ts";
import { createWordIndex, patternsOfId, patternsOfTexts } from "./wordIndex.ts";

const WORDS = ["beds", "bed", "Übergabe", "care", "a", "7", "bedside"];
const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 });
const library = fc.uniqueArray(fc.tuple(words, words), { maxLength: 4, selector: ([id]) => id.join("-") });
const PATHS = ["a", "b", "c", "d", "e", "f"].map((name) => `${name}.measures.yaml`);

function summaryOf(path: string, measures: readonly (readonly [string[], string[]])[]): FileSummary {
  const lines = measures.map(
    ([id, title]) => `  ${id.join("-").toLowerCase()}: {title: "${title.join(" ")}"}`,
  );
  const text = lines.length === 0 ? "title: Empty" : `measures:\n${lines.join("\n")}`;
  const [summary] = analyseFixture(`#- ${path}\n${text}\n`).model.summaries;
  assert.ok(summary);
  return summary;
}

function pathsOf(files: Iterable<FileSummary>): string[] {
  return [...files].map(({ file }) => file);
}

describe("the index of words", () => {
  it("gives every file that holds what is sought, in their order, however the files came to be", () => {
    const edits = fc.array(fc.tuple(fc.constantFrom(...PATHS), fc.option(library)), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(edits, words, (all, sought) => {
        const index = createWordIndex();
        const present = new Map<string, FileSummary>();
        const texts = sought.map((word) => word.toLowerCase());
        for (const [path, measures] of all) {
          if (measures === null) present.delete(path);
          else present.set(path, summaryOf(path, measures));
          const files = [...present.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
          const patterns = patternsOfTexts(texts);
          const found = pathsOf(index.filesWith(files, patterns));
          assert.deepEqual(found, pathsOf(createWordIndex().filesWith(files, patterns)));
          const holding = files.filter(({ items }) =>
            items.some(({ id, title = "" }) =>
              texts.every((text) => `${id} ${title}`.toLowerCase().includes(text)),
            ),
          );
          for (const path of pathsOf(holding)) assert.ok(found.includes(path), `${path}: ${texts.join()}`);
          assert.deepEqual(found, [...found].sort());
        }
      }),
      { numRuns: 40 },
    );
  });

  it("tells an id, or the beginning of one, from words inside ids and titles", () => {
    const { model } = analyseFixture(`
#- a.measures.yaml
measures: {beds: {title: Room, scopes: {north: {title: The north}}}}
#- b.measures.yaml
measures: {free-beds: {title: More beds}}
#- c.strategy.yaml
title: C
period: 2026/27
objectives: {bedside: {title: North}}
`);
    const index = createWordIndex();
    const find = (id: string, how: "exactly" | "beginning") =>
      pathsOf(index.filesWith(model.summaries, patternsOfId(id, how))).map((path) => path[0]);
    assert.deepEqual(find("beds", "exactly"), ["a"]);
    assert.deepEqual(find("bed", "exactly"), []);
    assert.deepEqual(find("beds", "beginning"), ["a", "c"]);
    assert.deepEqual(find("bed", "beginning"), ["a", "c"]);
    assert.deepEqual(find("north", "exactly"), ["a"]);
    assert.deepEqual(find("beds@no", "beginning"), ["a"]);
    assert.deepEqual(find("c/bedside", "exactly"), ["c"]);
  });
});
