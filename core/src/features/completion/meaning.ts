// What a place means beyond its shape: which ids, periods, targets or rules may stand there as a value, or as a key.

import type { ReferenceKey } from "../../model/items.ts";
import type { Spot } from "../../schema/spots.ts";

export type Meaning =
  | { readonly of: "reference"; readonly key: ReferenceKey }
  /** `days`: a day first; `own`: the period of the document itself. */
  | { readonly of: "period"; readonly as: "periods" | "days" | "own" }
  | { readonly of: "target" }
  | { readonly of: "when" }
  | { readonly of: "rule"; readonly where: "waiver" | "config" }
  /** Any thing of the workspace, as the config's exceptions name it. */
  | { readonly of: "thing" };

const REFERENCES: Readonly<Record<string, ReferenceKey>> = {
  measures: "measures",
  moves: "moves",
  parts: "parts",
  supports: "supports",
  builds: "builds",
  objectives: "objectives",
  needs: "needs",
  strategy: "strategy",
  organisation: "organisation",
  succeeds: "succeeds",
  plan: "plan",
  item: "change-item",
  "replaced-by": "replaced-by",
  "aligns-to": "aligns-to",
  partners: "partners",
  "governed-by": "governed-by",
  owner: "owner",
  lead: "lead",
  by: "by",
  "agreed-by": "agreed-by",
  "part-of": "part-of",
  to: "to",
};

const PERIODS: readonly string[] = ["start", "due", "at", "forecast"];
const DAYS: readonly string[] = ["until", "on", "published"];

/** Of the value at the last spot, or of an item where the last spot is one of a list. */
export function meaningOfValue(kind: string, spots: readonly Spot[]): Meaning | undefined {
  const last = spots.at(-1);
  if (last?.located === undefined) return undefined;
  const step = last.path.at(-1);
  if (typeof step === "number") {
    const above = spots.at(-2);
    const key = above?.located?.by === "property" ? above.path.at(-1) : undefined;
    if (kind === "config") return key === "ids" ? { of: "thing" } : undefined;
    return typeof key === "string" ? referenceOf(key) : undefined;
  }
  if (kind === "config" || step === undefined) return undefined;
  const holder = spots.at(-2)?.path.at(-1);
  if (last.located.by === "entry") return meaningOfEntry(kind, spots);
  if (last.located.by !== "property") return undefined;
  if (step === "value") return spots.at(-3)?.path.at(-1) === "targets" ? { of: "target" } : undefined;
  if (step === "when") return { of: "when" };
  if (step === "period") return { of: "period", as: spots.length === 2 ? "own" : "periods" };
  if (PERIODS.includes(step)) return { of: "period", as: "periods" };
  if (DAYS.includes(step)) return { of: "period", as: "days" };
  // A value may be one word for what the organisation calls a thing: "called" holds words, not references.
  return holder === "called" ? undefined : referenceOf(step);
}

function meaningOfEntry(kind: string, spots: readonly Spot[]): Meaning | undefined {
  const names = spots.map(({ path }) => path.at(-1));
  if (names.at(-2) === "targets") return { of: "target" };
  return kind === "delivery-plan" && names[1] === "trajectory" && names.length === 4
    ? { of: "target" }
    : undefined;
}

/** Of the author's own keys in the map at the last spot. */
export function meaningOfKeys(kind: string, spots: readonly Spot[]): Meaning | undefined {
  const last = spots.at(-1);
  const name = last?.path.at(-1);
  if (last?.located === undefined || typeof name !== "string") return undefined;
  if (name === "rules" && kind === "config") return { of: "rule", where: "config" };
  if (last.located.by === "entry") return meaningOfRecord(kind, spots);
  if (last.located.by !== "property") return undefined;
  const atRoot = last.path.length === 1;
  switch (name) {
    case "waive":
      return { of: "rule", where: "waiver" };
    case "targets":
    case "baseline":
      return { of: "period", as: "periods" };
    case "values":
      return spots.at(-3)?.path.at(-1) === "comparators" ? { of: "period", as: "periods" } : undefined;
    case "trajectory":
      return { of: "reference", key: "trajectory" };
    case "items":
      return { of: "reference", key: "items" };
    case "measures":
      if (atRoot && kind === "actuals") return { of: "reference", key: "actuals" };
      if (atRoot && kind === "progress-report") return { of: "reference", key: "report-measures" };
      // A library defines its measures; nothing is told by naming one of another file.
      return atRoot && kind === "measures" ? undefined : { of: "reference", key: "measures" };
    case "objectives":
      return { of: "reference", key: "objectives" };
    default:
      return undefined;
  }
}

function meaningOfRecord(kind: string, spots: readonly Spot[]): Meaning | undefined {
  const names = spots.map(({ path }) => path.at(-1));
  const isSeries = names.length === 3 && (names[1] === "measures" || names[1] === "trajectory");
  const holdsSeries = kind === "actuals" || (kind === "delivery-plan" && names[1] === "trajectory");
  return isSeries && holdsSeries ? { of: "period", as: "periods" } : undefined;
}

function referenceOf(key: string): Meaning | undefined {
  const found = Object.hasOwn(REFERENCES, key) ? REFERENCES[key] : undefined;
  return found === undefined ? undefined : { of: "reference", key: found };
}
