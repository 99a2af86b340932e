// Reading a text: it never throws, its places stand in the text, and all ways to read YAML make the same of it.

import { parseActualsCsv } from "../core/src/syntax/csv.ts";
import { parseYaml } from "../core/src/syntax/parseYaml.ts";
import { checkSource } from "../core/src/testing/checkSource.ts";
import { checkReaders, checkTyped } from "../core/src/testing/sameReading.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { type Corpus, pickText } from "./corpus.ts";
import { mutate } from "./mutate.ts";
import { must, mustNotThrow, type Target } from "./target.ts";

export function readingTarget(corpus: Corpus): Target {
  return {
    name: "reading",
    patience: 5_000,
    make(chance) {
      const text = mutate(pickText(corpus, chance), chance, pickText(corpus, chance));
      const path = chance.percent(8) ? "a.actuals.csv" : "a.strategy.yaml";
      return { files: [{ path, text }], steps: [], seed: chance.below(2 ** 31) };
    },
    attempt({ files, seed }) {
      for (const { path, text } of files) {
        if (path.endsWith(".csv")) checkCsv(path, text);
        else {
          const { file } = mustNotThrow("comparing both readers", () => checkReaders(text));
          mustNotThrow("looking at what was read", () => checkSource(file));
          mustNotThrow("typing in it", () => typeOn(path, text, chanceOf(seed)));
        }
      }
    },
  };
}

const TYPED = ["x", "a b", " ", "#", ":", ": ", "'", '"', ",", "]", "}", "\\", "- ", ""];

function typeOn(path: string, text: string, chance: Chance): void {
  let source = parseYaml(path, text);
  for (let keystroke = 0; keystroke < 20; keystroke += 1) {
    const at = chance.below(source.text.length + 1);
    const typed = source.text.slice(0, at) + chance.pick(TYPED) + source.text.slice(at + chance.below(3));
    source = checkTyped(source, typed) ?? source;
  }
}

function checkCsv(path: string, text: string): void {
  const { refusals, root } = mustNotThrow("reading CSV", () => parseActualsCsv(path, text));
  const isInside = (at: { start: number; end: number }) =>
    0 <= at.start && at.start <= at.end && at.end <= text.length;
  for (const { place, rule } of refusals) {
    must(!("span" in place) || isInside(place.span), `a place of ${rule} stands outside the text`);
  }
  must(root === undefined || isInside(root.span), "the table stands outside its text");
}
