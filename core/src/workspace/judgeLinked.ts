// What is said of the linked workspace: links that lead nowhere, values that only links can tell, and the rules.

import type { RawFinding, Refusal } from "../findings/finding.ts";
import type { StrategyModel } from "../link/model.ts";
import type { Config } from "../model/config.ts";
import type { Day } from "../model/day.ts";
import { runItemRules, sayFailure } from "../rules/run.ts";
import { getOrAdd } from "../text/maps.ts";
import { checkLinkedValues } from "../trace/linkedValues.ts";
import type { ThreadReader } from "../trace/thread.ts";
import type { Engine } from "./analyseFile.ts";

/** Hangs on the thread alone, never on a text. */
export interface LinkedJudgement {
  readonly byFile: ReadonlyMap<string, LinkedFindings>;
  /** Ids of rules that could not be run to their end. */
  readonly failed: readonly string[];
}

/** What is said of one file; refusals are put into words later, because some name a line. */
export interface LinkedFindings {
  readonly references: readonly Refusal[];
  readonly values: readonly Refusal[];
  readonly findings: readonly RawFinding[];
}

export function judgeLinked(
  engine: Engine,
  model: StrategyModel,
  config: Config,
  thread: ThreadReader,
  asOf: Day,
): LinkedJudgement {
  const run = runItemRules(engine.rules, { model, config, asOf, thread });
  const [first] = model.items;
  const failures = first === undefined ? [] : run.failed.map((rule) => sayFailure(rule, first));
  const byFile = new Map<string, Gathered>();
  for (const refusal of model.refusals) gather(byFile, refusal).references.push(refusal);
  for (const refusal of checkLinkedValues(model, thread)) gather(byFile, refusal).values.push(refusal);
  for (const finding of [...run.findings, ...failures]) gather(byFile, finding).findings.push(finding);
  return { byFile, failed: run.failed };
}

interface Gathered extends LinkedFindings {
  readonly references: Refusal[];
  readonly values: Refusal[];
  readonly findings: RawFinding[];
}

function gather(byFile: Map<string, Gathered>, { place }: Pick<Refusal, "place">): Gathered {
  return getOrAdd(byFile, place.file, () => ({ references: [], values: [], findings: [] }));
}
