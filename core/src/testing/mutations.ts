// Edits of a workspace that uses every key, one for each change that a comparison can report: the tests make them by
// machine, alone and in a git repository beside a real strategy.

import { gatesMutations } from "./mutations/gates.ts";
import { goalsMutations } from "./mutations/goals.ts";
import { measuresMutations } from "./mutations/measures.ts";
import type { Mutation } from "./mutations/mutation.ts";
import { namesMutations } from "./mutations/names.ts";
import { peopleMutations } from "./mutations/people.ts";
import { plansMutations } from "./mutations/plans.ts";
import { recordsMutations } from "./mutations/records.ts";
import { targetsMutations } from "./mutations/targets.ts";
import { wordsMutations } from "./mutations/words.ts";

export const MUTATIONS: readonly Mutation[] = [
  ...gatesMutations,
  ...wordsMutations,
  ...namesMutations,
  ...goalsMutations,
  ...measuresMutations,
  ...targetsMutations,
  ...plansMutations,
  ...peopleMutations,
  ...recordsMutations,
];
