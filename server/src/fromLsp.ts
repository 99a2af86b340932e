// From the protocol's values to the engine's.

import { offsetAt, type SourceFile, type Span } from "@stratkit/core";
import type { Position, Range } from "vscode-languageserver";
import type { PositionEncoding } from "./client.ts";
import { unitsAt } from "./columns.ts";

export function fromPosition(source: SourceFile, position: Position, encoding: PositionEncoding): number {
  const { line, character } = position;
  const start = source.lines.lineStarts[line] ?? source.text.length;
  const text = source.text.slice(start, source.lines.lineStarts[line + 1] ?? source.text.length);
  const length = text.replace(/\r?\n$/, "").length;
  return offsetAt(source.lines, { line, character: Math.min(length, unitsAt(encoding, text, character)) });
}

export function fromRange(source: SourceFile, range: Range, encoding: PositionEncoding): Span {
  return {
    start: fromPosition(source, range.start, encoding),
    end: fromPosition(source, range.end, encoding),
  };
}
