// Enabler strategies and delivery plans, and their items, that are gone, new or in another plan.

import { childrenOf, itemsOf } from "../../link/model.ts";
import { type Item, type ItemOf, keyIn } from "../../model/items.ts";
import { comparePeriods } from "../../model/period.ts";
import type { ChangeKind, Draft } from "../change.ts";
import type { Comparing } from "../comparing.ts";
import { linkedBy, type Side } from "../side.ts";
import { comparePlans, countWords, planBefore } from "../years.ts";
import { isReportedDone } from "./goalFields.ts";
import { countInside } from "./goals.ts";

export const planKinds: readonly ChangeKind[] = [
  {
    id: "enabler-removed",
    class: "breaks",
    mirror: "enabler-added",
    what: "The file of an enabler strategy is gone.",
    unless: "Weakens where it supported no objective.",
  },
  {
    id: "enabler-added",
    class: "strengthens",
    mirror: "enabler-removed",
    what: "There is a new enabler strategy.",
  },
  {
    id: "support-removed",
    class: "weakens",
    mirror: "support-added",
    what: "An enabler strategy no longer supports an objective or builds a capability.",
  },
  {
    id: "support-added",
    class: "strengthens",
    mirror: "support-removed",
    what: "An enabler strategy supports one more objective or builds one more capability.",
  },
  { id: "plan-removed", class: "breaks", mirror: "plan-added", what: "The file of a delivery plan is gone." },
  { id: "plan-added", class: "review", mirror: "plan-removed", what: "There is a new delivery plan." },
  {
    id: "objective-unplanned",
    class: "weakens",
    mirror: "objective-planned",
    what: "A priority no longer lists an objective.",
    unless: "Breaks where nothing in that plan delivers it any more.",
  },
  {
    id: "objective-planned",
    class: "strengthens",
    mirror: "objective-unplanned",
    what: "A priority lists one more objective.",
  },
  {
    id: "plan-item-removed",
    class: "weakens",
    mirror: "plan-item-added",
    what: "A priority, action or milestone is gone and was not ended.",
    unless: "Breaks where its date had passed and no report says that it was done: a miss would vanish.",
  },
  {
    id: "plan-item-added",
    class: "strengthens",
    mirror: "plan-item-removed",
    what: "There is a new priority, action or milestone.",
  },
  {
    id: "item-deferred",
    class: "weakens",
    mirror: "item-advanced",
    what: "A priority, action or milestone now stands only in a later plan.",
  },
  {
    id: "item-advanced",
    class: "strengthens",
    mirror: "item-deferred",
    what: "A priority, action or milestone now stands in an earlier plan.",
  },
  {
    id: "condition-eased",
    class: "weakens",
    mirror: "condition-tightened",
    what: "What closes a milestone is easier to reach, or gone.",
  },
  {
    id: "condition-tightened",
    class: "strengthens",
    mirror: "condition-eased",
    what: "What closes a milestone is harder to reach, or new.",
  },
  {
    id: "budget-reduced",
    class: "weakens",
    mirror: "budget-increased",
    what: "There is less money for the same promise.",
  },
  {
    id: "budget-increased",
    class: "strengthens",
    mirror: "budget-reduced",
    what: "There is more money for the same promise.",
  },
  {
    id: "link-changed",
    class: "review",
    mirror: "itself",
    what: "Something is connected with other things: what it waits for, moves or follows, with whom and for whom it is done, its start, its risks, former names alone.",
  },
];

