// Changes of what stands on strategies, aims and objectives: standing, time, dates, what they follow, where they stand.

import { formatDay } from "../../model/day.ts";
import { type Item, nameItem } from "../../model/items.ts";
import { sayNode } from "../../syntax/fold.ts";
import { isGoal } from "../../trace/coverage.ts";
import { strategiesUsing } from "../../trace/usage.ts";
import type { Draft } from "../change.ts";
import { type Comparing, compareLinks, draftOf, type FieldPair, sayLinked, values } from "../comparing.ts";
import type { Pair } from "../matching.ts";
import { periodIn, type Side } from "../side.ts";

export function compareStatus(field: FieldPair): Draft[] {
  const [old, now] = [sayNode(field.old) || "adopted", sayNode(field.now) || "adopted"];
  if (old === now) return [];
  const at = values(old, now);
  if (now === "closed") {
    const left = openObjectives(field.comparing.head, field.pair.head);
    const names = left.map((item) => item.title ?? item.id).join(", ");
    const why =
      left.length === 0 ? "All its objectives are ended or replaced" : `Neither ended nor replaced: ${names}`;
    return [draftOf(field, { id: "strategy-closed", ...at, what: "is closed", why })];
  }
  if (old === "closed")
    return [
      draftOf(field, {
        id: "strategy-reopened",
        ...at,
        what: "is open again",
        why: "What was history counts again",
      }),
    ];
  return [
    now === "draft"
      ? draftOf(field, {
          id: "status-lowered",
          ...at,
          what: "is a draft again",
          why: "Nobody is bound by a draft",
        })
      : draftOf(field, { id: "status-raised", ...at, what: "was adopted", why: "It is a promise now" }),
  ];
}

function openObjectives({ model }: Side, document: Item): Item[] {
  return model.items.filter(
    (item) => item.document === document.id && item.kind === "objective" && item.retired === undefined,
  );
}

/** The time of a strategy. */
export function comparePeriodOfStrategy(field: FieldPair): Draft[] {
  const { comparing, pair } = field;
  const [old, now] = [sayNode(field.old), sayNode(field.now)];
  if (pair.base.kind !== "strategy" || pair.head.kind !== "strategy") return [];
  const [was, is] = [
    comparing.base.thread.periodOfStrategy(pair.base),
    comparing.head.thread.periodOfStrategy(pair.head),
  ];
  if (was === undefined || is === undefined)
    return old === now ? [] : [linkChanged(field, old, now, "lies in another time")];
  const [before, after] = [was.last ?? Number.POSITIVE_INFINITY, is.last ?? Number.POSITIVE_INFINITY];
  if (before === after)
    return was.first === is.first ? [] : [linkChanged(field, old, now, "begins at another time")];
  if (after > before)
    return [
      draftOf(field, {
        id: "period-extended",
        ...values(old, now),
        what: "ends later",
        why: "What is due at its end moves with it",
      }),
    ];
  const left = datesBehind(comparing.head, pair.head, after);
  return [
    draftOf(field, {
      id: "period-shortened",
      ...(left.length === 0 ? {} : { class: "breaks" as const }),
      ...values(old, now),
      what: "ends earlier",
      why:
        left.length === 0
          ? "There is less time for all of it"
          : `Behind its end lie now: ${left.slice(0, 5).join(", ")}`,
    }),
  ];
}

/** Dates of objectives and targets of measures that lie behind a day. */
function datesBehind(side: Side, strategy: Item, day: number): string[] {
  return side.model.items.flatMap((item): string[] => {
    if (item.kind === "objective" && item.document === strategy.id) {
      const due = periodIn(side, item, item.due?.text);
      return due?.last != null && due.last > day ? [nameItem(item)] : [];
    }
    if (item.kind !== "measure" || !strategiesUsing(side.model, item).some((one) => one === strategy))
      return [];
    const isBehind = side.thread
      .targetsOf(item)
      .some(({ period }) => period?.first != null && period.first > day);
    return isBehind ? [nameItem(item)] : [];
  });
}

