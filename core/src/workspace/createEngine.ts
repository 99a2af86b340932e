// Puts together what stays the same for the life of a process: the rules and the schemas that ship with the engine.

import { schemas } from "../generated/schemas.ts";
import { allRules } from "../rules/all.ts";
import { ruleSet } from "../rules/run.ts";
import { schemaChecker } from "../schema/validate.ts";
import type { Engine } from "./analyseFile.ts";
import { sourceReader } from "./sourceReader.ts";

export function createEngine(): Engine {
  return { rules: ruleSet(allRules), schemas: schemaChecker(schemas), read: sourceReader() };
}
