// A stretch of a text, as 0-based UTF-16 offsets: the only way the engine speaks of places in a file.

export interface Span {
  readonly start: number;
  /** Offset behind the last character. */
  readonly end: number;
}

export function span(start: number, end: number): Span {
  return { start, end };
}

/** True where the two stretches share a character, or an empty one stands inside or at the edge of the other. */
export function overlaps(a: Span, b: Span): boolean {
  if (a.start === a.end || b.start === b.end) return a.start <= b.end && b.start <= a.end;
  return a.start < b.end && b.start < a.end;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
