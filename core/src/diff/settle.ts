// One edit is one change: what follows from a change that is told of anyway is taken out, or names its cause.

import { linksFrom } from "../link/model.ts";
import { type Item, nameItemWithin } from "../model/items.ts";
import { isGoal } from "../trace/coverage.ts";
import type { Draft } from "./change.ts";
import type { Comparing } from "./comparing.ts";

export function settle(comparing: Comparing, drafts: readonly Draft[]): Draft[] {
  const moved = gatherMoves(comparing, drafts);
  return withCauses(comparing, withoutConsequences(moved));
}

const OF_LAST: ReadonlySet<string> = new Set(["measure-removed", "measure-swapped"]);

/** The last measure, or the first, is more than a measure. */
function withoutConsequences(drafts: readonly Draft[]): Draft[] {
  const bare = itemsOf(drafts, "last-measure-removed");
  const covered = itemsOf(drafts, "first-measure-added");
  return drafts.filter(({ id, head, field }) => {
    if (head === undefined) return true;
    if (bare.has(head) && (OF_LAST.has(id) || field === "done-when")) return false;
    return !(
      covered.has(head) &&
      (id === "measure-added" || id === "measure-swapped" || field === "done-when")
    );
  });
}

function itemsOf(drafts: readonly Draft[], id: string): Set<Item | undefined> {
  return new Set(drafts.filter((draft) => draft.id === id).map(({ head }) => head));
}

/** A measure that went from one objective and came to another moved. */
function gatherMoves(comparing: Comparing, drafts: readonly Draft[]): Draft[] {
  const bare = itemsOf(drafts, "last-measure-removed");
  const fresh = itemsOf(drafts, "first-measure-added");
  const told = new Set<Draft>();
  const moves: Draft[] = [];
  for (const gone of drafts) {
    const now = gone.id === "measure-removed" ? nowOf(comparing, gone.measure) : undefined;
    if (now === undefined || bare.has(gone.head) || !isGoalDraft(gone)) continue;
    const came = drafts.find(
      (one) =>
        one.id === "measure-added" &&
        one.measure === now &&
        !told.has(one) &&
        !fresh.has(one.head) &&
        isGoalDraft(one),
    );
    if (came === undefined) continue;
    told.add(gone).add(came);
    moves.push({
      id: "measure-relinked",
      ...(gone.measure === undefined ? {} : { base: gone.measure }),
      head: now,
      field: "measures",
      ...(gone.head === undefined ? {} : { old: gone.head.title ?? gone.head.id }),
      ...(came.head === undefined ? {} : { new: came.head.title ?? came.head.id }),
      what: "shows something else than before",
      why: "Both have to be read with other eyes",
      ...(came.head === undefined ? {} : { at: { item: came.head, path: ["measures"] } }),
    });
  }
  return [...drafts.filter((draft) => !told.has(draft)), ...moves];
}

function isGoalDraft({ head }: Draft): boolean {
  return head !== undefined && isGoal(head);
}

function nowOf({ matching }: Comparing, measure: Item | undefined): Item | undefined {
  return measure === undefined ? undefined : matching.headOf(measure);
}

const OF_COVERAGE: ReadonlySet<string> = new Set([
  "coverage-lowered",
  "coverage-raised",
  "last-measure-removed",
  "first-measure-added",
]);

/** A change that follows from one on a measure says so. */
function withCauses(comparing: Comparing, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft) => {
    if (!OF_COVERAGE.has(draft.id) || draft.base === undefined || draft.head === undefined) return draft;
    const measures = new Set<Item>(
      linksFrom(comparing.head.model, draft.head, "measures").map(({ to }) => to),
    );
    const cause = drafts.find(({ id, head }) => CAUSES.has(id) && head !== undefined && measures.has(head));
    if (cause?.head === undefined) return draft;
    return { ...draft, why: `${draft.why}, because ${nameItemWithin(cause.head)} ${cause.what}` };
  });
}

const CAUSES: ReadonlySet<string> = new Set([
  "target-removed",
  "target-added",
  "target-made-vague",
  "target-made-exact",
  "target-changed",
  "role-lowered",
  "role-raised",
  "item-retired",
  "item-unretired",
  "unit-changed",
]);
