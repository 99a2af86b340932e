// The things that measures can show, those first that nothing shows yet.

import { itemsOf } from "../../link/model.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import { type Goal, goalsBelow } from "../../trace/coverage.ts";
import { firstThose } from "./things.ts";

/** Without what has ended; an aim speaks through its objectives and so comes behind them. */
export function openGoals({ model, thread }: Lookup): readonly Goal[] {
  const goals = itemsOf(model, "objective", "aim", "capability").filter(
    ({ retired }) => retired === undefined,
  );
  const isUnmeasured = (goal: Goal) =>
    goalsBelow(model, goal).length === 0 && thread.coverageOf(goal).state === "unmeasured";
  const parts = firstThose(goals, (goal) => goalsBelow(model, goal).length === 0);
  return firstThose(
    firstThose(parts, ({ of }) => of === "strategy"),
    isUnmeasured,
  );
}
