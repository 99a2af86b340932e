// What several trace rules ask alike: whether an item's evidence can be judged at all.

import { hasRefused, type StrategyModel } from "../../link/model.ts";
import { type Item, keyOf } from "../../model/items.ts";
import { evidenceOf } from "../../trace/coverage.ts";
import { scopesOf } from "../../trace/usage.ts";

/**
 * A measure that leads nowhere, or an objective whose id is taken, has its own finding and counts as unknown, so
 * nothing is said to be missing.
 */
export function hasUnknownEvidence(model: StrategyModel, item: Item): boolean {
  const leadsNowhere = (model.unresolved.get(item) ?? []).some(
    (reference) => reference.key === "measures" || reference.key === "objectives",
  );
  if (leadsNowhere || model.duplicates.some((duplicate) => duplicate.parent === keyOf(item))) return true;
  if (model.refusedKeys.size === 0) return false;
  return evidenceOf(model, item).some((measure) =>
    [measure, ...scopesOf(model, measure)].some((one) => hasRefused(model, one, "targets", "scopes", "role")),
  );
}
