// The quick reader's maps and lists by indentation.

import { findHiddenKeys } from "./lostText.ts";
import { isBlockSign, readBlockText } from "./quickBlockText.ts";
import { uniqueMap } from "./quickEntries.ts";
import { opensFlow, readFlow } from "./quickFlow.ts";
import { endOfQuoted, isQuote, readQuoted } from "./quickQuotes.ts";
import {
  COLON,
  closeBlock,
  DASH,
  endLine,
  endsLine,
  findLineFeed,
  HASH,
  handOver,
  isBlank,
  leaveEmpty,
  openBlock,
  type Scan,
  SPACE,
  skipSpaces,
  trimmedEnd,
} from "./quickScan.ts";
import { findColon, mayBeginKey, plainNode, readPlain } from "./quickTexts.ts";
import type { Entry, ListNode, MapNode, ScalarNode, TreeNode } from "./tree.ts";

/** Keys may not be longer by far; the exact limit is the tolerant reader's. */
const LONGEST_KEY = 1000;

export function isDash(text: string, at: number): boolean {
  return text.charCodeAt(at) === DASH && isBlank(text.charCodeAt(at + 1));
}

/** The value that begins at the scan's place, and on to the next line behind it. `parent` is the column around it. */
export function readNode(scan: Scan, parent: number, column: number): TreeNode {
  const { text, at } = scan;
  const code = text.charCodeAt(at);
  if (isDash(text, at)) return readList(scan, column);
  if (!opensFlow(code) && !isBlockSign(code) && beginsMap(scan)) return readMap(scan, column);
  return readText(scan, parent);
}

/** True for a key with its colon. */
function beginsMap(scan: Scan): boolean {
  const { text, at } = scan;
  if (!isQuote(text.charCodeAt(at))) return findColon(text, at) >= 0;
  return text.charCodeAt(skipSpaces(text, endOfQuoted(text, at))) === COLON;
}

/** A value that begins in the line of its key or dash and opens no block. */
function readText(scan: Scan, parent: number): TreeNode {
  const code = scan.text.charCodeAt(scan.at);
  if (isBlockSign(code)) return readBlockText(scan, parent);
  const value = opensFlow(code)
    ? readFlow(scan, parent, 1)
    : isQuote(code)
      ? readQuoted(scan, parent)
      : readPlain(scan, parent);
  endLine(scan, parent, "text");
  return value;
}

function readMap(scan: Scan, column: number): MapNode {
  const { at: start } = scan;
  const entries: Entry[] = [];
  openBlock(scan);
  do entries.push(readEntry(scan, column));
  while (scan.indent === column);
  if (scan.indent > column) handOver();
  closeBlock(scan, column);
  return uniqueMap({ start, end: entries.at(-1)?.span.end ?? start }, false, entries);
}

function readEntry(scan: Scan, column: number): Entry {
  const { at: start } = scan;
  const key = readKey(scan);
  const colonEnd = scan.at;
  const value = readValue(scan, column);
  return { key, value, span: { start, end: value?.span.end ?? colonEnd }, merged: false };
}

/** The key, and on to behind its colon. */
function readKey(scan: Scan): ScalarNode {
  const { text, at: start } = scan;
  const key = isQuote(text.charCodeAt(start)) ? readQuotedKey(scan) : readPlainKey(text, start);
  const { end } = key.span;
  if (end - start > LONGEST_KEY) handOver();
  scan.at = end + 1;
  return key;
}

function readQuotedKey(scan: Scan): ScalarNode {
  const { text } = scan;
  const key = readQuoted(scan, 0);
  const { start, end } = key.span;
  if (findLineFeed(text, start) < end) handOver();
  if (text.charCodeAt(end) !== COLON || !isBlank(text.charCodeAt(end + 1))) handOver();
  return key;
}

/** Its end is where the colon was found. */
function readPlainKey(text: string, start: number): ScalarNode {
  const end = findColon(text, start);
  if (end < 0 || !mayBeginKey(text.charCodeAt(start)) || text.charCodeAt(end - 1) === SPACE) handOver();
  const key = plainNode(text, start, end);
  return key.text.includes("[") || key.text.includes("{") ? handOver() : key;
}

function readValue(scan: Scan, column: number): TreeNode | undefined {
  const { text } = scan;
  const at = skipSpaces(text, scan.at);
  const code = text.charCodeAt(at);
  if (!endsLine(code) && code !== HASH) {
    scan.at = at;
    return readText(scan, column);
  }
  endLine(scan, column, "nothing");
  if (scan.indent > column) return readBelow(scan, column);
  if (scan.indent === column && isDash(text, scan.at)) return readList(scan, column);
  leaveEmpty(scan);
  return undefined;
}

/** A value in the lines below its key. */
function readBelow(scan: Scan, column: number): TreeNode {
  const { text } = scan;
  if (isBlockSign(text.charCodeAt(scan.at))) handOver();
  const value = readNode(scan, column, scan.indent);
  if (value.kind === "scalar" && findHiddenKeys({ file: "", text, key: undefined }, value).length > 0)
    handOver();
  return value;
}

function readList(scan: Scan, column: number): ListNode {
  const { text, at: start } = scan;
  const items: (TreeNode | undefined)[] = [];
  openBlock(scan);
  do items.push(readItem(scan, column));
  while (scan.indent === column && isDash(text, scan.at));
  if (scan.indent > column || scan.unsureTail) handOver();
  const end = trimmedEnd(text, scan.tail);
  closeBlock(scan, column);
  return { kind: "list", span: { start, end }, flow: false, items };
}

function readItem(scan: Scan, column: number): TreeNode | undefined {
  const { text } = scan;
  scan.at += 1;
  const at = skipSpaces(text, scan.at);
  const code = text.charCodeAt(at);
  if (!endsLine(code) && code !== HASH) {
    scan.at = at;
    return readNode(scan, column, at - scan.lineStart);
  }
  endLine(scan, column, "nothing");
  if (scan.indent > column)
    return isBlockSign(text.charCodeAt(scan.at)) ? handOver() : readNode(scan, column, scan.indent);
  leaveEmpty(scan);
  return undefined;
}
