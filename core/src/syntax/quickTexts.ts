// The quick reader's texts without quotes, over one line or several, and its keys.

import { plainValue } from "./plainValue.ts";
import {
  COLON,
  CR,
  DASH,
  endsLine,
  findLineFeed,
  HASH,
  handOver,
  isBlank,
  type Scan,
  SPACE,
  skipSpaces,
} from "./quickScan.ts";
import { foldLines } from "./readScalar.ts";
import type { ScalarNode } from "./tree.ts";

const PARENTHESIS = 40;
const SLASH = 47;
const UNDERSCORE = 95;

/** Letters, digits and a few more; what nobody sees was looked for before. */
export function mayBeginKey(code: number): boolean {
  const lower = code | 0x20;
  if (lower >= 97 && lower <= 122 && code < 128) return true;
  return (
    (code >= 48 && code <= 57) || code === UNDERSCORE || code === PARENTHESIS || code === SLASH || code > 0xa0
  );
}

/** Signs with which a text may begin but no key does. */
const TEXT_SIGNS = "+.~$<=^;";

function mayBeginText(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code === DASH) return !isBlank(text.charCodeAt(at + 1));
  return mayBeginKey(code) || TEXT_SIGNS.includes(text.charAt(at));
}

/** True for letters and more; all that may end a key or a text has smaller codes, the colon the largest of them. */
function isPlainLetter(code: number): boolean {
  return code > COLON;
}

/** Offset of the colon behind the key with which a line goes on, or -1. */
export function findColon(text: string, from: number): number {
  for (let at = from; ; at += 1) {
    const code = text.charCodeAt(at);
    if (isPlainLetter(code)) continue;
    if (code === COLON && isBlank(text.charCodeAt(at + 1))) return at;
    if (endsLine(code) || (code === HASH && text.charCodeAt(at - 1) === SPACE)) return -1;
  }
}

export function plainNode(text: string, start: number, end: number): ScalarNode {
  const written = text.slice(start, end);
  return { kind: "scalar", span: { start, end }, text: written, value: plainValue(written), style: "plain" };
}

/** A plain text with the lines that go on with it, all of them deeper than `parent`. */
export function readPlain(scan: Scan, parent: number): ScalarNode {
  const { text, at: start } = scan;
  if (!mayBeginText(text, start)) handOver();
  let end = endOfPlain(text, start);
  const firstEnd = end;
  for (let next = findMore(text, end, parent); next >= 0; next = findMore(text, end, parent)) {
    end = endOfPlain(text, next);
  }
  scan.at = end;
  if (end === firstEnd) return plainNode(text, start, end);
  const folded = foldLines(text.slice(start, end));
  return { kind: "scalar", span: { start, end }, text: folded, value: folded, style: "plain" };
}

function endOfPlain(text: string, from: number): number {
  let end = from;
  for (let at = from; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code === SPACE) continue;
    if (isPlainLetter(code)) {
      end = at + 1;
      continue;
    }
    if (endsLine(code)) return end;
    if (code === HASH && text.charCodeAt(at - 1) === SPACE) return end;
    if (code === COLON && isBlank(text.charCodeAt(at + 1))) handOver();
    end = at + 1;
  }
}

/** Where the text goes on in a later line, or -1. */
function findMore(text: string, from: number, parent: number): number {
  let lineEnd = skipSpaces(text, from);
  if (!endsLine(text.charCodeAt(lineEnd))) return -1;
  for (lineEnd = findLineFeed(text, lineEnd); lineEnd + 1 < text.length; ) {
    const start = lineEnd + 1;
    const at = skipSpaces(text, start);
    const code = text.charCodeAt(at);
    if (endsLine(code)) {
      lineEnd = code === CR ? at + 1 : at;
      continue;
    }
    if (at - start <= parent || code === HASH) return -1;
    if (code === DASH && isBlank(text.charCodeAt(at + 1))) handOver();
    return at;
  }
  return -1;
}
