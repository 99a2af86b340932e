// What a target means, as plain values. parseTarget.ts reads its words; judging it against a value is for judge/.

import type { Better } from "./items.ts";

/** A number, or the id of a comparator of the measure, whose figure is the one in force for the value's period. */
export type Figure =
  | { readonly of: "number"; readonly value: number }
  | { readonly of: "comparator"; readonly id: string };

/** A level of the measure; `place` counts from 0, worst to best. */
export interface Level {
  readonly of: "level";
  readonly level: string;
  readonly place: number;
}

export type BoundWord = "at most" | "at least" | "under" | "over";

export type Target =
  | { readonly form: "bound"; readonly word: BoundWord; readonly figure: Figure | Level }
  | { readonly form: "exact"; readonly figure: Figure }
  | { readonly form: "range"; readonly low: Figure; readonly high: Figure }
  | {
      readonly form: "near";
      readonly distance: number;
      readonly in: "percent" | "points";
      readonly comparator: string;
    }
  | { readonly form: "rank"; readonly top: number; readonly in: "places" | "percent" }
  /** Against the baseline: 5 for `+5%`, -25 for `-25%`. */
  | { readonly form: "change"; readonly percent: number }
  | { readonly form: "level"; readonly level: string; readonly place: number }
  | { readonly form: "yes" }
  | { readonly form: "better-than-last-year" }
  | { readonly form: "direction"; readonly word: "reduce" | "increase" | "maintain" }
  | { readonly form: "open"; readonly word: "set baseline" | "tbd" | "track" }
  | { readonly form: "number"; readonly value: number };

/** Which side of its figure a target asks for. */
export type Side = "lower" | "higher" | "target" | "range";

/** True where success can be told from failure: for everything but direction words, `set baseline`, `tbd`, `track`. */
export function isTargetValue(target: Target): boolean {
  return target.form !== "direction" && target.form !== "open";
}

/** The side that the words alone give; undefined where only the measure's `better` can tell. */
export function sideOfWords(target: Target): Side | undefined {
  switch (target.form) {
    case "bound":
      return target.word === "at most" || target.word === "under" ? "lower" : "higher";
    case "exact":
      return "target";
    case "range":
    case "near":
      return "range";
    case "rank":
      return "lower";
    case "level":
      return "higher";
    case "change":
      return target.percent < 0 ? "lower" : "higher";
    case "direction":
      return target.word === "reduce" ? "lower" : target.word === "increase" ? "higher" : undefined;
    default:
      return undefined;
  }
}

/**
 * The side by which a target is judged. Words decide over a `better` that contradicts them; of a change and of
 * `better than last year` the side is `better`, and the sign of a change counts only where that says nothing.
 */
export function side(target: Target, better: Better | undefined): Side | undefined {
  const wanted = better === "none" ? undefined : better;
  switch (target.form) {
    case "number":
      return wanted;
    case "better-than-last-year":
      return oneSided(wanted);
    case "change":
      return oneSided(wanted) ?? sideOfWords(target);
    default:
      return sideOfWords(target);
  }
}

/** True where the words of a target ask for the other side than `better` does. */
export function contradicts(target: Target, better: Better | undefined): boolean {
  const words = sideOfWords(target);
  if (better === "lower") return words === "higher";
  return better === "higher" && words === "lower" && target.form !== "rank";
}

/** The canonical words of a target: `at least 95`, `within 10% of national`. */
export function writeTarget(target: Target): string {
  switch (target.form) {
    case "bound":
      return `${target.word} ${writeFigure(target.figure)}`;
    case "exact":
      return `exactly ${writeFigure(target.figure)}`;
    case "range":
      return `between ${writeFigure(target.low)} and ${writeFigure(target.high)}`;
    case "near":
      return `within ${target.distance}${target.in === "percent" ? "%" : ""} of ${target.comparator}`;
    case "rank":
      return `top ${target.top}${target.in === "percent" ? "%" : ""}`;
    case "change":
      return `${target.percent < 0 ? "" : "+"}${target.percent}%`;
    case "level":
      return target.level;
    case "yes":
      return "yes";
    case "better-than-last-year":
      return "better than last year";
    case "direction":
    case "open":
      return target.word;
    case "number":
      return String(target.value);
  }
}

/** Ids of the comparators that a target leans on. */
export function comparatorsOf(target: Target): readonly string[] {
  if (target.form === "near") return [target.comparator];
  const figures =
    target.form === "range"
      ? [target.low, target.high]
      : target.form === "bound" || target.form === "exact"
        ? [target.figure]
        : [];
  return figures.flatMap((figure) => (figure.of === "comparator" ? [figure.id] : []));
}

function oneSided(wanted: Better | undefined): "lower" | "higher" | undefined {
  return wanted === "lower" || wanted === "higher" ? wanted : undefined;
}

function writeFigure(figure: Figure | Level): string {
  if (figure.of === "number") return String(figure.value);
  return figure.of === "comparator" ? figure.id : figure.level;
}
