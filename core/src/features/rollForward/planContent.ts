// What goes into the next plan and what stays behind, from how things stand and what was decided on them.

import type { Refused } from "../../findings/refused.ts";
import { childrenOf, parentOf } from "../../link/model.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import { sayPeriodProblem } from "../../lookup/refuseWords.ts";
import { lastStatusOf } from "../../lookup/statuses.ts";
import { type Item, nameItem, nameItemWithin } from "../../model/items.ts";
import { periodsOverlap } from "../../model/period.ts";
import { readPeriod } from "../../trace/calendar.ts";
import type { NextPlan } from "./nextPlan.ts";
import { hasEnded, type PlanItem, type PlanItemStanding } from "./standings.ts";

/** A new date is a period of the new plan, such as Q2. */
export type Decision = { readonly carry: true; readonly due?: string } | { readonly drop: string };

/** By full name. */
export type Decisions = Readonly<Record<string, Decision>>;

export interface PlanContent {
  /** Priorities, actions and milestones that stand in the new plan; some only because of what stands in them. */
  readonly kept: ReadonlySet<Item>;
  /** All others of the old plan. */
  readonly left: ReadonlySet<Item>;
  readonly carried: readonly PlanItem[];
  readonly dropped: readonly Dropped[];
  readonly newDates: ReadonlyMap<Item, string>;
}

export interface Dropped {
  readonly item: PlanItem;
  readonly because: string;
  readonly status?: string;
}

export function planContent(
  lookup: Lookup,
  next: NextPlan,
  standings: readonly PlanItemStanding[],
  decisions: Decisions,
): PlanContent | Refused {
  const refused = refuseDecisions(next, standings, decisions);
  if (refused !== undefined) return { refused };
  const drops = new Map<Item, string>();
  const carried: PlanItem[] = [];
  const dropped: Dropped[] = [];
  for (const { item, standing, status } of standings) {
    const decision = decisions[item.id];
    const above = parentOf(lookup.model, item);
    const isBelowDrop = above !== undefined && drops.has(above);
    if (isBelowDrop && decision !== undefined && "carry" in decision)
      return {
        refused: `${nameItem(item)} stands in ${nameItemWithin(above)}, which is dropped: carry both or neither`,
      };
    if (standing === "ended") continue;
    if (isBelowDrop) drops.set(item, "");
    else if (decision === undefined || "carry" in decision) carried.push(item);
    else {
      drops.set(item, decision.drop);
      dropped.push({
        item,
        because: decision.drop.trim(),
        ...(status === undefined ? {} : { status }),
      });
    }
  }
  const kept = keptOf(lookup, next, carried);
  const all = descendants(lookup, next.from);
  return {
    kept,
    left: new Set(all.filter((item) => !kept.has(item))),
    carried,
    dropped,
    newDates: new Map(carried.flatMap((item) => dateOf(item, decisions))),
  };
}

function dateOf(item: PlanItem, decisions: Decisions): [Item, string][] {
  const decision = decisions[item.id];
  const due = decision !== undefined && "carry" in decision ? decision.due?.trim() : undefined;
  return due === undefined || due === "" ? [] : [[item, due]];
}

/** The carried ones with all that they stand in, and priorities that have not ended themselves. */
function keptOf(lookup: Lookup, { from }: NextPlan, carried: readonly PlanItem[]): Set<Item> {
  const kept = new Set<Item>(
    childrenOf(lookup.model, from).filter(
      (item) => item.kind === "priority" && !hasEnded(item, lastStatusOf(item, lookup), false),
    ),
  );
  for (const item of carried)
    for (let at: Item | undefined = item; at !== undefined && at !== from; at = parentOf(lookup.model, at))
      kept.add(at);
  return kept;
}

function descendants(lookup: Lookup, item: Item): Item[] {
  return childrenOf(lookup.model, item).flatMap((child) =>
    child.kind === "priority" || child.kind === "action" || child.kind === "milestone"
      ? [child, ...descendants(lookup, child)]
      : [],
  );
}

function refuseDecisions(
  { from, calendar, period, year }: NextPlan,
  standings: readonly PlanItemStanding[],
  decisions: Decisions,
): string | undefined {
  for (const [id, decision] of Object.entries(decisions)) {
    const standing = standings.find(({ item }) => item.id === id);
    if (standing === undefined)
      return `${nameItem(from)} has no action or milestone "${id}": name one of its own`;
    const { item } = standing;
    if (standing.standing === "ended")
      return `${nameItem(item)} is ${standing.status ?? "over"}, so it stays behind: leave it out`;
    if ("drop" in decision) {
      if (decision.drop.trim() === "")
        return `What is dropped needs a reason: say why ${nameItemWithin(item)} is`;
      continue;
    }
    const due = decision.due?.trim() ?? "";
    const reading = due === "" ? undefined : readPeriod(due, calendar);
    if (reading === undefined) continue;
    if ("problem" in reading) return sayPeriodProblem(reading);
    if (!periodsOverlap(reading, period))
      return `"${due}" lies outside ${year}: give ${nameItemWithin(item)} a date in the new plan`;
  }
  return undefined;
}
