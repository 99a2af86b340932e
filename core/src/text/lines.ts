// Turns offsets into lines and columns and back; used once, at the edge, by whatever prints or speaks a protocol.

export interface Position {
  /** 0-based. */
  readonly line: number;
  /** 0-based, in UTF-16 units, as editors count. */
  readonly character: number;
}

export interface LineIndex {
  readonly lineStarts: readonly number[];
  readonly length: number;
}

/**
 * Lines end with LF or CRLF; a lone CR ends none (the file then has the finding yaml/encoding). A byte order mark takes
 * no column, because editors never show it.
 */
export function indexLines(text: string): LineIndex {
  const lineStarts = [text.startsWith("\uFEFF") ? 1 : 0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lineStarts.push(at + 1);
  return { lineStarts, length: text.length };
}

export function positionAt(index: LineIndex, offset: number): Position {
  const bounded = Math.max(0, Math.min(offset, index.length));
  let low = 0;
  let high = index.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((index.lineStarts[middle] ?? 0) <= bounded) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: Math.max(0, bounded - (index.lineStarts[low] ?? 0)) };
}

/** Offset of a position; one beyond the line's or the text's end is drawn back to it. */
export function offsetAt(index: LineIndex, position: Position): number {
  const start = index.lineStarts[position.line];
  if (start === undefined) return index.length;
  const next = index.lineStarts[position.line + 1];
  const end = next === undefined ? index.length : next;
  return Math.min(start + Math.max(0, position.character), end);
}
