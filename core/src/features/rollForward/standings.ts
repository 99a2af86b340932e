// How the actions and milestones of a plan stand at its end: what is done stays behind, what is open goes on, and what
// was missed must be decided on.

import { childrenOf } from "../../link/model.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import { dueDayOf, lastStatusOf } from "../../lookup/statuses.ts";
import type { Day } from "../../model/day.ts";
import type { Item, ItemOf } from "../../model/items.ts";

export type PlanItem = ItemOf<"action"> | ItemOf<"milestone">;

export interface PlanItemStanding {
  readonly item: PlanItem;
  /** `missed`: its date has passed on the day of the analysis, or it is called late. `ended`: done, stopped, retired ... */
  readonly standing: "open" | "missed" | "ended";
  /** What the latest report that says one calls it. */
  readonly status?: string;
  /** As the plan writes it. */
  readonly due?: string;
  readonly dueDay?: Day;
}

const ENDED: ReadonlySet<string> = new Set(["done", "stopped", "superseded"]);

/** All of a plan, in the order of the text. */
export function standingsIn(lookup: Lookup, plan: ItemOf<"delivery-plan">): readonly PlanItemStanding[] {
  const below = (parent: Item, isEnded: boolean): PlanItemStanding[] =>
    childrenOf(lookup.model, parent).flatMap((item): PlanItemStanding[] => {
      if (item.kind !== "priority" && item.kind !== "action" && item.kind !== "milestone") return [];
      const status = lastStatusOf(item, lookup);
      const ended = hasEnded(item, status, isEnded);
      const own = item.kind === "priority" ? [] : [standingOf(item, status, ended, lookup)];
      return [...own, ...below(item, ended)];
    });
  return below(plan, false);
}

/** What nobody speaks of ends with what it stands in. */
export function hasEnded(item: Item, status: string | undefined, isAboveEnded: boolean): boolean {
  if (item.retired !== undefined) return true;
  return status === undefined ? isAboveEnded : ENDED.has(status);
}

function standingOf(
  item: PlanItem,
  status: string | undefined,
  ended: boolean,
  lookup: Lookup,
): PlanItemStanding {
  const dueDay = dueDayOf(item, lookup);
  const missed = status === "late" || (dueDay !== undefined && dueDay < lookup.analysis.workspace.asOf);
  return {
    item,
    standing: ended ? "ended" : missed ? "missed" : "open",
    ...(status === undefined ? {} : { status }),
    ...(item.due === undefined ? {} : { due: item.due.text }),
    ...(dueDay === undefined ? {} : { dueDay }),
  };
}
