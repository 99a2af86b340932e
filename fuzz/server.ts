// The built language server over stdio while files are opened, typed in, renamed and deleted, and while it is asked
// sensible things and others: it stays alive, and what it publishes in the end is what a check of the same texts says.

import { isConfigFile } from "../core/src/model/fileName.ts";
import { chanceOf } from "./chance.ts";
import { type Corpus, pickText, pickWorkspace } from "./corpus.ts";
import { inFolder } from "./disk.ts";
import { makeSteps, mutateFiles } from "./mutate.ts";
import { checkPublished } from "./serverPublished.ts";
import { takeStep } from "./serverSteps.ts";
import { endWorld, startWorld } from "./serverWorld.ts";
import type { Target } from "./target.ts";

export function serverTarget(corpus: Corpus): Target {
  return {
    name: "server",
    patience: 60_000,
    make(chance) {
      const other = () => pickText(corpus, chance);
      // While a config has faults the last good one holds, which no check of the same texts could know.
      const picked = pickWorkspace(corpus, chance).filter(({ path }) => !isConfigFile(path));
      const files = chance.percent(50) ? mutateFiles(picked, chance, other) : picked;
      return {
        files,
        steps: makeSteps(files, 3 + chance.below(20), chance, other),
        seed: chance.below(2 ** 31),
      };
    },
    async attempt({ files, steps, seed }) {
      const chance = chanceOf(seed);
      await inFolder(files, async (folder) => {
        const world = await startWorld(folder, chance.percent(30));
        try {
          for (const step of steps) await takeStep(world, step, chance);
          await checkPublished(world);
        } finally {
          await endWorld(world);
        }
      });
    },
  };
}
