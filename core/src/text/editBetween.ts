// What differs between two versions of a text, as one stretch: what a person types between two readings.

import { replace, type TextEdit } from "./edits.ts";

/** What takes one version to the other; empty at the end of equal texts. */
export function editBetween(before: string, after: string): TextEdit {
  const shorter = Math.min(before.length, after.length);
  const start = commonStart(before, after, shorter);
  const tail = commonEnd(before, after, shorter - start);
  return replace({ start, end: before.length - tail }, after.slice(start, after.length - tail));
}

/** Texts are compared by pieces first, long ones and then short ones, each of them in one step of the machine. */
const PIECES = [1024, 64];

function commonStart(a: string, b: string, most: number): number {
  let at = 0;
  for (const piece of PIECES)
    while (at + piece <= most && a.slice(at, at + piece) === b.slice(at, at + piece)) at += piece;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return at;
}

function commonEnd(a: string, b: string, most: number): number {
  const [atA, atB] = [a.length, b.length];
  let length = 0;
  for (const piece of PIECES) {
    const isAlike = (end: number) => a.slice(atA - end, atA - length) === b.slice(atB - end, atB - length);
    while (length + piece <= most && isAlike(length + piece)) length += piece;
  }
  while (length < most && a.charCodeAt(atA - 1 - length) === b.charCodeAt(atB - 1 - length)) length += 1;
  return length;
}
