// Compares the targets of one measure, period by period: which promise is easier, gone, later, vaguer, and by how much.

import { readNumber } from "../../model/number.ts";
import { comparePeriods } from "../../model/period.ts";
import type { Draft } from "../change.ts";
import { type Asked, askedOf, type Ruler } from "./asked.ts";
import { compareAsked, type Verdict } from "./harder.ts";
import { type DatedTarget, inOrder } from "./periods.ts";

/** What all targets of one comparison have in common. */
export interface TargetsPair {
  readonly old: ReadonlyMap<string, DatedTarget>;
  readonly now: ReadonlyMap<string, DatedTarget>;
  readonly oldRuler: Ruler;
  readonly nowRuler: Ruler;
  /** `target` or `planned value`. */
  readonly noun: string;
  /** Before the period in a field: `targets`. */
  readonly field: string;
  /** True where the period lies after the end of every strategy that answers for it. */
  isPastAll(target: DatedTarget): boolean;
}

export type TargetDraft = Pick<Draft, "id" | "class" | "field" | "old" | "new" | "what" | "why" | "path"> & {
  readonly now?: DatedTarget;
  readonly was?: DatedTarget;
};

export function compareTargets(given: TargetsPair): TargetDraft[] {
  const pair = { ...given, now: alignEnds(given.now, given.old) };
  const [goneAll, freshAll] = [onlyIn(pair.old, pair.now), onlyIn(pair.now, pair.old)];
  const same = [...pair.old].flatMap(([key, was]) => {
    const now = pair.now.get(key);
    return now === undefined ? [] : (compareOne(pair, was, now) ?? []);
  });
  const [was] = goneAll;
  const [now] = freshAll;
  const moved = goneAll.length === 1 && freshAll.length === 1 && was !== undefined && now !== undefined;
  const rest = moved
    ? compareMoved(pair, was, now)
    : [...sayGone(pair, goneAll), ...sayFresh(pair, freshAll)];
  return onceEach([...gatherEased(pair, same), ...rest]);
}

/** A range that was spread over its years is one target to whoever wrote it. */
function onceEach(drafts: readonly TargetDraft[]): TargetDraft[] {
  return drafts.filter(
    ({ id, was, now }, at) =>
      drafts.findIndex(
        (one) => one.id === id && one.was?.written === was?.written && one.now?.written === now?.written,
      ) === at,
  );
}

/** `end` is the period that ends on the same day, where the other side writes that. */
function alignEnds(
  targets: ReadonlyMap<string, DatedTarget>,
  others: ReadonlyMap<string, DatedTarget>,
): ReadonlyMap<string, DatedTarget> {
  const aligned = new Map<string, DatedTarget>();
  for (const [key, target] of targets) {
    const same = others.has(key)
      ? undefined
      : [...others].find(
          ([other, { period }]) =>
            !targets.has(other) &&
            period?.last === target.period?.last &&
            (period?.kind === "end" || target.period?.kind === "end"),
        );
    aligned.set(same?.[0] ?? key, target);
  }
  return aligned;
}

function onlyIn(
  one: ReadonlyMap<string, DatedTarget>,
  other: ReadonlyMap<string, DatedTarget>,
): DatedTarget[] {
  return inOrder([...one].filter(([key]) => !other.has(key)).map(([, target]) => target));
}

/** Two targets for one time. */
function compareOne(pair: TargetsPair, was: DatedTarget, now: DatedTarget): TargetDraft | undefined {
  if (was.words === now.words) return undefined;
  const verdict = judge(pair, was, now);
  const at = { ...aboutTarget(pair, was, now), old: was.words, new: now.words };
  const { noun } = pair;
  switch (verdict.verdict) {
    case "same":
      return undefined;
    case "easier":
      return {
        ...at,
        id: "target-weakened",
        what: `has an easier ${noun} for ${now.says}`,
        why: sayShare(pair, was, now, "easier"),
      };
    case "harder":
      return {
        ...at,
        id: "target-strengthened",
        what: `has a harder ${noun} for ${now.says}`,
        why: sayShare(pair, was, now, "harder"),
      };
    case "vaguer":
      return {
        ...at,
        id: "target-made-vague",
        what: `has a direction in place of a figure for ${now.says}`,
        why: "Any small change now meets it",
      };
    case "clearer":
      return {
        ...at,
        id: "target-made-exact",
        what: `has a figure in place of a direction for ${now.says}`,
        why: "Success can now be told from failure",
      };
    case "gone":
      return goneDraft(pair, was, at, `no longer has a ${noun} for ${now.says}`);
    case "new":
      return {
        ...at,
        id: "target-added",
        what: `now has a ${noun} for ${now.says}`,
        why: "There is a promise where there was none",
      };
    case "cannot-tell":
      return {
        ...at,
        id: "target-changed",
        what: `has another ${noun} for ${now.says}`,
        why: `Cannot tell whether this is easier or harder, because ${verdict.because}`,
      };
  }
}

