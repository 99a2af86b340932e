// Puts together what stays the same for the life of a process: the rules and the schemas that ship with the engine.

import { schemas } from "../generated/schemas.ts";
import { allRules } from "../rules/all.ts";
import { ruleSet } from "../rules/run.ts";
import { compileSchemas } from "../schema/compile.ts";
import type { Engine } from "./analyseFile.ts";
import { sourceReader } from "./sourceReader.ts";

export function createEngine(): Engine {
  return { rules: ruleSet(allRules), schemas: compileSchemas(schemas), read: sourceReader() };
}
