// Places in a text as outputs write them: lines and columns from 1, columns in UTF-16 units.

import { type LineIndex, positionAt, type SourceFile, type Span } from "@stratkit/core";

export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

export interface TextRange {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

/** Of a file without a text: its beginning. */
export function rangeOf(source: SourceFile | undefined, span: Span): TextRange {
  return rangeIn(source?.lines, span);
}

export function rangeIn(lines: LineIndex | undefined, span: Span): TextRange {
  return { start: positionOf(lines, span.start), end: positionOf(lines, span.end) };
}

function positionOf(lines: LineIndex | undefined, offset: number): TextPosition {
  if (lines === undefined) return { line: 1, column: 1 };
  const { line, character } = positionAt(lines, offset);
  return { line: line + 1, column: character + 1 };
}

/** A line as it is shown, without its end. */
export function lineText(source: Pick<SourceFile, "text" | "lines">, line: number): string {
  const start = source.lines.lineStarts[line - 1] ?? source.text.length;
  const end = source.lines.lineStarts[line] ?? source.text.length;
  return source.text.slice(start, end).replace(/\r?\n$/, "");
}
