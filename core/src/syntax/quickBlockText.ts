// The quick reader's block texts: those behind | and >, whose lines stand as they are or are folded into one.

import {
  CR,
  checkComment,
  endsLine,
  findLineFeed,
  HASH,
  handOver,
  LF,
  type Scan,
  skipLines,
  skipSpaces,
  trimmedEnd,
} from "./quickScan.ts";
import type { ScalarNode } from "./tree.ts";

const PIPE = 124;
const ANGLE = 62;
const DASH = 45;

export function isBlockSign(code: number): boolean {
  return code === PIPE || code === ANGLE;
}

/** Reads the text and steps on to the next line behind it. `column` is that of the innermost open block. */
export function readBlockText(scan: Scan, column: number): ScalarNode {
  const { text, at: start } = scan;
  const style = text.charCodeAt(start) === PIPE ? "literal" : "folded";
  const isStripped = text.charCodeAt(start + 1) === DASH;
  const body = findBody(text, start + (isStripped ? 2 : 1));
  const { lines, end } = readLines(text, body, column);
  const whole = style === "literal" ? lines.join("\n") : fold(lines);
  const value = isStripped ? whole : `${whole}\n`;
  scan.tail = trimmedEnd(text, end);
  scan.looseTo = -1;
  scan.unsureTail = false;
  scan.at = end;
  skipLines(scan, column, false);
  return { kind: "scalar", span: { start, end: scan.tail }, text: value, value, style };
}

/** Offset of the first line behind the sign, which a comment may follow but nothing else. */
function findBody(text: string, from: number): number {
  const at = skipSpaces(text, from);
  const code = text.charCodeAt(at);
  if (code === HASH && at > from) checkComment(text, at);
  else if (!endsLine(code)) handOver();
  return findLineFeed(text, at) + 1;
}

/** The lines without their indentation, and where the last one that says something ends. */
function readLines(text: string, body: number, column: number): { lines: string[]; end: number } {
  const lines: string[] = [];
  let indent = -1;
  let kept = 0;
  let end = body;
  let deepestBlank = 0;
  for (let start = body; start < text.length; ) {
    const at = skipSpaces(text, start);
    const code = text.charCodeAt(at);
    const lineFeed = findLineFeed(text, at);
    if (code === LF || code === CR || at === text.length) {
      deepestBlank = Math.max(deepestBlank, at - start);
      lines.push("");
    } else {
      if (indent < 0) indent = at - start;
      if (indent <= column) handOver();
      if (at - start < indent) break;
      end = text.charCodeAt(lineFeed - 1) === CR ? lineFeed - 1 : lineFeed;
      lines.push(text.slice(start + indent, end));
      kept = lines.length;
    }
    if (deepestBlank > Math.max(indent, column)) handOver();
    start = lineFeed + 1;
  }
  if (indent < 0) handOver();
  lines.length = kept;
  return { lines, end };
}

/** A line break counts as a space, but around blank and deeper lines. */
function fold(lines: readonly string[]): string {
  let text = "";
  let separator = "";
  let wasDeeper = false;
  const first = lines.findIndex((line) => line !== "");
  for (const line of lines.slice(first)) {
    if (line === "") {
      if (separator === "\n") text += "\n";
      else separator = "\n";
    } else if (line.startsWith(" ")) {
      if (separator === " ") separator = "\n";
      else if (!wasDeeper && separator === "\n") separator = "\n\n";
      text += separator + line;
      separator = "\n";
      wasDeeper = true;
    } else {
      text += separator + line;
      separator = " ";
      wasDeeper = false;
    }
  }
  return "\n".repeat(first) + text;
}
