// Questions about a place in a text, while the texts change: none throws, and what they answer stands in the texts.

import { createLookup, type Lookup } from "../core/src/lookup/lookup.ts";
import { analyse } from "../core/src/workspace/analyse.ts";
import { createEngine } from "../core/src/workspace/createEngine.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { type Corpus, pickText, pickWorkspace } from "./corpus.ts";
import { askAboutFile } from "./featuresOfFile.ts";
import { askAboutPlace } from "./featuresOfPlace.ts";
import { askAboutWorkspace } from "./featuresOfWorkspace.ts";
import { makeSteps, mutateFiles } from "./mutate.ts";
import { mustNotThrow, type Target } from "./target.ts";
import { afterStep, workspaceOf } from "./workspaces.ts";

const PLACES = 12;

export function featuresTarget(corpus: Corpus): Target {
  const engine = createEngine();
  return {
    name: "features",
    patience: 20_000,
    make(chance) {
      const other = () => pickText(corpus, chance);
      const picked = pickWorkspace(corpus, chance);
      const files = chance.percent(50) ? mutateFiles(picked, chance, other) : picked;
      return { files, steps: makeSteps(files, chance.below(3), chance, other), seed: chance.below(2 ** 31) };
    },
    attempt({ files, steps, seed }) {
      const chance = chanceOf(seed);
      let analysis = mustNotThrow("the analysis", () => analyse(workspaceOf(files), engine));
      let lookup = createLookup(analysis);
      askAboutAll(lookup, chance);
      for (const step of steps) {
        const before = analysis;
        analysis = mustNotThrow("the analysis that was carried on", () =>
          analyse(afterStep(before.workspace, step), engine, before),
        );
        lookup = createLookup(analysis, lookup);
        askAboutAll(lookup, chance, step.path);
      }
    },
  };
}

/** About one file and some places in it, mostly the one that was changed. */
function askAboutAll(lookup: Lookup, chance: Chance, changed?: string): void {
  const paths = [...lookup.analysis.files.keys()];
  if (paths.length === 0) return;
  const path =
    changed !== undefined && paths.includes(changed) && chance.percent(70) ? changed : chance.pick(paths);
  askAboutFile(lookup, path, chance);
  for (let asked = 0; asked < PLACES; asked += 1) askAboutPlace(lookup, path, chance);
  askAboutWorkspace(lookup, chance);
}
