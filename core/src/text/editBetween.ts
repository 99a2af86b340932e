// What differs between two versions of a text, as one stretch: what a person types between two readings.

import { replace, type TextEdit } from "./edits.ts";

/** What takes one version to the other; empty at the end of equal texts. */
export function editBetween(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  const start = commonStart(before, after, shorter);
  const tail = commonEnd(before, after, shorter - start);
  return replace({ start, end: before.length - tail }, after.slice(start, after.length - tail));
}

/** Long texts are compared by pieces first, each of them in one step of the machine. */
const PIECE = 1024;

function commonStart(a: string, b: string, most: number): number {
  let at = 0;
  while (at + PIECE <= most && a.slice(at, at + PIECE) === b.slice(at, at + PIECE)) at += PIECE;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return at;
}

function commonEnd(a: string, b: string, most: number): number {
  const pieceOf = (text: string, length: number) =>
    text.slice(text.length - length - PIECE, text.length - length);
  let length = 0;
  while (length + PIECE <= most && pieceOf(a, length) === pieceOf(b, length)) length += PIECE;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length))
    length += 1;
  return length;
}
