// What the inputs are made from: the examples, the little workspaces of all rules, and the test suite of YAML.

import { allRules } from "../core/src/rules/all.ts";
import { exampleFiles, exampleWorkspace } from "../core/src/testing/exampleWorkspace.ts";
import { parseFixture } from "../core/src/testing/fixture.ts";
import { yamlSuite } from "../core/src/testing/yamlSuite.ts";
import type { Chance } from "./chance.ts";
import type { File } from "./input.ts";

export interface Corpus {
  /** Texts that say nothing about strategies. */
  readonly yaml: readonly string[];
  readonly texts: readonly string[];
  readonly small: readonly (readonly File[])[];
  readonly large: readonly (readonly File[])[];
}

export function readCorpus(): Corpus {
  const fixtures = allRules.flatMap(({ examples }) => [
    ...Object.values(examples.bad),
    ...Object.values(examples.good),
  ]);
  const rules = fixtures.map((text) => parseFixture(text).files.map(toFile));
  const [minimal, teaching, kmpt] = ["minimal", "teaching", "kmpt"].map((name) =>
    [...exampleWorkspace(name).files.values()].map(toFile),
  );
  const examples = exampleFiles().map(({ text }) => text);
  return {
    yaml: yamlSuite(),
    texts: [...examples, ...rules.flat().map(({ text }) => text)],
    small: [...rules, minimal ?? []],
    large: [minimal ?? [], teaching ?? [], kmpt ?? []],
  };
}

/**
 * A workspace, mostly a small one; or some files of a large one, which then refer to what is not there; two of them in
 * one folder; texts of YAML's own suite among them.
 */
export function pickWorkspace(corpus: Corpus, chance: Chance): readonly File[] {
  if (chance.percent(4)) return chance.pick(corpus.large);
  if (chance.percent(20)) return chance.some(chance.pick(corpus.large), 8);
  const own = chance.pick(corpus.small);
  const others = chance.percent(40) ? chance.pick(corpus.small) : [];
  const known = new Set(own.map(({ path }) => path));
  const both = [...own, ...others.filter(({ path }) => !known.has(path))];
  if (!chance.percent(6)) return both;
  return [...both, { path: "suite.strategy.yaml", text: chance.pick(corpus.yaml) }];
}

export function pickText(corpus: Corpus, chance: Chance): string {
  return chance.pick(chance.percent(30) ? corpus.yaml : corpus.texts);
}

function toFile({ path, text }: File): File {
  return { path, text };
}
