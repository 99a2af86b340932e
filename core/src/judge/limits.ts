// The figures that a target draws: from where to where a value meets it.

import type { Better } from "../model/items.ts";
import { type Figure, type Level, side, type Target } from "../model/target.ts";

export interface Limit {
  readonly at: number;
  /** Whether the figure itself meets the target. */
  readonly edge: "in" | "out";
}

/** What the limits are counted in: the measure's own figures, places in a ranking, percent of a ranking, levels. */
export type Axis = "value" | "rank" | "share" | "level";

export interface Limits {
  readonly axis: Axis;
  readonly low?: Limit;
  readonly high?: Limit;
}

/** What a target may lean on; each is absent where no figure is known. */
export interface Anchors {
  readonly better?: Better;
  /** Of several periods the latest before the target. */
  readonly baseline?: number;
  /** The value of the same period a year before. */
  readonly lastYear?: number;
  /** The comparator's figure in force for the value's period. */
  comparator?(id: string): number | undefined;
}

export type NoLimits =
  | "no-direction"
  | "no-range"
  | "no-baseline"
  | "no-comparator"
  | "no-last-year"
  | "direction-only"
  | "to-be-set"
  | "tracked-only"
  | "yes-no";

/** The limits of a target, or the word for why it has none. `yes` has none: it is judged by itself. */
export function limitsOf(target: Target, anchors: Anchors): Limits | NoLimits {
  const sided = side(target, anchors.better);
  switch (target.form) {
    case "number":
      if (anchors.better === "range") return "no-range";
      return limitAt(sided, target.value, "in") ?? "no-direction";
    case "bound": {
      const axis = target.figure.of === "level" ? "level" : "value";
      const at = figureOf(target.figure, anchors);
      if (at === undefined) return "no-comparator";
      const edge = target.word === "under" || target.word === "over" ? "out" : "in";
      return sided === "lower" ? { axis, high: { at, edge } } : { axis, low: { at, edge } };
    }
    case "exact":
      return betweenFigures(target.figure, target.figure, anchors);
    case "range":
      return betweenFigures(target.low, target.high, anchors);
    case "near": {
      const centre = anchors.comparator?.(target.comparator);
      if (centre === undefined) return "no-comparator";
      const reach = target.in === "percent" ? percentOf(target.distance, centre) : target.distance;
      return between(centre - reach, centre + reach);
    }
    case "rank":
      return { axis: target.in === "percent" ? "share" : "rank", high: { at: target.top, edge: "in" } };
    case "level":
      return { axis: "level", low: { at: target.place, edge: "in" } };
    case "change":
      if (anchors.baseline === undefined) return "no-baseline";
      return (
        limitAt(sided, anchors.baseline + percentOf(target.percent, anchors.baseline), "in") ?? "no-direction"
      );
    case "better-than-last-year":
      if (anchors.lastYear === undefined) return "no-last-year";
      return limitAt(sided, anchors.lastYear, "out") ?? "no-direction";
    case "direction":
      return "direction-only";
    case "open":
      return target.word === "track" ? "tracked-only" : "to-be-set";
    case "yes":
      return "yes-no";
  }
}

/** The one figure of limits that have one: what a chart draws, and what the way covered is counted to. */
export function singleLimit(limits: Limits): number | undefined {
  const { low, high } = limits;
  if (low !== undefined && high !== undefined) return low.at === high.at ? low.at : undefined;
  return (low ?? high)?.at;
}

/** Percent of a figure's size: of -4, 5 percent are 0.2. */
function percentOf(percent: number, figure: number): number {
  return (percent / 100) * Math.abs(figure);
}

function limitAt(sided: ReturnType<typeof side>, at: number, edge: Limit["edge"]): Limits | undefined {
  if (sided === "lower") return { axis: "value", high: { at, edge } };
  if (sided === "higher") return { axis: "value", low: { at, edge } };
  return sided === "target" ? between(at, at) : undefined;
}

function between(low: number, high: number): Limits {
  return { axis: "value", low: { at: low, edge: "in" }, high: { at: high, edge: "in" } };
}

function betweenFigures(low: Figure, high: Figure, anchors: Anchors): Limits | NoLimits {
  const [from, to] = [figureOf(low, anchors), figureOf(high, anchors)];
  return from === undefined || to === undefined ? "no-comparator" : between(from, to);
}

function figureOf(figure: Figure | Level, anchors: Anchors): number | undefined {
  if (figure.of === "number") return figure.value;
  return figure.of === "level" ? figure.place : anchors.comparator?.(figure.id);
}
