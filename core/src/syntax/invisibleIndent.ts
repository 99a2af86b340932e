// Spaces from a word processor where only ordinary ones count: before a key, behind its colon or behind a dash. YAML
// takes them for letters and says nothing.

import type { TextEdit } from "../text/edits.ts";
import type { Span } from "../text/span.ts";
import type { Complaint, Diagnosis } from "./diagnosis.ts";
import { indentOf, lineEnd, lineStart, previousSpoken } from "./lineShape.ts";
import { refuse } from "./refusals.ts";

/** Hard, thin and other wide spaces: each takes a column, so an ordinary space goes in its place. */
const WIDE = "\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u3000";
/** Letters without width: what goes in their place is nothing. */
const NARROW = "\\u00AD\\u200B-\\u200D\\u2060\\uFEFF";
const INVISIBLE = new RegExp(`[${WIDE}${NARROW}]`);

/** Optional byte order mark, indentation, dashes, then a key with its colon and the spaces behind it. */
const BEFORE_KEY = new RegExp(
  `^(?:(?<![\\s\\S])\\uFEFF)?([ \\t${WIDE}${NARROW}]*(?:-[ ${WIDE}${NARROW}]+)*)([\\w"'/@][^\\n:#]*:(?=[ \\t\\r\\n${WIDE}${NARROW}]|$)([ ${WIDE}${NARROW}]*))?`,
  "gmu",
);

/** True where a closer look is worth its time. */
export function mayHoldInvisible(text: string): boolean {
  return INVISIBLE.test(text.replace(/^\uFEFF/, ""));
}

/** True where such a letter stands before a key or dash or behind its colon; long texts are looked at like the rest. */
export function hasInvisible(text: string): boolean {
  for (const { 1: indent = "", 2: key = "", 3: gap = "" } of text.matchAll(BEFORE_KEY)) {
    if (INVISIBLE.test(gap) || isInIndent(indent, key)) return true;
  }
  return false;
}

function isInIndent(indent: string, key: string): boolean {
  return INVISIBLE.test(indent) && (key !== "" || /-[^-]*$/.test(indent));
}

/** All of a file's at once, marked at the first.  */
export function findInvisible({ file, text, layout }: Complaint): Diagnosis | undefined {
  const repairs: TextEdit[] = [];
  const lines: Span[] = [];
  let first: { readonly span: Span; readonly before: string; readonly where: "indent" | "colon" } | undefined;
  for (const match of text.matchAll(BEFORE_KEY)) {
    const [all, indent = "", key = "", gap = ""] = match;
    const indentAt = match.index + all.length - indent.length - key.length;
    const gapAt = match.index + all.length - gap.length;
    const inIndent = isInIndent(indent, key);
    if (!inIndent && !INVISIBLE.test(gap)) continue;
    if (layout.longTexts.some((held) => held.start < match.index && match.index < held.end)) continue;
    if (inIndent) repairs.push(...replaceIn(indent, indentAt));
    if (INVISIBLE.test(gap)) repairs.push(...replaceIn(gap, gapAt));
    lines.push({ start: lineStart(text, indentAt), end: lineEnd(text, indentAt) });
    const span = inIndent
      ? { start: indentAt, end: indentAt + indent.length }
      : { start: gapAt, end: gapAt + gap.length };
    first ??= {
      span,
      before: nameOf(text, key, indentAt + indent.length),
      where: inIndent ? "indent" : "colon",
    };
  }
  if (first === undefined) return undefined;
  const { before, where, span } = first;
  const emptied = where === "indent" ? findEmptied(text, span.start) : undefined;
  const facts = { before, where, repairs, ...(emptied === undefined ? {} : { emptied }) };
  return { refusal: refuse("yaml/invisible-indent", file, span, facts), damaged: lines, repairs };
}

function replaceIn(written: string, start: number): TextEdit[] {
  const narrow = new RegExp(`[${NARROW}]`);
  return [...written.matchAll(new RegExp(INVISIBLE, "g"))].map(({ 0: letter, index }) => ({
    span: { start: start + index, end: start + index + 1 },
    newText: narrow.test(letter) ? "" : " ",
  }));
}

function nameOf(text: string, key: string, at: number): string {
  const written = key === "" ? text.slice(at, lineEnd(text, at)) : key.slice(0, key.lastIndexOf(":"));
  return written.trim();
}

/** The key right above that has no value of its own, so that these lines were meant to be it. */
function findEmptied(text: string, at: number): string | undefined {
  const start = lineStart(text, at);
  if (start === 0) return undefined;
  const above = previousSpoken(text, start - 1);
  const match = /^[ \t]*(?:- +)*([^\s:#][^:\n]*):[ \t]*(?:#.*)?$/.exec(
    text.slice(above, lineEnd(text, above)),
  );
  return match?.[1] !== undefined && indentOf(text, above) >= 0 ? match[1] : undefined;
}