export function compareAlignment(field: FieldPair): Draft[] {
  const { gone, fresh } = compareLinks(field.comparing, field.pair, "aligns-to");
  return [
    ...gone.map((one) =>
      draftOf(field, {
        id: "alignment-removed",
        old: sayLinked(one),
        what: "no longer says that it follows something",
        why: "Nobody sees any more what it owes to others",
      }),
    ),
    ...fresh.map((one) =>
      draftOf(field, {
        id: "alignment-added",
        new: sayLinked(one),
        what: "says what it follows",
        why: "It can be seen what it owes to others",
      }),
    ),
  ];
}

/** Dates of objectives, actions and milestones. */
export function compareDue(field: FieldPair): Draft[] {
  const { comparing, pair } = field;
  const [old, now] = [sayNode(field.old), sayNode(field.now)];
  if (old === now) return [];
  if (old === "")
    return [
      draftOf(field, {
        id: "due-added",
        new: now,
        what: "now has a date",
        why: "It can be told when it is late",
      }),
    ];
  if (now === "") {
    const event = "after" in pair.head ? pair.head.after : undefined;
    return [
      draftOf(field, {
        id: "due-removed",
        ...values(old, event),
        what: event === undefined ? "no longer has a date" : "waits for an event in place of a date",
        why: "Nobody can tell any more when it is late",
      }),
    ];
  }
  const [was, is] = [dueIn(comparing.base, pair.base, old), dueIn(comparing.head, pair.head, now)];
  if (was === undefined || is === undefined) return [linkChanged(field, old, now, "has another date")];
  if (was === is) return [];
  if (is < was)
    return [
      draftOf(field, {
        id: "due-earlier",
        ...values(old, now),
        what: "is due sooner",
        why: `On ${formatDay(is)} in place of ${formatDay(was)}`,
      }),
    ];
  const reason = whyLaterBreaks(comparing, pair, was, is);
  const moves = movesSoFar(comparing.head, pair.head);
  return [
    draftOf(field, {
      id: "due-later",
      ...(reason === undefined ? {} : { class: "breaks" as const }),
      ...values(old, now),
      what:
        moves === 0
          ? "is due later"
          : `is due later, after ${moves} agreed ${moves === 1 ? "move" : "moves"}`,
      why:
        reason ?? `On ${formatDay(is)} in place of ${formatDay(was)}, still in time for what it belongs to`,
    }),
  ];
}

function dueIn(side: Side, item: Item, text: string): number | undefined {
  return periodIn(side, item, text)?.last ?? undefined;
}

function whyLaterBreaks({ base, head }: Comparing, pair: Pair, was: number, is: number): string | undefined {
  if (was < base.asOf && !isReportedDone(base, pair.base))
    return `The old date, ${formatDay(was)}, had passed, and no report says that it was done`;
  const calendar = head.thread.calendarOf(pair.head);
  if ("organisations" in calendar) return undefined;
  const isGoalItem = isGoal(pair.head);
  const end = (isGoalItem ? calendar.strategy : calendar.plan)?.last;
  if (end == null || is <= end || was > end) return undefined;
  return `The ${isGoalItem ? "strategy" : "plan"} will have ended by then`;
}

/** Whether the newest report that speaks of it calls it done. */
export function isReportedDone(side: Side, item: Item): boolean {
  return side.lastStatusOf(item) === "done";
}

/** Agreed changes of its date that plan and reports record. */
function movesSoFar(side: Side, item: Item): number {
  return side.recordedChanges(item).filter(({ field }) => field === "due").length;
}

export function linkChanged(field: FieldPair, old: string, now: string, what: string): Draft {
  return draftOf(field, {
    id: "link-changed",
    ...values(old, now),
    what,
    why: "What it is connected with is another",
  });
}

/** An objective under another aim. */
export function compareHome(comparing: Comparing, pair: Pair): Draft[] {
  const { base, head } = comparing;
  if (!isGoal(pair.head) || pair.base.retired !== undefined) return [];
  const [was, is] = [base.homeOf(pair.base), head.homeOf(pair.head)];
  if (was === undefined || is === undefined || comparing.matching.headOf(was) === is) return [];
  if (comparing.matching.isNotCompared(was)) return [];
  return [
    {
      base: pair.base,
      head: pair.head,
      id: "objective-moved",
      old: was.title ?? was.id,
      new: is.title ?? is.id,
      what: "stands somewhere else",
      why: "It serves another purpose now",
    },
  ];
}
