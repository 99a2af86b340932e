// Changes of what a strategy promises as a whole: its time, its standing, its aims and objectives, their dates, and
// whether anybody can tell that they work.

import { childrenOf } from "../../link/model.ts";
import { formatDay } from "../../model/day.ts";
import { type Item, kindWords, nameItem } from "../../model/items.ts";
import { sayNode } from "../../syntax/fold.ts";
import { type CoverageState, isGoal } from "../../trace/coverage.ts";
import { strategiesUsing } from "../../trace/usage.ts";
import type { ChangeKind, Draft } from "../change.ts";
import { type Comparing, compareLinks, draftOf, type FieldPair, sayLinked, values } from "../comparing.ts";
import type { Pair } from "../matching.ts";
import { periodIn, type Side } from "../side.ts";

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

const OPEN_STATES: readonly CoverageState[] = [
  "measured",
  "deliverable",
  "untargeted",
  "evidence-only",
  "waived",
  "unmeasured",
];
/** From here on nobody can tell whether it works. */
const WAIVED = OPEN_STATES.indexOf("waived");

/** What can be told of an objective by its own measures on both sides. */
export function compareCoverage(comparing: Comparing, pair: Pair): Draft[] {
  const { base, head } = pair;
  if (!isGoal(base) || !isGoal(head) || base.retired !== undefined || head.retired !== undefined) return [];
  if (mayLackMeasures(comparing.base) || mayLackMeasures(comparing.head)) return [];
  const [was, is] = [comparing.base.thread.coverageOf(base), comparing.head.thread.coverageOf(head)];
  if (was.state === is.state || !was.own || !is.own) return [];
  const [before, now] = [OPEN_STATES.indexOf(was.state), OPEN_STATES.indexOf(is.state)];
  const at = { base, head, field: "measures", path: ["measures"] };
  if (before >= WAIVED && now >= WAIVED) return [];
  const { gone, fresh } = compareLinks(comparing, pair, "measures");
  if (now >= WAIVED)
    return [
      {
        ...at,
        id: "last-measure-removed",
        old: gone.map(sayLinked).join(", ") || was.state,
        new: is.state === "waived" ? "waived" : "none",
        what: gone.length === 0 ? "has nothing left that shows whether it works" : "lost its last measure",
        why: "Nobody can tell whether it is working",
      },
    ];
  if (before >= WAIVED)
    return [
      {
        ...at,
        id: "first-measure-added",
        old: was.state === "waived" ? "waived" : "none",
        new: fresh.map(sayLinked).join(", ") || is.state,
        what: fresh.length === 0 ? "has something that shows whether it works" : "has its first measure",
        why: "It can be told whether it is working",
      },
    ];
  return [
    now > before
      ? {
          ...at,
          id: "coverage-lowered",
          old: was.state,
          new: is.state,
          what: `is only ${is.state} now`,
          why: WHY_LOWER[is.state] ?? "",
        }
      : {
          ...at,
          id: "coverage-raised",
          old: was.state,
          new: is.state,
          what: `is ${is.state} now`,
          why: "It can be told better whether it is reached",
        },
  ];
}

/** True where a file that could hold measures was not read, so that nobody can say that there are none. */
function mayLackMeasures({ unreadKinds, analysis }: Side): boolean {
  const kinds = ["measures", "strategy", "enabler-strategy", "delivery-plan"];
  return !analysis.workspace.complete || kinds.some((kind) => unreadKinds.has(kind));
}

const WHY_LOWER: Readonly<Partial<Record<CoverageState, string>>> = {
  deliverable: "It can be seen whether something was made, and no longer whether it works",
  untargeted: "Success can no longer be told from failure",
  "evidence-only": "Nothing that it rests on says by itself whether it is reached",
};

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
  const links = base.model.outgoing.get(item) ?? [];
  return links.flatMap(({ to, reference }) => {
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
  const inside: Item[] = [];
  const visit = (one: Item) => {
    for (const child of childrenOf(side.model, one)) {
      if (inside.includes(child)) continue;
      inside.push(child);
      visit(child);
    }
  };
  visit(item);
  const kinds = [...new Set(inside.map(({ kind }) => kind))].filter((kind) => kind !== "scope");
  const counts = kinds.map((kind) => {
    const count = inside.filter((one) => one.kind === kind).length;
    return `${count} ${count === 1 ? kind.replaceAll("-", " ") : kindWords(kind)}`;
  });
  return counts.length === 0 ? "nothing else" : counts.join(", ");
}
