// The targets and the baseline of a measure or scope on both sides, and what changes when both move.

import type { Dated } from "../../model/items.ts";
import { foldText } from "../../syntax/fold.ts";
import { findValue, scalarText } from "../../syntax/tree.ts";
import type { MeasureOrScope } from "../../trace/targets.ts";
import { strategiesUsing } from "../../trace/usage.ts";
import type { Draft } from "../change.ts";
import type { Comparing } from "../comparing.ts";
import type { Pair } from "../matching.ts";
import { fieldOf, periodIn, type Side } from "../side.ts";
import { askedOf, type Ruler } from "./asked.ts";
import {
  baselineFigure,
  compareTargets,
  distanceOf,
  type TargetDraft,
  type TargetsPair,
} from "./compareTargets.ts";
import { type DatedTarget, inOrder, targetsByTime } from "./periods.ts";

export interface MeasurePair extends Pair {
  readonly base: MeasureOrScope;
  readonly head: MeasureOrScope;
}

export function isMeasurePair(pair: Pair): pair is MeasurePair {
  return isMeasure(pair.base) && isMeasure(pair.head);
}

function isMeasure(item: Pair["base"]): item is MeasureOrScope {
  return item.kind === "measure" || item.kind === "scope";
}

/** Moving both posts by this share of the way is reported as one change. A starting value. */
const NARROWED = 0.1;

export function compareMeasureTargets(comparing: Comparing, pair: MeasurePair): Draft[] {
  const [old, now] = [writtenTargets(comparing.base, pair.base), writtenTargets(comparing.head, pair.head)];
  const targets = targetsPair(comparing, pair, old, now, { noun: "target", field: "targets" });
  const baseline = compareBaselines(comparing, pair);
  const drafts = compareTargets(targets).map((draft) => placed(draft, pair));
  const gap = baseline.some(({ id }) => BOTH_MOVED.includes(id)) ? compareGap(targets, pair) : undefined;
  if (gap === undefined) return [...baseline, ...drafts];
  const swallowed = (draft: Draft) => OF_LAST.includes(draft.id) && draft.field === gap.field;
  return [...baseline, gap, ...drafts.filter((draft) => !swallowed(draft))];
}

const BOTH_MOVED: readonly string[] = ["baseline-rewritten", "baseline-restated"];
const OF_LAST: readonly string[] = ["target-weakened", "target-strengthened", "target-changed"];

/** What a scope does not write itself it has from its measure, and is told of there. */
function writtenTargets(side: Side, measure: MeasureOrScope): readonly Dated[] {
  return fieldOf(side, measure, "targets") === undefined ? [] : measure.targets;
}

export interface TargetWords {
  readonly noun: string;
  readonly field: string;
}

export function targetsPair(
  comparing: Comparing,
  pair: MeasurePair,
  old: readonly Dated[],
  now: readonly Dated[],
  words: TargetWords,
  where: Pair = pair,
): TargetsPair {
  const { base, head } = comparing;
  const ends = strategiesUsing(head.model, pair.head).map(
    (strategy) => head.thread.periodOfStrategy(strategy)?.last,
  );
  return {
    ...words,
    old: targetsByTime(old, pair.base, (text) => periodIn(base, where.base, text)),
    now: targetsByTime(now, pair.head, (text) => periodIn(head, where.head, text)),
    oldRuler: rulerOf(pair.base),
    nowRuler: rulerOf(pair.head),
    isPastAll: ({ period }) =>
      ends.length > 0 && ends.every((end) => end !== undefined && end !== null && (period?.last ?? 0) > end),
  };
}

function rulerOf(measure: MeasureOrScope): Ruler {
  const baseline = baselineFigure(measure.baseline.at(-1)?.value.text);
  return {
    ...(measure.better === undefined ? {} : { better: measure.better }),
    ...(baseline === undefined ? {} : { baseline }),
  };
}

export function placed(draft: TargetDraft, pair: Pair): Draft {
  const { was: _was, now, ...rest } = draft;
  const path = now?.written.period.path.slice(pair.head.path.length);
  return { base: pair.base, head: pair.head, ...rest, ...(path === undefined ? {} : { path }) };
}

