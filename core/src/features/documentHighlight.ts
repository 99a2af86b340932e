// The places of one file that speak of the thing under the cursor.

import type { Lookup } from "../lookup/lookup.ts";
import { isSameSubject } from "../lookup/subjects.ts";
import type { Span } from "../text/span.ts";

export interface Highlight {
  readonly span: Span;
  /** `write` where it is defined. */
  readonly kind: "read" | "write";
}

export function documentHighlight(lookup: Lookup, path: string, offset: number): readonly Highlight[] {
  const at = lookup.occurrenceAt(path, offset);
  if (at === undefined) return [];
  return lookup
    .occurrencesIn(path)
    .filter(({ item }) => isSameSubject(item, at.item))
    .map(({ span, role }) => ({ span, kind: role === "definition" ? "write" : "read" }));
}
