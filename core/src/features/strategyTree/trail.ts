// The ids of lines in the tree of a strategy: the steps that lead to them from the top. They hold no places and no
// titles, so a line keeps its id while somebody types.

import type { Lookup } from "../../lookup/lookup.ts";
import { keyOf } from "../../model/items.ts";
import { type Branch, branchesOf, UNUSED, walkBranches } from "./branches.ts";

const SEPARATOR = ">";

/** `trail` is the id of what the branch hangs under, empty at the top. */
export function stepInto(trail: string, branch: Branch): string {
  return trail === "" ? stepOf(branch) : trail + SEPARATOR + stepOf(branch);
}

/** What an id stands for; undefined where that is gone. */
export function branchOf(id: string, { model }: Lookup): Branch | undefined {
  const steps = id.split(SEPARATOR);
  const step = steps.pop() ?? "";
  if (step === UNUSED.kind) return UNUSED;
  if (step !== "vision") return model.byKey.get(unescapeStep(step));
  const strategy = model.byKey.get(unescapeStep(steps.pop() ?? ""));
  return strategy?.kind === "strategy" ? { kind: "vision", of: strategy } : undefined;
}

/** A thing that stands above a place already is not shown again below it, so that no circle has an endless trail. */
export function shownBelow(branch: Branch, id: string, lookup: Lookup): Branch[] {
  const above = new Set(id.split(SEPARATOR));
  return branchesOf(branch, lookup).filter((one) => !above.has(stepOf(one)));
}

/** Whether anything is. */
export function isAnyShownBelow(branch: Branch, id: string, lookup: Lookup): boolean {
  const above = new Set(id.split(SEPARATOR));
  for (const one of walkBranches(branch, lookup)) if (!above.has(stepOf(one))) return true;
  return false;
}

/** Keys of things have a colon, which tells them from the two words. */
function stepOf(branch: Branch): string {
  if (branch.kind === "vision" || branch.kind === "unused-measures") return branch.kind;
  return keyOf(branch).replaceAll("%", "%25").replaceAll(SEPARATOR, "%3E");
}

function unescapeStep(step: string): string {
  return step.replaceAll("%3E", SEPARATOR).replaceAll("%25", "%");
}
