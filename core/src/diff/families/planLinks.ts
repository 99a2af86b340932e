// Changes of what plans and enabler strategies are connected with: what they support and deliver, what they wait for, with
// whom and for whom.

import type { Item } from "../../model/items.ts";
import { foldNode, sayNode } from "../../syntax/fold.ts";
import { prioritiesDelivering } from "../../trace/thread.ts";
import type { Draft } from "../change.ts";
import {
  type Comparing,
  compareLinks,
  draftOf,
  type FieldPair,
  type LinkChanges,
  sayAll,
  sayLinked,
} from "../comparing.ts";
import { linkedBy } from "../side.ts";
import { linkChanged } from "./goalFields.ts";

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
