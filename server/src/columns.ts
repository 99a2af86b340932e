// Columns as a client counts them. The engine counts UTF-16 units; the two other ways are converted here, from the text
// of the line, and nowhere else.

import type { PositionEncoding } from "./client.ts";

/** From UTF-16 units to the client's. `line` is the text of the line from its beginning. */
export function columnFor(encoding: PositionEncoding, line: string, units: number): number {
  if (encoding === "utf-16") return units;
  let column = 0;
  for (let at = 0; at < units && at < line.length; ) {
    const point = line.codePointAt(at) ?? 0;
    column += widthOf(encoding, point);
    at += point > 0xffff ? 2 : 1;
  }
  return column;
}

/** From the client's columns to UTF-16 units; a column inside a letter means the letter's beginning. */
export function unitsAt(encoding: PositionEncoding, line: string, column: number): number {
  if (encoding === "utf-16") return column;
  let at = 0;
  for (let passed = 0; at < line.length; ) {
    const point = line.codePointAt(at) ?? 0;
    passed += widthOf(encoding, point);
    if (passed > column) break;
    at += point > 0xffff ? 2 : 1;
  }
  return at;
}

function widthOf(encoding: PositionEncoding, point: number): number {
  if (encoding === "utf-32") return 1;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
