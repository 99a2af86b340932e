// The quick reader's lists in brackets and maps in braces, over one line or several.

import { uniqueMap } from "./quickEntries.ts";
import { isQuote, readQuoted } from "./quickQuotes.ts";
import {
  COLON,
  COMMA,
  CR,
  checkComment,
  endsLine,
  findLineFeed,
  HASH,
  handOver,
  isBlank,
  LF,
  type Scan,
  SPACE,
  skipSpaces,
} from "./quickScan.ts";
import { mayBeginKey, plainNode } from "./quickTexts.ts";
import type { Entry, ListNode, MapNode, ScalarNode, TreeNode } from "./tree.ts";

const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_MAP = 123;
const CLOSE_MAP = 125;
const MOST_LEVELS = 20;

export function opensFlow(code: number): boolean {
  return code === OPEN_LIST || code === OPEN_MAP;
}

/** From the opening bracket to behind the closing one. Its lines are deeper than `parent`, the last may be as deep. */
export function readFlow(scan: Scan, parent: number, level: number): ListNode | MapNode {
  if (level > MOST_LEVELS) handOver();
  const { text, at: start } = scan;
  const isMap = text.charCodeAt(start) === OPEN_MAP;
  const closer = isMap ? CLOSE_MAP : CLOSE_LIST;
  const entries: Entry[] = [];
  const items: TreeNode[] = [];
  scan.at += 1;
  skipGap(scan, parent, level);
  while (text.charCodeAt(scan.at) !== closer) {
    if (isMap) entries.push(readFlowEntry(scan, parent, level));
    else items.push(readFlowValue(scan, parent, level));
    skipGap(scan, parent, level);
    const code = text.charCodeAt(scan.at);
    if (code === closer) break;
    if (code !== COMMA) handOver();
    scan.at += 1;
    skipGap(scan, parent, level);
  }
  scan.at += 1;
  const span = { start, end: scan.at };
  return isMap ? uniqueMap(span, true, entries) : { kind: "list", span, flow: true, items };
}

function readFlowEntry(scan: Scan, parent: number, level: number): Entry {
  const { text, at: start } = scan;
  const key = readFlowText(scan, parent);
  if (text.charCodeAt(scan.at) !== COLON || !isBlank(text.charCodeAt(scan.at + 1))) handOver();
  scan.at = skipSpaces(text, scan.at + 1);
  if (endsLine(text.charCodeAt(scan.at))) handOver();
  const value = readFlowValue(scan, parent, level);
  return { key, value, span: { start, end: value.span.end }, merged: false };
}

function readFlowValue(scan: Scan, parent: number, level: number): TreeNode {
  if (opensFlow(scan.text.charCodeAt(scan.at))) return readFlow(scan, parent, level + 1);
  return readFlowText(scan, parent);
}

function readFlowText(scan: Scan, parent: number): ScalarNode {
  const { text, at: start } = scan;
  const first = text.charCodeAt(start);
  if (isQuote(first)) return readQuoted(scan, parent);
  if (!mayBeginKey(first) && !/^[-+.][.\d]$/.test(text.slice(start, start + 2))) handOver();
  let end = start;
  for (let at = start; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code === SPACE) continue;
    if (endsLine(code) || endsFlowText(code)) break;
    if (code === HASH && text.charCodeAt(at - 1) === SPACE) break;
    if (code === COLON && (isBlank(text.charCodeAt(at + 1)) || endsFlowText(text.charCodeAt(at + 1)))) break;
    end = at + 1;
  }
  scan.at = end;
  return plainNode(text, start, end);
}

function endsFlowText(code: number): boolean {
  return code === COMMA || opensFlow(code) || code === CLOSE_LIST || code === CLOSE_MAP;
}

/** Spaces, line breaks and comments between the parts. */
function skipGap(scan: Scan, parent: number, level: number): void {
  const { text } = scan;
  let at = scan.at;
  let lineStart = -1;
  for (;;) {
    const from = at;
    at = skipSpaces(text, at);
    const code = text.charCodeAt(at);
    if (code === HASH) {
      if (at === from) handOver();
      checkComment(text, at);
      at = findLineFeed(text, at);
    } else if (code === CR) at += 1;
    else if (code === LF) {
      at += 1;
      lineStart = at;
    } else break;
  }
  scan.at = at;
  if (lineStart < 0 || at - lineStart > parent) return;
  const code = text.charCodeAt(at);
  const closes = code === CLOSE_LIST || code === CLOSE_MAP;
  if (!closes || level > 1 || at - lineStart < parent) handOver();
}
