// The objectives of a strategy, those first that no enabler strategy supports.

import { itemsOf } from "../../link/model.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import type { Item } from "../../model/items.ts";
import { goalsBelow } from "../../trace/coverage.ts";
import { supportersOf } from "../../trace/thread.ts";
import { firstThose } from "./things.ts";

export function unsupported({ model }: Lookup, strategy: Item | undefined): readonly Item[] {
  const goals = itemsOf(model, "objective", "aim").filter(
    ({ of, retired, document }) =>
      of === "strategy" &&
      retired === undefined &&
      (strategy === undefined || document === strategy.document),
  );
  const leaves = firstThose(goals, (goal) => goalsBelow(model, goal).length === 0);
  return firstThose(leaves, (goal) => supportersOf(model, goal).length === 0);
}