/** A priority, action, milestone, plan or enabler strategy that is gone. */
export function planItemGone(comparing: Comparing, item: Item): Draft {
  const { base } = comparing;
  const says = item.title ?? item.id;
  if (item.kind === "delivery-plan")
    return {
      id: "plan-removed",
      base: item,
      old: says,
      what: "is gone",
      why: `With it went ${countInside(base, item)}`,
    };
  if (item.kind === "enabler-strategy") {
    const supported = linkedBy(base, item, "supports", "builds").length;
    return {
      id: "enabler-removed",
      ...(supported === 0 ? { class: "weakens" as const } : {}),
      base: item,
      old: says,
      what: "is gone",
      why:
        supported === 0
          ? `It supported no objective; with it went ${countInside(base, item)}`
          : `It supported ${supported} ${supported === 1 ? "objective" : "objectives"}; with it went ${countInside(base, item)}`,
    };
  }
  const missed = [item, ...below(base, item)].find((one) => isMissed(base, one));
  const inside = below(base, item).length === 0 ? undefined : countInside(base, item);
  return {
    id: "plan-item-removed",
    ...(missed === undefined ? {} : { class: "breaks" as const }),
    base: item,
    old: says,
    what: "is gone",
    why:
      missed !== undefined
        ? `The date of ${missed === item ? "it" : `"${missed.title ?? missed.id}"`} had passed and no report says done, so a miss would vanish`
        : inside === undefined
          ? "It was promised, and nobody says what became of it"
          : `With it went ${inside}`,
  };
}

function below({ model }: Side, item: Item): Item[] {
  return childrenOf(model, item).flatMap((child) => [child, ...childrenOf(model, child)]);
}

function isMissed(side: Side, item: Item): boolean {
  if ((item.kind !== "action" && item.kind !== "milestone") || item.retired !== undefined) return false;
  const due = side.dueDayOf(item);
  return due !== undefined && due < side.asOf && !isReportedDone(side, item);
}

export function planItemCame(comparing: Comparing, item: Item): Draft {
  const { head } = comparing;
  const says = item.title ?? item.id;
  const inside = countInside(head, item);
  if (item.kind === "delivery-plan") {
    const before = planBefore(head, item);
    const counts =
      before === undefined ? "" : countWords(comparePlans(head, before.strategy, before.plan, item).items);
    const why = counts === "" ? `With it came ${inside}` : `Against the plan before: ${counts}`;
    return { id: "plan-added", head: item, new: says, what: "is new", why };
  }
  if (item.kind === "enabler-strategy")
    return { id: "enabler-added", head: item, new: says, what: "is new", why: `With it came ${inside}` };
  return {
    id: "plan-item-added",
    head: item,
    new: says,
    what: "is new",
    why: inside === "nothing else" ? "One promise more" : `With it came ${inside}`,
  };
}

/** The same path in another plan of the head that had none there before. */
export function findElsewhere({ head, matching }: Comparing, item: Item): Item | undefined {
  const path = item.id.slice(item.document.length + 1);
  return itemsOf(head.model, "delivery-plan")
    .filter(({ id }) => id !== item.document)
    .map(({ id }) => head.model.byKey.get(keyIn(item.kind, `${id}/${path}`)))
    .find((one) => one !== undefined && one.kind === item.kind && matching.baseOf(one) === undefined);
}

/** What went from one plan and came in another. */
export function movedBetweenPlans(comparing: Comparing, item: Item, now: Item): Draft | undefined {
  const { base, head } = comparing;
  const [from, to] = [planIn(base, item), planIn(head, now)];
  const [was, is] = [from && base.thread.periodOfPlan(from), to && head.thread.periodOfPlan(to)];
  if (from === undefined || to === undefined || was === undefined || is === undefined) return undefined;
  const order = comparePeriods(is, was);
  if (order === 0) return undefined;
  const [old, fresh] = [from.title ?? from.id, to.title ?? to.id];
  const at = { base: item, head: now, old, new: fresh };
  return order > 0
    ? { ...at, id: "item-deferred", what: "stands only in a later plan", why: "The same promise, kept later" }
    : { ...at, id: "item-advanced", what: "stands in an earlier plan", why: "The same promise, kept sooner" };
}

function planIn({ model }: Side, item: Item): ItemOf<"delivery-plan"> | undefined {
  const found = model.byKey.get(keyIn("delivery-plan", item.document));
  return found?.kind === "delivery-plan" ? found : undefined;
}
