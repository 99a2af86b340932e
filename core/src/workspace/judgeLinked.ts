// What is said of the linked workspace: links that lead nowhere, values that only links can tell, and the rules.

import type { Refusal } from "../findings/finding.ts";
import type { StrategyModel } from "../link/model.ts";
import type { Relinked } from "../link/relink.ts";
import type { Config } from "../model/config.ts";
import type { Day } from "../model/day.ts";
import { type Item, keyOf } from "../model/items.ts";
import type { RuleFinding } from "../rules/context.ts";
import { type RuleRun, type RuleSet, runItemRules, sayFailure, visitorsAmong } from "../rules/run.ts";
import { getOrAdd } from "../text/maps.ts";
import { PatchedMap } from "../text/patchedMap.ts";
import { isClosedDocument } from "../trace/history.ts";
import { checkLinkedValues } from "../trace/linkedValues.ts";
import type { ThreadReader } from "../trace/thread.ts";
import type { Engine } from "./analyseFile.ts";
import { equalValues } from "./equalValues.ts";

/** Hangs on the thread alone, never on a text. */
export interface LinkedJudgement {
  readonly byFile: PatchedMap<string, LinkedFindings>;
  /** Files of which something is said only as long as nothing elsewhere takes it back. */
  readonly conditional: ReadonlySet<string>;
  /** Ids of rules that could not be run to their end. */
  readonly failed: readonly string[];
}

/** What is said of one file; refusals are put into words later, because some name a line. */
export interface LinkedFindings {
  readonly references: readonly Refusal[];
  readonly values: readonly Refusal[];
  readonly findings: readonly RuleFinding[];
}

export interface JudgeInput {
  readonly engine: Engine;
  readonly model: StrategyModel;
  readonly config: Config;
  readonly thread: ThreadReader;
  readonly asOf: Day;
}

export function judgeLinked(input: JudgeInput): LinkedJudgement {
  const { engine, model, thread } = input;
  const run = runItemRules(engine.rules.item, model.items, input);
  const values = checkLinkedValues(model.items, model, thread);
  const byFile = gatherByFile(model.refusals, values, run, model.items);
  return { byFile: PatchedMap.of(byFile), conditional: conditionalIn(byFile), failed: run.failed };
}

/**
 * The judgement of before with that of a family in place of what was said of it. `files` are those of which something
 * else is said now; undefined where the family's files are not all.
 */
export function judgeFamily(
  before: LinkedJudgement,
  relinked: Relinked,
  input: JudgeInput,
): { readonly linked: LinkedJudgement; readonly files: readonly string[] } | undefined {
  const { engine, model, thread } = input;
  const { files } = relinked;
  if (before.failed.length > 0) return undefined;
  const known = relinked.isRetitled
    ? [...files].map((file) => before.byFile.get(file) ?? NOTHING)
    : undefined;
  const isUntouched = known?.every(({ values }) => values.length === 0) === true;
  if (isUntouched && known.every(({ findings }) => findings.length === 0))
    return { linked: before, files: [] };
  const visitors = known === undefined ? engine.rules.item : rulesOf(known, engine);
  const family = relinked.family();
  const run = runItemRules(visitors, family, input);
  if (run.failed.length > 0) return undefined;
  const refusals = model.refusals.filter(({ place }) => files.has(place.file));
  const values = isUntouched ? [] : checkLinkedValues(family, model, thread);
  const said = gatherByFile(refusals, values, run, family);
  const now = new Map([...files].map((file) => [file, said.get(file)] as const));
  if ([...said.keys()].some((file) => !files.has(file))) return undefined;
  const changed = [...now].filter(([file, one]) => !saysTheSame(before.byFile.get(file), one));
  const conditional = replaceMembers(before.conditional, files, conditionalIn(said));
  const linked = { byFile: before.byFile.patched(changed), conditional, failed: [] };
  const others = hasHistory(relinked) ? files : changed.map(([file]) => file);
  return { linked, files: [...others, ...takenBack(before, relinked)] };
}

/** Where something is or was closed, other links can make history of what says the same as before. */
function hasHistory({ before, family, isRetitled }: Relinked): boolean {
  if (isRetitled) return false;
  return family().some((item) =>
    [item, before.byKey.get(keyOf(item))].some((one) => one !== undefined && isClosedDocument(one)),
  );
}

/** Files of which something is said now that was taken back before, or the other way round. */
function takenBack({ byFile, conditional }: LinkedJudgement, relinked: Relinked): readonly string[] {
  const { before, model, differing } = relinked;
  if (differing.unresolved.size + differing.refusedKeys.size === 0) return [];
  const isOtherwise = ({ unless }: RuleFinding) =>
    unless?.(differing) === true && unless(model) !== unless(before);
  return [...conditional].filter((file) => byFile.get(file)?.findings.some(isOtherwise));
}

/** The set itself where it stays as it is. */
function replaceMembers(
  set: ReadonlySet<string>,
  among: ReadonlySet<string>,
  members: ReadonlySet<string>,
): ReadonlySet<string> {
  if ([...among].every((one) => set.has(one) === members.has(one))) return set;
  return new Set([...[...set].filter((one) => !among.has(one)), ...members]);
}

/** Titles stand in words and decide nothing: rules that found nothing find nothing now. */
function rulesOf(known: readonly LinkedFindings[], { rules }: Engine): RuleSet["item"] {
  const ids = new Set(known.flatMap(({ findings }) => findings.map(({ rule }) => rule)));
  return visitorsAmong(rules.item.rules.filter(({ id }) => ids.has(id)));
}

const NOTHING: LinkedFindings = { references: [], values: [], findings: [] };

/** Files of which something is said only as long as nothing elsewhere takes it back. */
function conditionalIn(byFile: ReadonlyMap<string, LinkedFindings>): Set<string> {
  const files = [...byFile].filter(([, { findings }]) => findings.some(({ unless }) => unless !== undefined));
  return new Set(files.map(([file]) => file));
}

/** What leads nowhere is said anew, for there may be something near by now. */
function saysTheSame(before: LinkedFindings | undefined, now: LinkedFindings | undefined): boolean {
  return before?.references.length !== 0 || now?.references.length !== 0
    ? before === now
    : equalValues(before.values, now.values) &&
        equalValues(before.findings.map(withoutCondition), now.findings.map(withoutCondition));
}

function withoutCondition({ unless, ...finding }: RuleFinding): Omit<RuleFinding, "unless"> {
  return finding;
}

interface Gathered extends LinkedFindings {
  readonly references: Refusal[];
  readonly values: Refusal[];
  readonly findings: RuleFinding[];
}

function gatherByFile(
  references: readonly Refusal[],
  values: readonly Refusal[],
  run: RuleRun,
  [first]: readonly Item[],
): ReadonlyMap<string, LinkedFindings> {
  const byFile = new Map<string, Gathered>();
  const failures = first === undefined ? [] : run.failed.map((rule) => sayFailure(rule, first));
  for (const refusal of references) gather(byFile, refusal).references.push(refusal);
  for (const refusal of values) gather(byFile, refusal).values.push(refusal);
  for (const finding of [...run.findings, ...failures]) gather(byFile, finding).findings.push(finding);
  return byFile;
}

function gather(byFile: Map<string, Gathered>, { place }: Pick<Refusal, "place">): Gathered {
  return getOrAdd(byFile, place.file, () => ({ references: [], values: [], findings: [] }));
}