function judge(pair: TargetsPair, was: DatedTarget, now: DatedTarget): Verdict {
  return compareAsked(...bothAsked(pair, was, now), pair.nowRuler.better ?? pair.oldRuler.better);
}

function bothAsked(pair: TargetsPair, was: DatedTarget, now: DatedTarget): [Asked, Asked] {
  return [askedOf(was.target, pair.oldRuler), askedOf(now.target, pair.nowRuler)];
}

function aboutTarget(
  pair: TargetsPair,
  was: DatedTarget | undefined,
  now: DatedTarget | undefined,
): Pick<TargetDraft, "field" | "now" | "was"> {
  const says = (now ?? was)?.says;
  return {
    field: `${pair.field}.${says}`,
    ...(was === undefined ? {} : { was }),
    ...(now === undefined ? {} : { now }),
  };
}

type About = Omit<TargetDraft, "id" | "what" | "why">;

function goneDraft(pair: TargetsPair, was: DatedTarget, at: About, what: string): TargetDraft {
  const asked = askedOf(was.target, pair.oldRuler);
  const isDirection = asked.sort === "direction";
  return {
    ...at,
    id: "target-removed",
    ...(isDirection ? { class: "weakens" as const } : {}),
    what,
    why: "Nobody can tell any more what was to be reached",
  };
}

/** One period went and one came: a move, where the words are the same. */
function compareMoved(pair: TargetsPair, was: DatedTarget, now: DatedTarget): TargetDraft[] {
  const about = aboutTarget(pair, was, now);
  const order =
    was.period === undefined || now.period === undefined ? 0 : comparePeriods(now.period, was.period);
  const dates = { ...about, old: was.says, new: now.says };
  const { noun } = pair;
  const verdict = judge(pair, was, now).verdict;
  if (verdict === "same" && order > 0) {
    const isPast = pair.isPastAll(now) && !pair.isPastAll(was);
    return [
      {
        ...dates,
        id: "target-later",
        ...(isPast ? { class: "breaks" as const } : {}),
        what: `is to reach ${now.words} later`,
        why: isPast ? "The strategy will have ended by then" : "The same promise, kept later",
      },
    ];
  }
  if (verdict === "same" && order < 0)
    return [
      {
        ...dates,
        id: "target-earlier",
        what: `is to reach ${now.words} sooner`,
        why: "The same promise, kept sooner",
      },
    ];
  const full = { ...about, old: `${was.words} (${was.says})`, new: `${now.words} (${now.says})` };
  if (verdict === "easier" && order > 0)
    return [
      {
        ...full,
        id: "target-weakened",
        what: `has an easier and later ${noun}`,
        why: sayShare(pair, was, now, "easier"),
      },
    ];
  if (verdict === "harder" && order < 0)
    return [
      {
        ...full,
        id: "target-strengthened",
        what: `has a harder and earlier ${noun}`,
        why: sayShare(pair, was, now, "harder"),
      },
    ];
  if (verdict === "gone")
    return [goneDraft(pair, was, { ...full }, `no longer has a ${noun} for ${was.says}`)];
  if (verdict === "new")
    return [
      {
        ...full,
        id: "target-added",
        what: `now has a ${noun} for ${now.says}`,
        why: "There is a promise where there was none",
      },
    ];
  return [
    {
      ...full,
      id: "target-changed",
      what: `has another ${noun} for another time`,
      why: "Cannot tell whether this is easier or harder, because both the time and the figure changed",
    },
  ];
}

function sayGone(pair: TargetsPair, gone: readonly DatedTarget[]): TargetDraft[] {
  const last = lastPromise(pair.old, pair.oldRuler);
  return gone.flatMap((was): TargetDraft[] => {
    const at = { ...aboutTarget(pair, was, undefined), old: was.words };
    const asked = askedOf(was.target, pair.oldRuler);
    if (!isPromise(asked)) return asked.sort === "none" ? [] : [trackDraft(at)];
    const what = `no longer has a ${pair.noun} for ${was.says}`;
    if (was === last) return [goneDraft(pair, was, at, what)];
    const why = "The way to the last one has one point less to be judged by";
    return [{ ...at, id: "checkpoint-removed", what, why }];
  });
}

function sayFresh(pair: TargetsPair, fresh: readonly DatedTarget[]): TargetDraft[] {
  const last = lastPromise(pair.now, pair.nowRuler);
  return fresh.flatMap((now): TargetDraft[] => {
    const at = { ...aboutTarget(pair, undefined, now), new: now.words };
    const asked = askedOf(now.target, pair.nowRuler);
    if (!isPromise(asked)) return asked.sort === "none" ? [] : [trackDraft(at)];
    const what = `now has a ${pair.noun} for ${now.says}`;
    return now === last
      ? [{ ...at, id: "target-added", what, why: "There is a promise for a time that had none" }]
      : [
          {
            ...at,
            id: "checkpoint-added",
            what,
            why: "The way to the last one has one point more to be judged by",
          },
        ];
  });
}

