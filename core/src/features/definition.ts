// Where a thing is defined: the way from any mention of an id to its definition.

import type { Lookup } from "../lookup/lookup.ts";
import type { Span } from "../text/span.ts";

export interface DefinitionLink {
  /** What was pointed at, quotes included. */
  readonly origin: Span;
  readonly file: string;
  /** The id there, or the title of what a whole file describes. */
  readonly name: Span;
  readonly whole: Span;
}

export function definition(lookup: Lookup, path: string, offset: number): DefinitionLink | undefined {
  const at = lookup.occurrenceAt(path, offset);
  if (at === undefined) return undefined;
  const origin = at.last && at.span.start - at.whole.start <= 1 ? at.whole : at.span;
  return { origin, ...lookup.placeOf(at.item) };
}
