// Which of two targets is harder to meet. It is never guessed from the figures: where direction and words do not tell,
// the answer says why not.

import { compareFigures } from "../../judge/compare.ts";
import type { Better } from "../../model/items.ts";
import type { Asked, AskedRange, End } from "./asked.ts";

export type Verdict =
  | { readonly verdict: "same" | "harder" | "easier" | "vaguer" | "clearer" | "gone" | "new" }
  | { readonly verdict: "cannot-tell"; readonly because: string };

/** How the second stands to the first. `better` is the measure's, the same on both sides. */
export function compareAsked(old: Asked, now: Asked, better: Better | undefined): Verdict {
  if (isSame(old, now)) return { verdict: "same" };
  if (old.sort === "value" && now.sort === "value") return compareValues(old, now, better);
  if (old.sort === "direction" && now.sort === "direction")
    return compareDirections(old.word, now.word, better);
  if (isPromise(old) && isPromise(now)) return { verdict: old.sort === "value" ? "vaguer" : "clearer" };
  if (isPromise(old)) return { verdict: "gone" };
  if (isPromise(now)) return { verdict: "new" };
  return cannotTell("neither asks for anything that can be met");
}

function isPromise(asked: Asked): boolean {
  return asked.sort === "value" || asked.sort === "direction";
}

function isSame(a: Asked, b: Asked): boolean {
  if (a.sort !== b.sort) return false;
  if (a.sort === "direction" && b.sort === "direction") return a.word === b.word;
  if (a.sort !== "value" || b.sort !== "value") return true;
  if (a.axis !== b.axis) return false;
  if ("at" in a || "at" in b) return "at" in a && "at" in b && a.at === b.at;
  return isSameEnd(a.low, b.low) && isSameEnd(a.high, b.high);
}

function isSameEnd(a: End | undefined, b: End | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return a.edge === b.edge && compareFigures(a.at, b.at) === 0;
}

const DIRECTIONS = ["increase", "maintain", "reduce"] as const;

function compareDirections(
  old: (typeof DIRECTIONS)[number],
  now: (typeof DIRECTIONS)[number],
  better: Better | undefined,
): Verdict {
  if (better !== "lower" && better !== "higher") return cannotTell(sayNoWay(better));
  const step = DIRECTIONS.indexOf(now) - DIRECTIONS.indexOf(old);
  return { verdict: step > 0 === (better === "lower") ? "harder" : "easier" };
}

type Value = Extract<Asked, { sort: "value" }>;

function compareValues(old: Value, now: Value, better: Better | undefined): Verdict {
  if ("at" in old || "at" in now) return cannotTell("it does not say which side of the figure is good");
  if (old.axis !== now.axis) return cannotTell("they are measured in two ways");
  if (old.low === undefined && now.low === undefined && old.high && now.high)
    return verdictOf(tightness(old.high, now.high, "high"));
  if (old.high === undefined && now.high === undefined && old.low && now.low)
    return verdictOf(tightness(old.low, now.low, "low"));
  if (better === "lower") return compareEnds(old, now, "high", "low");
  if (better === "higher") return compareEnds(old, now, "low", "high");
  if (better === "target" || better === "range") return compareWidth(old, now, better);
  return cannotTell(sayNoWay(better));
}

function compareEnds(old: AskedRange, now: AskedRange, end: "low" | "high", other: "low" | "high"): Verdict {
  const [a, b] = [old[end], now[end]];
  const side = end === "high" ? "upper" : "lower";
  if (a === undefined || b === undefined)
    return cannotTell(`only one of them has ${side === "upper" ? "an upper" : "a lower"} end`);
  const step = tightness(a, b, end);
  if (step !== 0) return verdictOf(step);
  return cannotTell(
    `their ${side} ends are equal and only the ${other === "high" ? "upper" : "lower"} ones differ`,
  );
}

/** Inside is harder. */
function compareWidth(old: AskedRange, now: AskedRange, better: Better): Verdict {
  const steps = [tightnessOf(old.low, now.low, "low"), tightnessOf(old.high, now.high, "high")];
  if (steps.every((step) => step >= 0)) return { verdict: "harder" };
  if (steps.every((step) => step <= 0)) return { verdict: "easier" };
  return cannotTell(`"better" is ${better} and the two only overlap`);
}

/** Positive where the second end lets less through. */
function tightness(old: End, now: End, end: "low" | "high"): number {
  const difference = compareFigures(now.at, old.at);
  if (difference !== 0) return end === "high" ? -difference : difference;
  if (old.edge === now.edge) return 0;
  return now.edge === "out" ? 1 : -1;
}

/** Where one side is open, having an end is tighter. */
function tightnessOf(old: End | undefined, now: End | undefined, end: "low" | "high"): number {
  if (old === undefined || now === undefined)
    return (now === undefined ? 0 : 1) - (old === undefined ? 0 : 1);
  return tightness(old, now, end);
}

function verdictOf(step: number): Verdict {
  return { verdict: step > 0 ? "harder" : "easier" };
}

function sayNoWay(better: Better | undefined): string {
  return better === undefined ? 'the measure has no "better"' : `"better" is ${better}`;
}

function cannotTell(because: string): Verdict {
  return { verdict: "cannot-tell", because };
}
