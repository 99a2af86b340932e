// Every place of the workspace where a thing is meant.

import type { Lookup } from "../lookup/lookup.ts";
import type { ReferencePlace } from "../lookup/referencePlace.ts";

export type WithDeclaration = "with-definition" | "references-only";

/** Ids that a thing had before are listed with its definition. */
export function references(
  lookup: Lookup,
  path: string,
  offset: number,
  include: WithDeclaration,
): readonly ReferencePlace[] {
  const at = lookup.occurrenceAt(path, offset);
  if (at === undefined) return [];
  return lookup
    .occurrencesOf(at.item)
    .filter(({ role }) => include === "with-definition" || role === "reference")
    .map(({ file, span }) => ({ file, span }));
}
