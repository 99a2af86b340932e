// Changes of enabler strategies and delivery plans: what supports an objective, what delivers it, what it waits for and
// what it may cost.

import { childrenOf } from "../../link/model.ts";
import { type Item, type ItemOf, keyIn } from "../../model/items.ts";
import { parseTarget } from "../../model/parseTarget.ts";
import { comparePeriods, samePeriod } from "../../model/period.ts";
import { foldNode, sayNode } from "../../syntax/fold.ts";
import { type MeasureOrScope, targetWords } from "../../trace/targets.ts";
import { prioritiesDelivering } from "../../trace/thread.ts";
import { planOf } from "../../trace/usage.ts";
import type { ChangeKind, Draft } from "../change.ts";
import {
  type Comparing,
  compareLinks,
  draftOf,
  type FieldPair,
  type LinkChanges,
  sayAll,
  sayLinked,
  tokenOf,
  values,
} from "../comparing.ts";
import { linkedBy, periodIn, type Side } from "../side.ts";
import { askedOf, type Ruler } from "../targets/asked.ts";
import { baselineFigure, compareTargets } from "../targets/compareTargets.ts";
import { compareAsked } from "../targets/harder.ts";
import { placed, targetsPair } from "../targets/measureTargets.ts";
import { comparePlans, countWords, planBefore } from "../years.ts";
import { countInside, isReportedDone, linkChanged } from "./goals.ts";

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

export function compareSupport(field: FieldPair): Draft[] {
  const key = field.key === "builds" ? "builds" : "supports";
  const { gone, fresh } = livingOn(field, compareLinks(field.comparing, field.pair, key));
  const verb = field.key === "builds" ? "build" : "support";
  return [
    ...gone.map((one) =>
      draftOf(field, {
        id: "support-removed",
        old: sayLinked(one),
        what: `no longer ${verb}s one of its objectives`,
        why: `Nothing may ${verb} it any more`,
      }),
    ),
    ...fresh.map((one) =>
      draftOf(field, {
        id: "support-added",
        new: sayLinked(one),
        what: `${verb}s one more`,
        why: "What it needs is provided for",
      }),
    ),
  ];
}

/** What a priority delivers. An objective that is gone altogether has its own change. */
export function comparePlanned(field: FieldPair): Draft[] {
  const { comparing, pair } = field;
  const { gone, fresh } = compareLinks(comparing, pair, "objectives");
  const at = { item: pair.head, path: [field.key] };
  return [
    ...gone.flatMap(({ to }) => {
      const objective = to === undefined ? undefined : comparing.matching.headOf(to);
      return to === undefined || objective === undefined
        ? []
        : [{ ...unplanned(comparing, { base: to, head: objective }, pair.base, pair.head.document), at }];
    }),
    ...fresh.flatMap(({ to }): Draft[] => {
      const objective = to === undefined ? undefined : comparing.matching.baseOf(to);
      if (to === undefined || objective === undefined) return [];
      return [
        {
          id: "objective-planned",
          base: objective,
          head: to,
          field: "objectives",
          new: pair.head.title ?? pair.head.id,
          what: "is delivered by one more priority",
          why: "Somebody is to do something for it",
          at,
        },
      ];
    }),
  ];
}

/** Breaks where the rest of the plan does not deliver it either. */
export function unplanned(
  { head }: Comparing,
  objective: { readonly base: Item; readonly head: Item },
  priority: Item,
  plan: string,
): Draft {
  const others = prioritiesDelivering(head.model, objective.head);
  const isStillPlanned = others.some(({ document }) => document === plan);
  return {
    id: "objective-unplanned",
    ...(isStillPlanned ? {} : { class: "breaks" as const }),
    ...objective,
    field: "objectives",
    old: priority.title ?? priority.id,
    what: "is no longer delivered by one of its priorities",
    why: isStillPlanned
      ? "Another priority of the plan still does"
      : `Nothing in the plan "${plan}" delivers it any more`,
  };
}

/** Objectives that a priority delivered and that live on without it. */
export function unplannedBy(comparing: Comparing, priority: Item): Draft[] {
  const plan = priority.parent === undefined ? undefined : comparing.base.model.byKey.get(priority.parent);
  const now = plan === undefined ? undefined : comparing.matching.headOf(plan);
  if (priority.kind !== "priority" || now === undefined) return [];
  return linkedBy(comparing.base, priority, "objectives").flatMap(({ to }) => {
    const objective = to === undefined ? undefined : comparing.matching.headOf(to);
    if (to === undefined || objective === undefined) return [];
    return [
      {
        ...unplanned(comparing, { base: to, head: objective }, priority, now.document),
        at: { item: now, path: ["priorities"] },
      },
    ];
  });
}