/** The distance from baseline to last target, where both ends moved. */
function compareGap(targets: TargetsPair, pair: MeasurePair): Draft | undefined {
  const [was, now] = [inOrder(targets.old.values()).at(-1), inOrder(targets.now.values()).at(-1)];
  if (was === undefined || now === undefined || was.words === now.words) return undefined;
  const [old, next] = [gapOf(was, targets.oldRuler), gapOf(now, targets.nowRuler)];
  if (old === undefined || next === undefined || old.distance <= 0 || next.distance <= 0) return undefined;
  const narrowed = (old.distance - next.distance) / old.distance >= NARROWED;
  const widened = (next.distance - old.distance) / next.distance >= NARROWED;
  if (!narrowed && !widened) return undefined;
  return {
    base: pair.base,
    head: pair.head,
    id: narrowed ? "gap-narrowed" : "gap-widened",
    field: `targets.${now.says}`,
    path: now.written.period.path.slice(pair.head.path.length),
    old: `${old.baseline} to ${old.at}`,
    new: `${next.baseline} to ${next.at}`,
    what: narrowed ? "has a shorter way from baseline to target" : "has a longer way from baseline to target",
    why: `Baseline and target both moved, and the way between them is ${say(next.distance)} in place of ${say(old.distance)}`,
  };
}

function gapOf(target: DatedTarget, ruler: Ruler) {
  const { baseline } = ruler;
  if (baseline === undefined) return undefined;
  const found = distanceOf(askedOf(target.target, ruler), baseline);
  return found === undefined ? undefined : { ...found, baseline };
}

/** Without the noise of binary fractions. */
function say(figure: number): string {
  return String(Number(figure.toPrecision(12)));
}

function compareBaselines(comparing: Comparing, pair: MeasurePair): Draft[] {
  const old = baselineOf(comparing.base, pair.base);
  const now = baselineOf(comparing.head, pair.head);
  const at = { base: pair.base, head: pair.head, field: "baseline", path: ["baseline"], ...saidOf(old, now) };
  if (old.values.length === 0 && now.values.length === 0) return [];
  if (old.values.length === 0)
    return [
      {
        ...at,
        id: "baseline-added",
        what: "now has a baseline",
        why: "It can be seen how far there is to go",
      },
    ];
  if (now.values.length === 0)
    return [
      {
        ...at,
        id: "baseline-removed",
        what: "lost its baseline",
        why: "Nobody can see any more how far there is to go",
      },
    ];
  if (old.fold === now.fold) return [];
  const isRestated = now.restated !== undefined && now.restated !== old.restated;
  const isUnRestated = !isRestated && old.restated !== now.restated;
  return [
    isRestated || isUnRestated
      ? {
          ...at,
          id: "baseline-restated",
          what: "has another baseline, with a reason",
          why:
            now.restated === undefined
              ? "The reason of before went with it"
              : `The reason given is: ${now.restated}`,
        }
      : {
          ...at,
          id: "baseline-rewritten",
          what: "has another baseline, and no reason is given",
          why: 'What was promised from the old starting point can no longer be compared; say why under "restated"',
        },
  ];
}

interface Baseline {
  readonly values: readonly string[];
  readonly fold: string;
  readonly restated?: string;
}

function baselineOf(side: Side, measure: MeasureOrScope): Baseline {
  const node = fieldOf(side, measure, "baseline");
  const written = node === undefined ? [] : measure.baseline;
  const restated = scalarText(findValue(node, "restated"));
  const folds = written.map(({ period, value }) => {
    const days = periodIn(side, measure, period?.text);
    const when = days === undefined ? foldText(period?.text ?? "") : `${days.first} ${days.last}`;
    return `${when}=${baselineFigure(value.text) ?? foldText(value.text)}`;
  });
  return {
    values: written.map(({ period, value }) =>
      period === undefined ? foldText(value.text) : `${foldText(value.text)} (${foldText(period.text)})`,
    ),
    fold: folds.sort().join(";"),
    ...(restated === undefined ? {} : { restated: foldText(restated) }),
  };
}

function saidOf(old: Baseline, now: Baseline) {
  return {
    ...(old.values.length === 0 ? {} : { old: old.values.join(", ") }),
    ...(now.values.length === 0 ? {} : { new: now.values.join(", ") }),
  };
}
