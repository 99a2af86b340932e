// Strategies, aims, objectives and capabilities that are gone or new.

import { childrenOf, linksFrom } from "../../link/model.ts";
import { type Item, kindWords } from "../../model/items.ts";
import { isGoal } from "../../trace/coverage.ts";
import { strategiesUsing } from "../../trace/usage.ts";
import type { ChangeKind, Draft } from "../change.ts";
import type { Comparing } from "../comparing.ts";
import type { Side } from "../side.ts";

export const goalKinds: readonly ChangeKind[] = [
  {
    id: "strategy-removed",
    class: "breaks",
    mirror: "strategy-added",
    what: "The file of a strategy is gone.",
  },
  { id: "strategy-added", class: "review", mirror: "strategy-removed", what: "There is a new strategy." },
  {
    id: "period-shortened",
    class: "weakens",
    mirror: "period-extended",
    what: "A strategy ends earlier.",
    unless: "Breaks where a target or a date then lies behind its end.",
  },
  { id: "period-extended", class: "review", mirror: "period-shortened", what: "A strategy ends later." },
  {
    id: "status-lowered",
    class: "weakens",
    mirror: "status-raised",
    what: "What was adopted is a draft again.",
  },
  { id: "status-raised", class: "strengthens", mirror: "status-lowered", what: "A draft was adopted." },
  {
    id: "strategy-closed",
    class: "review",
    mirror: "strategy-reopened",
    what: "A strategy, enabler strategy or plan is closed; its objectives that are neither ended nor replaced are listed.",
  },
  {
    id: "strategy-reopened",
    class: "review",
    mirror: "strategy-closed",
    what: "What was closed is open again.",
  },
  {
    id: "alignment-removed",
    class: "weakens",
    mirror: "alignment-added",
    what: "It no longer says that it follows a policy or strategy.",
  },
  {
    id: "alignment-added",
    class: "strengthens",
    mirror: "alignment-removed",
    what: "It says which policy or strategy it follows.",
  },
  {
    id: "aim-removed",
    class: "breaks",
    mirror: "aim-added",
    what: "An aim is gone and was not ended.",
    unless: "Weakens where all its objectives live on elsewhere.",
  },
  { id: "aim-added", class: "review", mirror: "aim-removed", what: "There is a new aim." },
  {
    id: "objective-removed",
    class: "breaks",
    mirror: "objective-added",
    what: "An objective or capability is gone and was not ended; the measures that nothing uses any more are named.",
  },
  {
    id: "objective-added",
    class: "strengthens",
    mirror: "objective-removed",
    what: "There is a new objective or capability.",
    unless: "To be read again while it has no measure.",
  },
  {
    id: "objective-moved",
    class: "review",
    mirror: "itself",
    what: "An objective stands under another aim or objective.",
  },
  {
    id: "coverage-lowered",
    class: "weakens",
    mirror: "coverage-raised",
    what: "It can be told less well whether an objective is reached: measured, deliverable, untargeted, evidence-only.",
  },
  {
    id: "coverage-raised",
    class: "strengthens",
    mirror: "coverage-lowered",
    what: "It can be told better whether an objective is reached.",
  },
  {
    id: "last-measure-removed",
    class: "breaks",
    mirror: "first-measure-added",
    what: "Nobody can tell any more whether an objective works: it is unmeasured now, or waived.",
  },
  {
    id: "first-measure-added",
    class: "strengthens",
    mirror: "last-measure-removed",
    what: "An objective that was unmeasured or waived can be judged.",
  },
  {
    id: "due-removed",
    class: "weakens",
    mirror: "due-added",
    what: "An objective, action or milestone has no date any more, or waits for an event in its place.",
  },
  {
    id: "due-added",
    class: "strengthens",
    mirror: "due-removed",
    what: "An objective, action or milestone has a date.",
  },
  {
    id: "due-later",
    class: "weakens",
    mirror: "due-earlier",
    what: "A date is later.",
    unless:
      "Breaks past the end of the strategy or plan, and where the old date had passed and no report says that it was done.",
  },
  { id: "due-earlier", class: "strengthens", mirror: "due-later", what: "A date is earlier." },
];

/** A strategy, aim, objective or capability that is gone. */
export function goalGone(comparing: Comparing, item: Item): Draft {
  const { base, matching } = comparing;
  const says = item.title ?? item.id;
  if (item.kind === "strategy") {
    const why = `With it went ${countInside(base, item)}`;
    return { id: "strategy-removed", base: item, old: says, what: "is gone", why };
  }
  if (item.kind === "aim") {
    const objectives = childrenOf(base.model, item).filter(isGoal);
    const isKept = objectives.length > 0 && objectives.every((one) => matching.headOf(one) !== undefined);
    return {
      id: "aim-removed",
      ...(isKept ? { class: "weakens" as const } : {}),
      base: item,
      old: says,
      what: "is gone",
      why: isKept ? "All its objectives live on elsewhere" : `With it went ${countInside(base, item)}`,
    };
  }
  const unused = newlyUnused(comparing, item);
  return {
    id: "objective-removed",
    base: item,
    old: says,
    what: "is gone",
    why:
      unused.length === 0
        ? "A promise is no longer made; end it with a reason where it was kept or replaced"
        : `A promise is no longer made, and nothing uses any more: ${unused.join(", ")}`,
  };
}

/** Titles of the measures of a thing that is gone which nothing uses now. */
function newlyUnused({ base, head, matching }: Comparing, item: Item): string[] {
  return linksFrom(base.model, item).flatMap(({ to, reference }) => {
    const now = reference.key === "measures" ? matching.headOf(to) : undefined;
    const isUnused = now !== undefined && strategiesUsing(head.model, now).length === 0;
    return isUnused ? [now.title ?? now.id] : [];
  });
}

export function goalCame(comparing: Comparing, item: Item): Draft {
  const { head, matching } = comparing;
  const says = item.title ?? item.id;
  if (item.kind === "strategy" || item.kind === "aim") {
    const isKept = childrenOf(head.model, item).some((one) => matching.baseOf(one) !== undefined);
    return {
      id: item.kind === "strategy" ? "strategy-added" : "aim-added",
      head: item,
      new: says,
      what: "is new",
      why: isKept
        ? "Objectives that were elsewhere stand under it now"
        : `With it came ${countInside(head, item)}`,
    };
  }
  const state = isGoal(item) ? head.thread.coverageOf(item).state : "unmeasured";
  const isBare = state === "unmeasured" || state === "waived";
  return {
    id: "objective-added",
    ...(isBare ? { class: "review" as const } : {}),
    head: item,
    new: says,
    what: "is new",
    why: isBare ? "It has no measure yet, so nobody could tell whether it works" : "One promise more",
  };
}

/** `3 aims, 14 objectives`. */
export function countInside(side: Side, item: Item): string {
  const inside = new Set<Item>();
  const visit = (one: Item) => {
    for (const child of childrenOf(side.model, one)) {
      if (inside.has(child)) continue;
      inside.add(child);
      visit(child);
    }
  };
  visit(item);
  const found = [...inside];
  const kinds = [...new Set(found.map(({ kind }) => kind))].filter((kind) => kind !== "scope");
  const counts = kinds.map((kind) => {
    const count = found.filter((one) => one.kind === kind).length;
    return `${count} ${count === 1 ? kind.replaceAll("-", " ") : kindWords(kind)}`;
  });
  return counts.length === 0 ? "nothing else" : counts.join(", ");
}
