// Judges one value against one target: met or not, by how much it misses, and the RAG that follows from the tolerance.

import type { Role } from "../model/items.ts";
import type { Target } from "../model/target.ts";
import type { Value } from "../model/value.ts";
import { compareFigures } from "./compare.ts";
import { type Anchors, type Limits, limitsOf, type NoLimits } from "./limits.ts";
import type { Tolerance } from "./tolerance.ts";

export type Rag = "green" | "amber" | "red";

export interface Question extends Anchors {
  readonly target: Target;
  readonly value: Value;
  /** How many are ranked, where the value is a rank. */
  readonly of?: number;
  readonly role?: Role;
  readonly tolerance: Tolerance;
}

export interface Judged {
  readonly rag: Rag;
  /** Knows no tolerance: a value that is green within its tolerance is not met. */
  readonly met: boolean;
  /** Distance to the limit that is broken, 0 where none is; `yes` and `no` have no distance. */
  readonly miss?: number;
  readonly missIn?: "percent" | "points" | "levels";
  readonly limits?: Limits;
}

export type NoRag = Exclude<NoLimits, "yes-no"> | "no-of" | "no-value" | "instrument" | "context";

export interface NotJudged {
  readonly rag: null;
  readonly reason: NoRag;
}

/** The margin of 1e-9 counts everywhere: 25% off 10.1 is 7.575, also in binary. */
export function judge(question: Question): Judged | NotJudged {
  const { target, value, role } = question;
  if (role === "instrument" || role === "context") return { rag: null, reason: role };
  if (target.form === "yes") return judgeYes(question);
  const limits = limitsOf(target, question);
  if (typeof limits === "string") return { rag: null, reason: limits === "yes-no" ? "no-value" : limits };
  if (question.better === "none") return { rag: null, reason: "no-direction" };
  const placed = placeOn(limits, value, question.of);
  if (typeof placed === "string") return { rag: null, reason: placed };
  return { ...judgeAgainst(limits, placed, question.tolerance), limits };
}

function judgeYes({ value, better }: Question): Judged | NotJudged {
  if (value.of !== "yes-no") return { rag: null, reason: "no-value" };
  if (better === "none") return { rag: null, reason: "no-direction" };
  const met = value.value === "yes";
  return { met, rag: met ? "green" : "red" };
}

/** Where the value stands on the axis of the limits. */
function placeOn(limits: Limits, value: Value, ranked: number | undefined): number | "no-value" | "no-of" {
  if (limits.axis === "level") return value.of === "level" ? value.place : "no-value";
  if (value.of !== "number") return "no-value";
  if (limits.axis !== "share") return value.value;
  return ranked === undefined || ranked <= 0 ? "no-of" : (100 * value.value) / ranked;
}

function judgeAgainst(limits: Limits, value: number, tolerance: Tolerance): Omit<Judged, "limits"> {
  const broken = brokenLimit(limits, value);
  const scale = scaleFor(limits, broken, tolerance);
  if (broken === undefined) return { rag: "green", met: true, miss: 0, missIn: scale.in };
  const distance = Math.abs(value - broken);
  const miss = scale.in === "percent" ? (100 * distance) / Math.abs(broken) : distance;
  return { rag: ragOf(miss, scale), met: false, miss, missIn: scale.in };
}

/** The limit on whose wrong side the value is. */
function brokenLimit({ low, high }: Limits, value: number): number | undefined {
  if (low !== undefined) {
    const order = compareFigures(value, low.at);
    if (order < 0 || (order === 0 && low.edge === "out")) return low.at;
  }
  if (high !== undefined) {
    const order = compareFigures(value, high.at);
    if (order > 0 || (order === 0 && high.edge === "out")) return high.at;
  }
  return undefined;
}

interface Scale {
  readonly in: NonNullable<Judged["missIn"]>;
  readonly amber: number;
  readonly red: number;
  /** True where no tolerance applies, so that any miss is red. */
  readonly none?: true;
}

function scaleFor(limits: Limits, broken: number | undefined, tolerance: Tolerance): Scale {
  const { amber, red } = tolerance;
  if (limits.axis === "level")
    return tolerance.from === "measure" ? { in: "levels", amber, red } : { in: "levels", amber: 0, red: 1 };
  if (tolerance.of === "points") return { in: "points", amber, red };
  // A percentage of nothing is nothing: only the measure's own tolerance can have meant points.
  if (broken === 0)
    return tolerance.from === "measure"
      ? { in: "points", amber, red }
      : { in: "points", amber, red, none: true };
  return { in: "percent", amber, red };
}

function ragOf(miss: number, scale: Scale): Rag {
  if (scale.none) return "red";
  if (scale.amber > 0 && compareFigures(miss, scale.amber) <= 0) return "green";
  return compareFigures(miss, scale.red) <= 0 ? "amber" : "red";
}
