// What is said beside a thing in the tree of a strategy: what is missing, how it stands, who leads it.

import { documentOf, hasRefused } from "../../link/model.ts";
import { nameOfParty } from "../../lookup/card.ts";
import type { Lookup } from "../../lookup/lookup.ts";
import { isLate, statusOf } from "../../lookup/statuses.ts";
import { type Item, keyOf } from "../../model/items.ts";
import { hasUnknownEvidence } from "../../rules/trace/evidence.ts";
import { type CoverageState, evidenceState, goalsBelow, isGoal } from "../../trace/coverage.ts";
import { LATE, sayCoverage, sayState, stateWord } from "../../trace/stateWords.ts";
import { hasEnded } from "./branches.ts";

/** "no measure · Medical Director": where there is little room, the end is what is cut off. */
export function describeItem(item: Item, lookup: Lookup): string {
  const words = [
    hasEnded(item) ? "ended" : undefined,
    isLate(item, lookup) ? LATE : statusOf(item, lookup)?.status,
    stateWords(item, lookup),
    leadOf(item, lookup),
    periodOf(item, lookup.model),
  ];
  return words.filter((word) => word !== undefined && word !== "").join(" · ");
}

const GAPS: ReadonlySet<CoverageState> = new Set<CoverageState>([
  "unmeasured",
  "untargeted",
  "evidence-only",
]);

/** Where something is missing, here or below; of what could not be read nothing is claimed. */
export function isGap(item: Item, { model, thread }: Lookup): boolean {
  if (hasEnded(item) || !isKnown(item, model)) return false;
  if (item.kind === "measure") return evidenceState(item, model, thread.targetsOf) === "untargeted";
  if (!isGoal(item) || item.kind === "capability" || item.of !== "strategy") return false;
  return GAPS.has(thread.coverageOf(item).state);
}

function isKnown(item: Item, model: Lookup["model"]): boolean {
  if (item.retired !== undefined || model.damagedItems.has(keyOf(item))) return false;
  if (item.kind === "measure") return !hasRefused(model, item, "targets", "scopes", "role");
  if (!isGoal(item)) return true;
  return !hasUnknownEvidence(model, item) && goalsBelow(model, item).every((goal) => isKnown(goal, model));
}

/** Below an objective stand priorities of several years. */
function periodOf(item: Item, model: Lookup["model"]): string | undefined {
  const dated = item.kind === "priority" ? documentOf(model, item) : item;
  return dated?.kind === "strategy" || dated?.kind === "delivery-plan" ? dated.period?.text : undefined;
}

/** As it is written on the thing itself: what is inherited would stand on every line. */
function leadOf(item: Item, { model }: Lookup): string | undefined {
  const key = item.lead === undefined ? "owner" : "lead";
  const written = item[key];
  return written === undefined ? undefined : nameOfParty(item, written.text, key, model);
}

function stateWords(item: Item, lookup: Lookup): string | undefined {
  const { model, thread } = lookup;
  if (item.kind === "strategy") return sayCoverage(thread.summaryOf(item));
  if (isGoal(item)) return isKnown(item, model) ? sayState(thread.coverageOf(item)) : undefined;
  return item.kind === "measure" && isGap(item, lookup) ? stateWord("untargeted") : undefined;
}
