// Says in words how a target is read and how the measure stands to it.

import { movement } from "../judge/baseline.ts";
import type { Judged, NoRag, NotJudged } from "../judge/judge.ts";
import type { InForce } from "../judge/targetInForce.ts";
import { targetInForce } from "../judge/targetInForce.ts";
import type { Better } from "../model/items.ts";
import { parseTarget } from "../model/parseTarget.ts";
import { side, type Target, writeTarget } from "../model/target.ts";
import {
  type Bench,
  baselineBefore,
  judgeReading,
  type Reading,
  readingsOf,
  type Standing,
} from "../trace/latestValue.ts";
import { type MeasureOrScope, type TargetReading, targetWords } from "../trace/targets.ts";

/** A bare figure is said with the side that `better` gives it: `5` where lower is better is "at most 5". */
export function sayTarget(target: Target, better: Better | undefined): string {
  if (target.form !== "number") return writeTarget(target);
  const words = { lower: "at most ", higher: "at least ", target: "exactly ", range: "" } as const;
  const sided = side(target, better);
  return `${sided === undefined ? "" : words[sided]}${writeTarget(target)}`;
}

/** `at most 40 from 2018/19; baseline 52, latest 44: not met`; undefined for words that cannot be read. */
export function readTargetOf(
  measure: MeasureOrScope,
  reading: TargetReading,
  bench: Bench,
): string | undefined {
  const { target, written, period } = reading;
  if (target === undefined) return undefined;
  const readings = readingsOf(measure, bench);
  const baseline = baselineBefore(measure, period, bench);
  const said = `${sayTarget(target, measure.better)} from ${written.period.text}`;
  const latest = currentOf(readings, bench);
  const facts = [
    ...(baseline === undefined ? [] : [`baseline ${baseline.text}`]),
    ...(latest === undefined ? [] : [`latest ${latest.text}`]),
  ].join(", ");
  if (latest === undefined) return facts === "" ? said : `${said}; ${facts}`;
  const judged = judgeReading(measure, latest, target, period, readings, bench);
  return `${said}; ${facts}: ${sayAgainst(judged, target, latest, baseline?.text, measure)}`;
}

/** The same for `when: caseload at most 40`, whose words follow the measure. */
export function readWhenOf(words: string, measure: MeasureOrScope, bench: Bench): string | undefined {
  const target = parseTarget(words, targetWords(measure));
  if ("problem" in target) return undefined;
  const readings = readingsOf(measure, bench);
  const latest = currentOf(readings, bench);
  const said = `${measure.title ?? measure.id}: ${sayTarget(target, measure.better)}`;
  if (latest === undefined) return `${said}; no value yet`;
  const judged = judgeReading(measure, latest, target, undefined, readings, bench);
  return `${said}; latest ${latest.text}: ${sayAgainst(judged, target, latest, undefined, measure)}`;
}

function currentOf(readings: readonly Reading[], { asOf }: Bench): Reading | undefined {
  return readings.findLast(({ period }) => period.last !== null && period.last <= asOf);
}

function sayAgainst(
  judged: Judged | NotJudged,
  target: Target,
  latest: Reading,
  baseline: string | undefined,
  { better }: MeasureOrScope,
): string {
  if (judged.rag !== null) return judged.met ? "met" : "not met";
  const from = Number(baseline);
  if (
    judged.reason === "direction-only" &&
    latest.value.of === "number" &&
    baseline !== undefined &&
    !Number.isNaN(from)
  ) {
    const moved = movement(latest.value.value, from, target, better);
    if (moved !== undefined)
      return moved === "towards"
        ? "moves the right way"
        : moved === "away"
          ? "moves the wrong way"
          : "unchanged";
  }
  return REASONS[judged.reason];
}

const REASONS: Readonly<Record<NoRag, string>> = {
  "no-direction": "not judged, because nothing says whether lower or higher is better",
  "no-range": "not judged, because a range needs two figures",
  "no-baseline": "not judged, because there is no baseline",
  "no-comparator": "not judged, because there is no figure to compare with",
  "no-last-year": "not judged, because there is no value of the year before",
  "direction-only": "not judged, because a direction has no figure",
  "to-be-set": "not judged, because there is no target yet",
  "tracked-only": "tracked only",
  "no-of": "not judged, because nothing says how many are ranked",
  "no-value": "not judged, because the value is of another sort than the target",
  instrument: "not judged, because the measure is an instrument",
  context: "not judged, because the measure is context",
};

/** `44 in 2017/18 Q3, red`: the latest value with its RAG as a word, or why it has none. */
export function sayStanding(standing: Standing): string {
  const { latest, inForce, judged } = standing;
  const said = `${latest.text} in ${latest.recorded.period.text}`;
  if (judged === undefined) return `${said}, ${sayNotInForce(inForce)}`;
  if (judged.rag === null) return `${said}, ${REASONS[judged.reason]}`;
  return judged.rag === "green" && !judged.met
    ? `${said}, green (target not met, within tolerance)`
    : `${said}, ${judged.rag}`;
}

function sayNotInForce(inForce: InForce<TargetReading>): string {
  switch (inForce.state) {
    case "not-due":
      return "target not due yet";
    case "other-length":
      return "not judged, because the target covers another length of time";
    case "no-target":
      return "no target";
    default:
      return "not judged";
  }
}

/** The target that counts: for the latest value, else for the as-of date. */
export function targetInForceOf(
  measure: MeasureOrScope,
  standing: Standing | undefined,
  { thread, asOf }: Bench,
): string | undefined {
  const targets = thread
    .targetsOf(measure)
    .flatMap((thing) => (thing.period === undefined ? [] : [{ period: thing.period, thing }]));
  const inForce =
    standing?.inForce ??
    targetInForce<TargetReading>({
      period: { kind: "day", first: asOf, last: asOf },
      targets,
      startMonth: 1,
      kind: "one-for-all",
      accumulate: "none",
    });
  if (inForce.state === "no-target") return undefined;
  const { target, written } = inForce.target.thing;
  if (target === undefined) return undefined;
  const word = inForce.state === "not-due" ? "by" : "from";
  return `${sayTarget(target, measure.better)} ${word} ${written.period.text}`;
}
