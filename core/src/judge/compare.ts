// Compares figures with a margin, because sums and percentages are not exact in binary.

import type { Side } from "../model/target.ts";

const MARGIN = 1e-9;

/** Negative, 0 or positive; 0 also where the difference is at most 1e-9 of the larger figure. */
export function compareFigures(a: number, b: number): number {
  const difference = a - b;
  return Math.abs(difference) <= MARGIN * Math.max(Math.abs(a), Math.abs(b)) ? 0 : difference;
}

export type Standing = "better" | "equal" | "worse";

/** How `a` stands to `b`; undefined where neither higher nor lower is better. */
export function compareBySide(a: number, b: number, side: Side | undefined): Standing | undefined {
  if (side !== "lower" && side !== "higher") return undefined;
  const order = compareFigures(a, b);
  if (order === 0) return "equal";
  return order > 0 === (side === "higher") ? "better" : "worse";
}
