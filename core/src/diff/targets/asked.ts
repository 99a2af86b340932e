// What a target asks for, as a range on an axis: the form in which two targets can be compared.

import { limitsOf } from "../../judge/limits.ts";
import type { Better } from "../../model/items.ts";
import { type Figure, type Level, side, type Target } from "../../model/target.ts";

export interface End {
  readonly at: number;
  readonly edge: "in" | "out";
}

export interface AskedRange {
  readonly sort: "value";
  /** Ranges compare on one axis only: `value`, `level`, `rank`, `than national` ... */
  readonly axis: string;
  readonly low?: End;
  readonly high?: End;
}

export type Asked =
  | AskedRange
  /** A value whose side nobody gives. */
  | { readonly sort: "value"; readonly axis: "no-side"; readonly at: string }
  | { readonly sort: "direction"; readonly word: "reduce" | "maintain" | "increase" }
  /** Deliberately none. */
  | { readonly sort: "track" }
  | { readonly sort: "none" };

/** By what a target is read: its measure's own words, on its own side of the comparison. */
export interface Ruler {
  readonly better?: Better;
  readonly baseline?: number;
}

export function askedOf(target: Target | undefined, ruler: Ruler): Asked {
  if (target === undefined) return { sort: "none" };
  switch (target.form) {
    case "open":
      return { sort: target.word === "track" ? "track" : "none" };
    case "direction":
      return { sort: "direction", word: target.word };
    case "yes":
      return { sort: "value", axis: "yes-no", low: { at: 1, edge: "in" } };
    case "near":
      return {
        sort: "value",
        axis: `distance from ${target.comparator} in ${target.in}`,
        high: { at: target.distance, edge: "in" },
      };
    case "better-than-last-year":
      return oneSided("difference from last year", 0, "out", side(target, ruler.better), "last year");
    case "change":
      return askedChange(target.percent, side(target, ruler.better), ruler);
    case "bound":
    case "exact":
    case "range": {
      const comparison = againstComparator(target);
      if (comparison !== undefined) return comparison;
      break;
    }
    default:
  }
  return plainRange(target, ruler);
}

/** Figures, levels and ranks have the limits that judging uses. */
function plainRange(target: Target, ruler: Ruler): Asked {
  const limits = limitsOf(target, ruler);
  if (typeof limits === "string") {
    const at = target.form === "number" ? String(target.value) : target.form;
    return { sort: "value", axis: "no-side", at };
  }
  return { sort: "value", ...limits };
}

/** A change is a figure where there is a baseline, and a change where there is none. */
function askedChange(percent: number, sided: ReturnType<typeof side>, { baseline }: Ruler): Asked {
  if (baseline === undefined) return oneSided("change in percent", percent, "in", sided, `${percent}%`);
  const at = baseline + (percent / 100) * Math.abs(baseline);
  return oneSided("value", at, "in", sided, `${percent}%`);
}

/** `at least national`: how far from the comparator, with 0 for the same. */
function againstComparator(target: Target): Asked | undefined {
  if (target.form === "bound") {
    if (target.figure.of !== "comparator") return undefined;
    const end: End = { at: 0, edge: target.word === "under" || target.word === "over" ? "out" : "in" };
    const axis = `difference from ${target.figure.id}`;
    const isUpper = target.word === "at most" || target.word === "under";
    return { sort: "value", axis, ...(isUpper ? { high: end } : { low: end }) };
  }
  if (target.form === "exact" && target.figure.of === "comparator") {
    const end: End = { at: 0, edge: "in" };
    return { sort: "value", axis: `difference from ${target.figure.id}`, low: end, high: end };
  }
  if (target.form === "range" && (isComparator(target.low) || isComparator(target.high)))
    return { sort: "value", axis: "no-side", at: `${sayFigure(target.low)} and ${sayFigure(target.high)}` };
  return undefined;
}

function isComparator(figure: Figure | Level): boolean {
  return figure.of === "comparator";
}

function sayFigure(figure: Figure): string {
  return figure.of === "number" ? String(figure.value) : figure.id;
}

function oneSided(
  axis: string,
  at: number,
  edge: End["edge"],
  sided: ReturnType<typeof side>,
  words: string,
): Asked {
  if (sided === "lower") return { sort: "value", axis, high: { at, edge } };
  if (sided === "higher") return { sort: "value", axis, low: { at, edge } };
  return { sort: "value", axis: "no-side", at: words };
}