function trackDraft(at: About): TargetDraft {
  return {
    ...at,
    id: "target-changed",
    what: "is watched without a target where there was none yet, or the other way round",
    why: "Cannot tell whether this is easier or harder, because neither asks for anything that can be met",
  };
}

function lastPromise(targets: ReadonlyMap<string, DatedTarget>, ruler: Ruler): DatedTarget | undefined {
  return inOrder(targets.values()).findLast(({ target }) => isPromise(askedOf(target, ruler)));
}

function isPromise(asked: Asked): boolean {
  return asked.sort === "value" || asked.sort === "direction";
}

/** Where the last one stays and earlier ones are easier, that is one change: the effort moves to the end. */
function gatherEased(pair: TargetsPair, drafts: readonly TargetDraft[]): TargetDraft[] {
  const [lastOld, lastNow] = [lastPromise(pair.old, pair.oldRuler), lastPromise(pair.now, pair.nowRuler)];
  const isLastSame =
    lastOld !== undefined &&
    lastNow !== undefined &&
    pair.old.size > 1 &&
    !drafts.some(({ was, now }) => was === lastOld || now === lastNow) &&
    isAtOneTime(lastOld, lastNow);
  if (!isLastSame) return [...drafts];
  return [
    ...gather(pair, drafts, "target-weakened", "targets-back-loaded"),
    ...gather(pair, drafts, "target-strengthened", "targets-front-loaded"),
    ...drafts.filter(({ id }) => id !== "target-weakened" && id !== "target-strengthened"),
  ];
}

function isAtOneTime(a: DatedTarget, b: DatedTarget): boolean {
  return a.period?.last === b.period?.last && a.period?.first === b.period?.first;
}

function gather(
  { field, noun }: TargetsPair,
  drafts: readonly TargetDraft[],
  from: string,
  to: "targets-back-loaded" | "targets-front-loaded",
): TargetDraft[] {
  const eased = drafts.filter(({ id }) => id === from);
  const [first] = eased;
  if (first === undefined) return [];
  const list = (pick: (draft: TargetDraft) => DatedTarget | undefined) =>
    eased.flatMap((draft) => pick(draft) ?? []).map(({ says, words }) => `${words} (${says})`);
  const isBack = to === "targets-back-loaded";
  return [
    {
      id: to,
      field,
      old: list(({ was }) => was).join(", "),
      new: list(({ now }) => now).join(", "),
      ...(first.was === undefined ? {} : { was: first.was }),
      ...(first.now === undefined ? {} : { now: first.now }),
      what: isBack
        ? `has easier early ${noun}s and the same last one`
        : `has harder early ${noun}s and the same last one`,
      why: isBack
        ? "The effort moves to the end, where there is no time left to put things right"
        : "Progress has to show sooner",
    },
  ];
}

/** The share of the planned improvement that is given up or added, as a whole percentage, where it can be told. */
function sayShare(
  pair: TargetsPair,
  was: DatedTarget,
  now: DatedTarget,
  verdict: "easier" | "harder",
): string {
  const share = shareGivenUp(pair, was, now);
  const plain = verdict === "easier" ? "Less is promised than before" : "More is promised than before";
  if (share === undefined || share.percent === 0) return plain;
  const from = `${share.baseline} to ${share.was}`;
  return share.percent > 0
    ? `Gives up ${share.percent}% of the planned improvement (${from})`
    : `Adds ${-share.percent}% to the planned improvement (${from})`;
}

interface Share {
  readonly percent: number;
  readonly baseline: number;
  readonly was: number;
}

function shareGivenUp(pair: TargetsPair, was: DatedTarget, now: DatedTarget): Share | undefined {
  const { baseline } = pair.oldRuler;
  if (baseline === undefined || pair.nowRuler.baseline !== baseline) return undefined;
  const [old, next] = bothAsked(pair, was, now);
  const [from, to] = [distanceOf(old, baseline), distanceOf(next, baseline)];
  // No better than the baseline: there was nothing to give up.
  if (from === undefined || to === undefined || from.distance <= 0) return undefined;
  const percent = Math.round((100 * (from.distance - Math.max(to.distance, 0))) / from.distance);
  return { percent, baseline, was: from.at };
}

/** How far a one-sided figure lies from the baseline on its good side. */
export function distanceOf(asked: Asked, baseline: number): { distance: number; at: number } | undefined {
  if (asked.sort !== "value" || "at" in asked || asked.axis !== "value") return undefined;
  const { low, high } = asked;
  if (low !== undefined && high === undefined) return { distance: low.at - baseline, at: low.at };
  if (high !== undefined && low === undefined) return { distance: baseline - high.at, at: high.at };
  return undefined;
}

/** The figure of a baseline, where it is one. */
export function baselineFigure(text: string | undefined): number | undefined {
  const read = text === undefined ? undefined : readNumber(text, { percent: "allowed", commas: "allowed" });
  return read === undefined || "problem" in read ? undefined : read.value;
}