/** And those that a new one delivers. */
export function plannedBy(comparing: Comparing, priority: Item): Draft[] {
  const plan = priority.parent === undefined ? undefined : comparing.head.model.byKey.get(priority.parent);
  const before = plan === undefined ? undefined : comparing.matching.baseOf(plan);
  if (priority.kind !== "priority" || before === undefined) return [];
  return linkedBy(comparing.head, priority, "objectives").flatMap(({ to }): Draft[] => {
    const objective = to === undefined ? undefined : comparing.matching.baseOf(to);
    if (to === undefined || objective === undefined) return [];
    return [
      {
        id: "objective-planned",
        base: objective,
        head: to,
        field: "objectives",
        new: priority.title ?? priority.id,
        what: "is delivered by one more priority",
        why: "Somebody is to do something for it",
        at: { item: priority, path: ["objectives"] },
      },
    ];
  });
}

/** Without what came or went itself, which has its own change. */
function livingOn({ comparing }: FieldPair, { gone, fresh }: LinkChanges): LinkChanges {
  const { headOf, baseOf } = comparing.matching;
  return {
    gone: gone.filter(({ to }) => to === undefined || headOf(to) !== undefined),
    fresh: fresh.filter(({ to }) => to === undefined || baseOf(to) !== undefined),
  };
}

const LINK_WORDS: Readonly<Record<string, string>> = {
  moves: "is meant to move other measures",
  needs: "waits for other things",
  succeeds: "follows another strategy",
  strategy: "belongs to another strategy",
  partners: "has other partners",
};

/** References that are neither promises nor proof. */
export function compareOtherLinks(field: FieldPair): Draft[] {
  const key =
    field.key === "partners" || field.key === "succeeds" || field.key === "strategy" || field.key === "moves"
      ? field.key
      : "needs";
  const { gone, fresh } = livingOn(field, compareLinks(field.comparing, field.pair, key));
  if (gone.length + fresh.length === 0) return [];
  return [
    linkChanged(
      field,
      sayAll(gone),
      sayAll(fresh),
      LINK_WORDS[field.key] ?? "is connected with other things",
    ),
  ];
}

/** Words about connections: with whom, for whom, when it begins. */
export function compareOtherWords(field: FieldPair): Draft[] {
  if (foldNode(sorted(field.old), "text") === foldNode(sorted(field.now), "text")) return [];
  return [linkChanged(field, sayNode(field.old), sayNode(field.now), `has another "${field.key}"`)];
}

/** Lists of words compare as sets. */
function sorted(node: FieldPair["old"]): FieldPair["old"] {
  if (node?.kind !== "list") return node;
  return { ...node, items: [...node.items].sort((a, b) => (sayNode(a) < sayNode(b) ? -1 : 1)) };
}

/** Another period of a plan or enabler strategy, or another start, by the time that it means. */
export function compareTime(field: FieldPair): Draft[] {
  const { comparing, pair } = field;
  const [old, now] = [sayNode(field.old), sayNode(field.now)];
  if (old === now) return [];
  const [was, is] = [periodIn(comparing.base, pair.base, old), periodIn(comparing.head, pair.head, now)];
  if (was !== undefined && is !== undefined && samePeriod(was, is)) return [];
  return [linkChanged(field, old, now, `has another "${field.key}"`)];
}

/** The event that it waits for; in place of a date the date's change says it. */
export function compareAfter(field: FieldPair): Draft[] {
  const { base, head } = field.pair;
  const isDatesPlace =
    ("due" in base && base.due !== undefined) !== ("due" in head && head.due !== undefined);
  return isDatesPlace ? [] : compareOtherWords(field);
}

export function compareMoney(field: FieldPair): Draft[] {
  const [old, now] = [sayNode(field.old), sayNode(field.now)];
  if (old === now) return [];
  const [was, is] = [baselineFigure(old), baselineFigure(now)];
  const at = values(old, now);
  if (was === undefined || is === undefined)
    return [linkChanged(field, old, now, `has another "${field.key}"`)];
  if (was === is) return [];
  return [
    is < was
      ? draftOf(field, {
          id: "budget-reduced",
          ...at,
          what: "has less money",
          why: "The promise is unchanged, and there is less to keep it with",
        })
      : draftOf(field, {
          id: "budget-increased",
          ...at,
          what: "has more money",
          why: "There is more to keep the promise with",
        }),
  ];
}

