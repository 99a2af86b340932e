// What counts as measured: the coverage state of objectives, aims and capabilities. Every rule, view, count and
// percentage comes from here.

import { childrenOf, type StrategyModel, targetsOf } from "../link/model.ts";
import type { Day } from "../model/day.ts";
import type { Item, ItemOf } from "../model/items.ts";
import { isTargetValue, type Target } from "../model/target.ts";
import { isYesNoUnit } from "../model/unit.ts";
import { gathered } from "../text/gathered.ts";
import type { ReadTargets } from "./targets.ts";
import { scopesOf } from "./usage.ts";
import { readWaiver } from "./waivers.ts";

/** Strongest first; a parent without evidence of its own has its weakest child's. */
export const COVERAGE_STATES = [
  "measured",
  "deliverable",
  "untargeted",
  "evidence-only",
  "waived",
  "unmeasured",
] as const;

export type CoverageState = (typeof COVERAGE_STATES)[number];

/** The rule whose waiver makes an objective without evidence `waived`. */
export const UNMEASURED_RULE = "trace/objective-unmeasured";

export type Goal = ItemOf<"aim"> | ItemOf<"objective"> | ItemOf<"capability">;

export interface Coverage {
  readonly state: CoverageState;
  /** False where the state comes from what stands below: the cause is reported there. */
  readonly own: boolean;
  /** Last day of the waiver of a waived one. */
  readonly until?: Day;
}

/** Objectives below an aim or objective, without the retired. */
export function goalsBelow(model: StrategyModel, item: Item): Goal[] {
  return childrenOf(model, item).filter(
    (child): child is Goal => isGoal(child) && child.kind !== "capability" && child.retired === undefined,
  );
}

export function isGoal(item: Item): item is Goal {
  return item.kind === "aim" || item.kind === "objective" || item.kind === "capability";
}

/** Objectives without nested ones, and aims without objectives, of one strategy: what coverage is counted over. */
export function countedGoals(model: StrategyModel, strategy: Item): Goal[] {
  return (model.byDocument.get(strategy.document) ?? []).filter((item): item is Goal =>
    isCounted(model, item),
  );
}

/** Whether it is one of these. */
export function isCounted(model: StrategyModel, item: Item): boolean {
  return (
    isGoal(item) &&
    item.kind !== "capability" &&
    item.of === "strategy" &&
    item.retired === undefined &&
    goalsBelow(model, item).length === 0
  );
}

/** Computes a goal's state; `stateOf` is asked for its children, so that a whole strategy is walked once. */
export function computeCoverage(
  goal: Goal,
  model: StrategyModel,
  asOf: Day,
  targetsOf: ReadTargets,
  stateOf: (goal: Goal) => Coverage,
): Coverage {
  const evidence = ownEvidence(goal, model, targetsOf);
  const below = goalsBelow(model, goal);
  if (evidence !== undefined) return { state: evidence, own: true };
  if (below.length > 0) return { ...weakest(below.map(stateOf)), own: false };
  const waiver = readWaiver(goal, UNMEASURED_RULE, asOf);
  if (waiver?.state === "valid") return { state: "waived", own: true, until: waiver.until };
  return { state: "unmeasured", own: true };
}

function weakest(states: readonly Coverage[]): Coverage {
  const rank = (coverage: Coverage) => COVERAGE_STATES.indexOf(coverage.state);
  return states.reduce((worst, state) => (rank(state) > rank(worst) ? state : worst));
}

/** What an item's own measures and `done-when` make of it: the strongest of them. */
function ownEvidence(goal: Goal, model: StrategyModel, targetsOf: ReadTargets): CoverageState | undefined {
  const states = evidenceOf(model, goal).map((measure) => evidenceState(measure, model, targetsOf));
  const own: CoverageState[] = goal.doneWhen ? [...states, "deliverable"] : states;
  return COVERAGE_STATES.find((state) => own.includes(state));
}

/** The state that one measure alone gives to what names it. */
export function evidenceState(
  measure: Evidence,
  model: StrategyModel,
  targetsOf: ReadTargets,
): CoverageState {
  if (measure.role !== "kpi") return "evidence-only";
  if (isYesNoUnit(measure.unit)) return "deliverable";
  const targets = allTargets(model, measure, targetsOf);
  if (targets.some(isTargetValue)) return "measured";
  return isOnlyTracked(targets) ? "evidence-only" : "untargeted";
}

export type Evidence = ItemOf<"measure"> | ItemOf<"scope">;

/** The measures that an item names, without the retired. */
export function evidenceOf(model: StrategyModel, item: Item): Evidence[] {
  return targetsOf(model, item, "measures").filter(
    (to): to is Evidence => (to.kind === "measure" || to.kind === "scope") && to.retired === undefined,
  );
}

/** A measure's own targets and those of all its scopes: a target in any scope is one. */
export function allTargets(model: StrategyModel, measure: Evidence, targetsOf: ReadTargets): Target[] {
  const scopes = measure.kind === "measure" ? scopesOf(model, measure) : [];
  return gathered([measure, ...scopes], targetsOf)
    .map(({ target }) => target)
    .filter((target) => target !== undefined);
}

function isOnlyTracked(targets: readonly Target[]): boolean {
  return targets.length > 0 && targets.every((target) => target.form === "open" && target.word === "track");
}
