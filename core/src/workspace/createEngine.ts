// Puts together what stays the same for the life of a process: the rules and the schemas that ship with the engine.

import { schemas } from "../generated/schemas.ts";
import { periodTeller } from "../model/knownPeriods.ts";
import { allRules } from "../rules/all.ts";
import { ruleSet } from "../rules/run.ts";
import { schemaChecker } from "../schema/validate.ts";
import type { Engine } from "./analyseFile.ts";
import { itemKeeper } from "./itemKeeper.ts";
import { sourceReader } from "./sourceReader.ts";

/** More than a person has open, and than a question leads to; reading one again takes less than a millisecond. */
const MOST_TREES = 200;

export interface Keeping {
  /** A run that looks at each file once keeps few trees, so that they are gone before memory is tidied up. */
  readonly trees?: number;
  /** Of so many files it is kept what they say of their items, when `letGo` is called; of all where this is left out. */
  readonly items?: number;
}

export function createEngine({ trees = MOST_TREES, items }: Keeping = {}): Engine {
  const { read, known, typed } = sourceReader(trees);
  const engine = {
    rules: ruleSet(allRules),
    schemas: schemaChecker(schemas),
    read,
    known,
    typed,
    isPeriod: periodTeller(),
  };
  return items === undefined ? engine : { ...engine, items: itemKeeper(items, read) };
}
