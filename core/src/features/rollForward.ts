// Next year's delivery plan from this year's: what is open goes on with all that its author wrote, what is done stays
// behind, and what was missed goes on or is dropped with a reason. The old plan stays as it is.

import type { Refused } from "../findings/refused.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { nameItem } from "../model/items.ts";
import { type NextPlan, type NextPlanRequest, nextPlan, type Plan } from "./rollForward/nextPlan.ts";
import { type Decisions, type Dropped, planContent } from "./rollForward/planContent.ts";
import { planText } from "./rollForward/planText.ts";
import { type PlanItem, type PlanItemStanding, standingsIn } from "./rollForward/standings.ts";

export interface RollForwardRequest extends NextPlanRequest {
  /** On actions and milestones, by full name. What is open goes on where nothing else is decided. */
  readonly decisions?: Decisions;
  /** `carry`: missed ones that nothing is decided on go on too; without it, that is refused. */
  readonly undecided?: "carry";
}

export interface RolledForward {
  readonly next: NextPlan;
  readonly createFile: { readonly path: string; readonly text: string };
  readonly carried: readonly PlanItem[];
  readonly dropped: readonly Dropped[];
  /** Done, stopped or ended before. */
  readonly behind: readonly PlanItem[];
}

export interface NotRolledForward extends Refused {
  /** The missed ones that must be decided on. */
  readonly undecided?: readonly PlanItemStanding[];
}

/** What a next plan must say something about: open and missed actions and milestones, in the order of the text. */
export function openForRollForward(lookup: Lookup, plan: Plan): readonly PlanItemStanding[] {
  return standingsIn(lookup, plan).filter(({ standing }) => standing !== "ended");
}

export function rollForward(lookup: Lookup, request: RollForwardRequest): RolledForward | NotRolledForward {
  const next = nextPlan(lookup, request);
  if ("refused" in next) return next;
  const { from } = next;
  const source = lookup.sourceOf(from.file);
  if (source?.damaged.length !== 0)
    return { refused: `${from.file} cannot be read whole, so nothing is made of it: repair it first` };
  const { decisions = {} } = request;
  const standings = standingsIn(lookup, from);
  const content = planContent(lookup, next, standings, decisions);
  if ("refused" in content) return content;
  const undecided = standings.filter(
    ({ item, standing }) =>
      standing === "missed" && decisions[item.id] === undefined && content.carried.includes(item),
  );
  if (undecided.length > 0 && request.undecided !== "carry")
    return { refused: `${sayMissed(undecided.length)}: carry or drop each of them`, undecided };
  if (content.kept.size === 0)
    return { refused: `Nothing of ${from.id} is open, so there is nothing to carry on: make a new plan` };
  const text = planText(lookup, next, content);
  if (text === undefined)
    return {
      refused: `${nameItem(from)} is laid out in a way that cannot be taken apart safely: copy it by hand`,
    };
  return {
    next,
    createFile: { path: next.path, text },
    carried: content.carried,
    dropped: content.dropped,
    behind: standings.filter(({ standing }) => standing === "ended").map(({ item }) => item),
  };
}

function sayMissed(count: number): string {
  return count === 1
    ? "1 thing was missed and is not decided on"
    : `${count} things were missed and are not decided on`;
}
