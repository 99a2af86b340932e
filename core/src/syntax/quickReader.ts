// Reads YAML as most files are written: maps, lists, texts and comments without anything odd about them. A strict part
// of YAML, read in one go; whatever is not surely in it is left to the tolerant reader.

import { hasInvisible, mayHoldInvisible } from "./invisibleIndent.ts";
import { isDash, readNode } from "./quickBlocks.ts";
import { endsLine, findLineFeed, HASH, handOver, type Scan, skipLines, skipSpaces } from "./quickScan.ts";
import type { TreeNode } from "./tree.ts";

export interface QuickReading {
  /** Undefined for a text that says nothing. */
  readonly root: TreeNode | undefined;
  /** Of ASCII's signs alone. */
  readonly isPlain: boolean;
}

/** What a text says, or undefined where the tolerant reader is to say it. A text that is read has nothing to refuse. */
export function readQuickly(text: string): QuickReading | undefined {
  const isPlain = !BEYOND_PLAIN.test(text);
  if (isPlain ? hasLoneReturn(text) : isOdd(text)) return undefined;
  try {
    return { root: readRoot(text), isPlain };
  } catch {
    // Not sure of something, or a mistake of our own: the other reader has the last word on both.
    return undefined;
  }
}

/** Anything but what texts are made of: tabs, control characters, byte order marks, letters lost in an earlier save. */
const ODD = /[^\n\r -~\u00A0-\u2027\u202A-\uFEFE\uFF00-\uFFFC\uFFFE\uFFFF]/;

/** Anything but the signs of ASCII, which most texts hold none of. */
const BEYOND_PLAIN = /[^\n\r -~]/;

function isOdd(text: string): boolean {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (hasLoneReturn(body)) return true;
  return ODD.test(body) || (mayHoldInvisible(body) && hasInvisible(body));
}

function hasLoneReturn(text: string): boolean {
  return text.includes("\r") && /\r(?!\n)/.test(text);
}

function readRoot(text: string): TreeNode | undefined {
  const lineStart = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const scan: Scan = {
    text,
    at: lineStart,
    lineStart,
    indent: 0,
    level: 0,
    tail: 0,
    looseTo: -1,
    looseIndent: 0,
    unsureTail: false,
  };
  skipPrelude(scan);
  if (scan.indent < 0) return undefined;
  if (lineStart > 0 && scan.lineStart === lineStart && (scan.indent > 0 || isDash(text, scan.at))) handOver();
  const root = readNode(scan, -1, scan.indent);
  if (root.kind === "scalar" || root.flow || scan.indent >= 0) handOver();
  return root;
}

/** Comments, blank lines and the line `---` before all else. */
function skipPrelude(scan: Scan): void {
  const { text } = scan;
  stepToFirst(scan);
  if (scan.indent !== 0 || !text.startsWith("---", scan.at)) return;
  const behind = skipSpaces(text, scan.at + 3);
  const code = text.charCodeAt(behind);
  if (!endsLine(code) && (code !== HASH || behind === scan.at + 3)) handOver();
  scan.at = findLineFeed(text, behind);
  skipLines(scan, 0, false);
}

function stepToFirst(scan: Scan): void {
  const at = skipSpaces(scan.text, scan.at);
  const code = scan.text.charCodeAt(at);
  if (code !== HASH && !endsLine(code)) {
    scan.indent = at - scan.lineStart;
    scan.at = at;
    return;
  }
  scan.at = findLineFeed(scan.text, at);
  skipLines(scan, 0, false);
}
