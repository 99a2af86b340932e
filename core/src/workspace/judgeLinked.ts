// What is said of the linked workspace: links that lead nowhere, values that only links can tell, and the rules.

import type { RawFinding, Refusal } from "../findings/finding.ts";
import type { StrategyModel } from "../link/model.ts";
import type { Config } from "../model/config.ts";
import type { Day } from "../model/day.ts";
import type { LineOf } from "../rules/rule.ts";
import { type RuleRun, runItemRules, sayFailure, sayRefusals } from "../rules/run.ts";
import { resolvePlace } from "../syntax/places.ts";
import { overlaps } from "../text/span.ts";
import { checkLinkedValues } from "../trace/linkedValues.ts";
import type { ThreadReader } from "../trace/thread.ts";
import type { Engine, FileAnalysis } from "./analyseFile.ts";

/** What is said of the linked workspace: values that only links can tell, and the rules. Hangs on the thread alone. */
export interface LinkedJudgement {
  readonly values: readonly Refusal[];
  readonly run: RuleRun;
}

export function judgeLinked(
  engine: Engine,
  model: StrategyModel,
  config: Config,
  thread: ThreadReader,
  asOf: Day,
): LinkedJudgement {
  return {
    values: checkLinkedValues(model, thread),
    run: runItemRules(engine.rules, { model, config, asOf, thread }),
  };
}

/** Puts the judgement into words. Line numbers in them come from the present texts. */
export function sayLinked(
  { values, run }: LinkedJudgement,
  engine: Engine,
  files: ReadonlyMap<string, FileAnalysis>,
  model: StrategyModel,
  lineOf: LineOf,
): RawFinding[] {
  const unsaid = values.filter((refusal) => !isSaidBefore(refusal, files));
  const [first] = model.items;
  const failures = first === undefined ? [] : run.failed.map((rule) => sayFailure(rule, first));
  const references = model.refusals.filter((refusal) => !isMisshapen(refusal, files));
  return [...sayRefusals(engine.rules, [...references, ...unsaid], lineOf), ...run.findings, ...failures];
}

/** A value that the file's own stages refused is not judged again, where it is about the same piece of text. */
function isSaidBefore(refusal: Refusal, files: ReadonlyMap<string, FileAnalysis>): boolean {
  const file = files.get(refusal.place.file);
  if (file === undefined) return false;
  const span = resolvePlace(file.source, refusal.place);
  return file.source.refusals.some((earlier) => overlaps(resolvePlace(file.source, earlier.place), span));
}

/** A reference that can be none by its shape, such as `lead: true`: the schema stage has told it. */
function isMisshapen(refusal: Refusal, files: ReadonlyMap<string, FileAnalysis>): boolean {
  const file = files.get(refusal.place.file);
  if (file === undefined || refusal.rule !== "ref/not-found") return false;
  const shapes = file.raw.filter(({ rule }) => rule === "schema/wrong-shape");
  if (shapes.length === 0) return false;
  const span = resolvePlace(file.source, refusal.place);
  return shapes.some(({ place }) => overlaps(resolvePlace(file.source, place), span));
}
