// A growing set of stretches of a text that answers quickly which of them holds a place.

import { countBefore } from "../text/sortedPlace.ts";
import { overlaps, type Span } from "../text/span.ts";

export interface Stretches {
  /** In the order of the text, none touching another. */
  readonly spans: Span[];
}

export function addStretch({ spans }: Stretches, added: Span): void {
  let from = firstEndingFrom(spans, added.start);
  const start = Math.min(added.start, spans[from]?.start ?? added.start);
  let end = added.end;
  const first = from;
  for (let span = spans[from]; span !== undefined && span.start <= end; span = spans[from]) {
    end = Math.max(end, span.end);
    from += 1;
  }
  spans.splice(first, from - first, { start, end });
}

/** The stretch that holds an offset or ends at it. */
export function findStretch({ spans }: Stretches, offset: number): Span | undefined {
  const span = spans[firstEndingFrom(spans, offset)];
  return span !== undefined && span.start <= offset ? span : undefined;
}

export function touches({ spans }: Stretches, wanted: Span): boolean {
  for (let at = firstEndingFrom(spans, wanted.start); at < spans.length; at += 1) {
    const span = spans[at];
    if (span === undefined || span.start > wanted.end) return false;
    if (overlaps(span, wanted)) return true;
  }
  return false;
}

/** Index of the first stretch that ends at an offset or behind it. */
function firstEndingFrom(spans: readonly Span[], offset: number): number {
  return countBefore(spans, ({ end }) => end < offset);
}
