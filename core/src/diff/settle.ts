// One edit is one change: what follows from a change that is told of anyway is taken out, or names its cause.

import { targetsOf } from "../link/model.ts";
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

const LOSSES = [
  "target-removed",
  "target-made-vague",
  "target-changed",
  "role-lowered",
  "item-retired",
  "unit-changed",
];
const GAINS = [
  "target-added",
  "target-made-exact",
  "target-changed",
  "role-raised",
  "item-unretired",
  "unit-changed",
];

/** What can bring each of them about on a measure. */
const CAUSES: ReadonlyMap<string, readonly string[]> = new Map([
  ["coverage-lowered", LOSSES],
  ["last-measure-removed", LOSSES],
  ["coverage-raised", GAINS],
  ["first-measure-added", GAINS],
]);

/** A change that follows from one on a measure says so; a change of its own measures has no other cause. */
function withCauses(comparing: Comparing, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft) => {
    const causes = CAUSES.get(draft.id);
    const { base, head } = draft;
    if (causes === undefined || base === undefined || head === undefined) return draft;
    const before = new Set(
      targetsOf(comparing.base.model, base, "measures").map((to) => nowOf(comparing, to)),
    );
    const kept = new Set<Item>(
      targetsOf(comparing.head.model, head, "measures").flatMap((to) => (before.has(to) ? [to] : [])),
    );
    const cause = drafts.find(
      (one) => causes.includes(one.id) && one.head !== undefined && kept.has(one.head),
    );
    if (cause?.head === undefined) return draft;
    return { ...draft, why: `${draft.why}, because ${nameItemWithin(cause.head)} ${cause.what}` };
  });
}
