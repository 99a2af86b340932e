// What several measure rules ask alike: a measure together with its scopes, and their targets as read.

import type { StrategyModel } from "../../link/model.ts";
import type { ItemOf } from "../../model/items.ts";
import { standsIn } from "../../model/standsIn.ts";
import { isTargetValue, type Target } from "../../model/target.ts";
import type { MeasureOrScope, TargetReading } from "../../trace/targets.ts";
import type { ThreadReader } from "../../trace/thread.ts";
import { scopesOf } from "../../trace/usage.ts";

/** A measure and its scopes. */
export function withScopes(model: StrategyModel, measure: ItemOf<"measure">): MeasureOrScope[] {
  return [measure, ...scopesOf(model, measure)];
}

/** The targets that stand on the item itself; those that a scope has from its measure are the measure's. */
export function ownTargets(thread: ThreadReader, measure: MeasureOrScope): readonly TargetReading[] {
  const targets = thread.targetsOf(measure);
  if (measure.kind === "measure") return targets;
  return targets.filter(({ written }) => standsIn(written.value, measure));
}

export function hasValue(reading: TargetReading): reading is TargetReading & { readonly target: Target } {
  return reading.target !== undefined && isTargetValue(reading.target);
}

export function isUnread(reading: TargetReading): boolean {
  return reading.target === undefined;
}
