// Which keys of which items the schema stage refused: what was meant is there, though it cannot be used, so no later
// stage may call it missing.

import type { Refusal } from "../findings/finding.ts";
import type { SchemaFacts } from "./facts.ts";

export interface RefusedPlace {
  readonly path: readonly (string | number)[];
}

/** The place of each refused key, a misspelt one under the name that was clearly meant. */
export function refusedPlaces(refusals: readonly Refusal[]): RefusedPlace[] {
  return refusals.flatMap((refusal) => {
    if (!("path" in refusal.place)) return [];
    const { path } = refusal.place;
    if (refusal.rule !== "schema/unknown-key") return [{ path }];
    const { guess } = refusal.facts as SchemaFacts["schema/unknown-key"];
    return guess.kind === "one" ? [{ path: [...path.slice(0, -1), guess.best.id] }] : [];
  });
}
