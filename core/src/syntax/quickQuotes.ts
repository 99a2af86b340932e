// The quick reader's texts in quotes, over one line or several.

import { handOver, type Scan, skipSpaces } from "./quickScan.ts";
import type { ScalarNode, ScalarStyle } from "./tree.ts";

const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;

export function isQuote(code: number): boolean {
  return code === DOUBLE_QUOTE || code === SINGLE_QUOTE;
}

/** A text in quotes; further lines are deeper than `parent`. */
export function readQuoted(scan: Scan, parent: number): ScalarNode {
  const { text, at: start } = scan;
  const end = endOfQuoted(text, start);
  const inner = text.slice(start + 1, end - 1);
  const style = text.charCodeAt(start) === DOUBLE_QUOTE ? "double" : "single";
  const value = inner.includes("\n") ? foldQuoted(inner, style, parent) : resolveEscapes(inner, style);
  scan.at = end;
  return { kind: "scalar", span: { start, end }, text: value, value, style };
}

/** Offset behind the closing quote. */
export function endOfQuoted(text: string, start: number): number {
  const isDouble = text.charCodeAt(start) === DOUBLE_QUOTE;
  return 1 + (isDouble ? findDoubleQuote(text, start + 1) : findSingleQuote(text, start + 1));
}

function findSingleQuote(text: string, from: number): number {
  let at = text.indexOf("'", from);
  while (at >= 0 && text.charCodeAt(at + 1) === SINGLE_QUOTE) at = text.indexOf("'", at + 2);
  return at < 0 ? handOver() : at;
}

function findDoubleQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    let signs = 0;
    while (text[at - 1 - signs] === "\\") signs += 1;
    if (signs % 2 === 0) return at;
  }
  return handOver();
}

const ESCAPED: Readonly<Record<string, string>> = { '"': '"', "\\": "\\", "/": "/", n: "\n", t: "\t" };

function resolveEscapes(inner: string, style: ScalarStyle): string {
  if (style === "single") return inner.includes("'") ? inner.replaceAll("''", "'") : inner;
  if (!inner.includes("\\")) return inner;
  return inner.replace(/\\([\s\S])/g, (_, letter: string) => ESCAPED[letter] ?? handOver());
}

function foldQuoted(inner: string, style: ScalarStyle, parent: number): string {
  if (style === "double" && inner.includes("\\")) handOver();
  const lines = inner.split(/\r?\n/);
  const last = lines.pop() ?? "";
  const isShallow = (line: string) => skipSpaces(line, 0) <= parent;
  if (isShallow(last) || lines.slice(1).some((line) => /[^ ]/.test(line) && isShallow(line))) handOver();
  let text = (lines[0] ?? "").replace(/ +$/, "");
  let separator = " ";
  for (const line of lines.slice(1)) {
    const words = line.replace(/^ +| +$/g, "");
    if (words !== "") {
      text += separator + words;
      separator = " ";
    } else if (separator === "\n") text += separator;
    else separator = "\n";
  }
  return resolveEscapes(text + separator + last.replace(/^ +/, ""), style);
}