/** `when` is a target of its measure. */
export function compareCondition(field: FieldPair): Draft[] {
  const { comparing, pair } = field;
  const [old, now] = [sayNode(field.old), sayNode(field.now)];
  if (old === now) return [];
  const at = values(old, now);
  if (old === "")
    return [
      draftOf(field, {
        id: "condition-tightened",
        ...at,
        what: "is only met when a figure is",
        why: "It can be checked",
      }),
    ];
  if (now === "")
    return [
      draftOf(field, {
        id: "condition-eased",
        ...at,
        what: "is met without a figure",
        why: "Nobody can check it any more",
      }),
    ];
  const [was, is] = [
    conditionOf(comparing.base, pair.base, old),
    conditionOf(comparing.head, pair.head, now),
  ];
  const isOneMeasure =
    was !== undefined &&
    is !== undefined &&
    (comparing.matching.headOf(was.measure) ?? was.measure) === is.measure;
  const verdict = isOneMeasure
    ? compareAsked(askedOf(was.target, was.ruler), askedOf(is.target, is.ruler), is.measure.better)
    : { verdict: "cannot-tell" as const, because: "it speaks of another measure" };
  switch (verdict.verdict) {
    case "same":
      return [];
    case "easier":
    case "vaguer":
    case "gone":
      return [
        draftOf(field, {
          id: "condition-eased",
          ...at,
          what: "is met sooner than before",
          why: "Less has to be reached for it to count as met",
        }),
      ];
    case "harder":
    case "clearer":
    case "new":
      return [
        draftOf(field, {
          id: "condition-tightened",
          ...at,
          what: "asks for more than before",
          why: "More has to be reached for it to count as met",
        }),
      ];
    case "cannot-tell":
      return [
        draftOf(field, {
          id: "target-changed",
          ...at,
          what: "is met by something else",
          why: `Cannot tell whether this is easier or harder, because ${verdict.because}`,
        }),
      ];
  }
}

interface Condition {
  readonly measure: MeasureOrScope;
  readonly target: Exclude<ReturnType<typeof parseTarget>, { problem: string }> | undefined;
  readonly ruler: Ruler;
}

function conditionOf(side: Side, item: Item, text: string): Condition | undefined {
  const [linked] = linkedBy(side, item, "when");
  const measure = linked?.to;
  if (measure === undefined || (measure.kind !== "measure" && measure.kind !== "scope")) return undefined;
  const words = text
    .slice(text.indexOf(linked?.reference.text ?? "") + (linked?.reference.text.length ?? 0))
    .trim();
  const target = parseTarget(words, targetWords(measure));
  const baseline = baselineFigure(measure.baseline.at(-1)?.value.text);
  return {
    measure,
    target: "problem" in target ? undefined : target,
    ruler: {
      ...(measure.better === undefined ? {} : { better: measure.better }),
      ...(baseline === undefined ? {} : { baseline }),
    },
  };
}

/** Planned values of a plan are targets of their measures. */
export function compareTrajectory(field: FieldPair): Draft[] {
  const { comparing, pair } = field;
  if (pair.base.kind !== "delivery-plan" || pair.head.kind !== "delivery-plan") return [];
  const [old, now] = [seriesOf(comparing, "base", pair.base), seriesOf(comparing, "head", pair.head)];
  const tokens = [...new Set([...old.keys(), ...now.keys()])];
  return tokens.flatMap((token) => {
    const [was, is] = [old.get(token), now.get(token)];
    const measure = is?.measure ?? was?.measure;
    if (measure === undefined)
      return [linkChanged(field, was?.text ?? "", is?.text ?? "", "plans values of another measure")];
    const base = was?.measure ?? comparing.matching.baseOf(measure) ?? measure;
    const measurePair = { base: base as MeasureOrScope, head: measure as MeasureOrScope, how: "id" as const };
    const words = { noun: "planned value", field: `trajectory.${is?.text ?? was?.text}` };
    const targets = targetsPair(comparing, measurePair, was?.values ?? [], is?.values ?? [], words, pair);
    return compareTargets(targets).map((draft) => ({
      ...placed(draft, pair),
      base: pair.base,
      head: pair.head,
      what: `${draft.what} of measure "${measure.title ?? measure.id}"`,
    }));
  });
}

type Series = ItemOf<"delivery-plan">["trajectory"][number];

function seriesOf(comparing: Comparing, which: "base" | "head", plan: ItemOf<"delivery-plan">) {
  const side = comparing[which];
  const linked = linkedBy(side, plan, "trajectory");
  const series = new Map<
    Item | string,
    { text: string; measure?: MeasureOrScope; values: Series["values"] }
  >();
  for (const { measure, values } of plan.trajectory) {
    const found = linked.find(({ reference }) => reference.text === measure.text);
    const to = found?.to;
    const token = found === undefined ? measure.text : tokenOf(comparing, which, found);
    const isMeasure = to !== undefined && (to.kind === "measure" || to.kind === "scope");
    series.set(token, { text: measure.text, values, ...(isMeasure ? { measure: to } : {}) });
  }
  return series;
}

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
  return head.model.items.find(
    (one) =>
      one.kind === item.kind &&
      one.document !== item.document &&
      one.id === `${one.document}/${path}` &&
      planOf(head.model, one) !== undefined &&
      matching.baseOf(one) === undefined,
  );
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
