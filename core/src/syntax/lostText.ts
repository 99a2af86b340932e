// What YAML takes from an author's text without a word: a comment sign, a type, a name, a comma, a missing space.
// Called for each value while the tree is made.

import type { Refusal } from "../findings/finding.ts";
import type { Span } from "../text/span.ts";
import type { Diagnosis } from "./diagnosis.ts";
import { contentOfLine, lineEnd, lineStart, nextLine } from "./lineShape.ts";
import { diagnoseColon, findMissingSpace } from "./missingSpace.ts";
import { diagnoseQuotes } from "./quotesNeeded.ts";
import { refuse } from "./refusals.ts";
import type { Entry, ScalarNode } from "./tree.ts";

export interface TextPlace {
  readonly file: string;
  readonly text: string;
  /** The key whose value it is. */
  readonly key: string | undefined;
}

/** ` #` directly followed by a letter or digit, behind a plain text or in place of one. */
export function findLostComment(place: TextPlace, at: Span): Refusal | undefined {
  const { text, file, key } = place;
  let sign = at.end;
  while (text[sign] === " " || text[sign] === "\t") sign += 1;
  if (text[sign] !== "#" || sign === at.end || !/^[\p{L}\p{N}]/u.test(text.slice(sign + 1, sign + 3)))
    return undefined;
  const left = text.slice(at.start, at.end);
  const start = at.start === at.end ? sign : at.start;
  const end = sign + text.slice(sign, lineEnd(text, sign)).trimEnd().length;
  const facts = {
    cause: "comment",
    sign: "#",
    left,
    written: text.slice(start, end),
    whole: { start, end },
    ...keyed(key),
  } as const;
  return refuse("yaml/text-lost", file, { start: sign, end }, facts);
}

/** `!Wow now` and `&Co and partners`: the first word is taken for a type or a name. */
export function findLostWord(place: TextPlace, value: Span, cause: "tag" | "anchor"): Refusal | undefined {
  const { text, file, key } = place;
  const before = text.slice(lineStart(text, value.start), value.start);
  const match = (cause === "tag" ? /![^\s,[\]{}]*(?=[^!]*$)/ : /&[^\s,[\]{}]*(?=[^&]*$)/).exec(before);
  if (match === null) return undefined;
  const start = lineStart(text, value.start) + match.index;
  const end = Math.max(value.end, start + match[0].length);
  const facts = {
    cause,
    sign: match[0],
    left: text.slice(value.start, value.end),
    written: text.slice(start, end),
    whole: { start, end },
    ...keyed(key),
  };
  return refuse("yaml/text-lost", file, { start, end: Math.min(end, lineEnd(text, start)) }, facts);
}

function keyed(key: string | undefined): { readonly key?: string } {
  return key === undefined ? {} : { key };
}

/** Entries of a map in braces that are no entries: what follows a comma within a text, or a colon without its space. */
export function findSplitEntries(place: TextPlace, entries: readonly Entry[]): readonly Diagnosis[] {
  const found: Diagnosis[] = [];
  let whole: Span | undefined;
  for (const [at, entry] of entries.entries()) {
    const bare = entry.value === undefined && entry.span.end === entry.key.span.end;
    const space =
      bare && entry.key.style === "plain" ? findMissingSpace(place.text, entry.key.span) : undefined;
    if (space !== undefined) found.push(diagnoseColon(place.file, space));
    const before = entries[at - 1];
    if (
      bare &&
      space === undefined &&
      before !== undefined &&
      isCutOff(place.text, before, entry, whole !== undefined)
    ) {
      whole = {
        start: whole?.start ?? before.value?.span.start ?? before.key.span.start,
        end: entry.key.span.end,
      };
    } else if (whole !== undefined) {
      found.push(diagnoseComma(place, entries, whole));
      whole = undefined;
    }
  }
  if (whole !== undefined) found.push(diagnoseComma(place, entries, whole));
  return found;
}

/** `3,340` in figures, or a part of a sentence: no word that could be an id. */
function isCutOff(text: string, before: Entry, entry: Entry, follows: boolean): boolean {
  if (entry.key.style !== "plain") return false;
  if (!follows && (before.value?.kind !== "scalar" || before.value.style !== "plain")) return false;
  const gap = text.slice(before.span.end, entry.key.span.start);
  if (/^\d{3}\b/.test(entry.key.text) && gap === ",")
    return /\d$/.test(text.slice(0, before.span.end).slice(-1));
  return gap.trim() === "," && !/^[a-z0-9]+(?:[-/@][a-z0-9]+)*$/.test(entry.key.text);
}

function diagnoseComma(place: TextPlace, entries: readonly Entry[], whole: Span): Diagnosis {
  const { text, file } = place;
  const owner = entries.find((entry) => entry.value?.span.start === whole.start);
  const value = owner?.value;
  const left = value === undefined ? "" : text.slice(value.span.start, value.span.end);
  const facts = {
    cause: "comma",
    sign: ",",
    left,
    written: text.slice(whole.start, whole.end),
    whole,
    ...keyed(owner?.key.text),
  } as const;
  const marked = { start: whole.start, end: Math.min(whole.end, lineEnd(text, whole.start)) };
  const newText = text.slice(whole.start, whole.end).replace(/[^\s]/g, "x");
  const refusal = refuse("yaml/text-lost", file, marked, facts);
  return { refusal, damaged: whole, repairs: [{ span: whole, newText }], local: true };
}

/** `key:value` on lines of their own below a key: read as one text. */
export function findHiddenKeys(place: TextPlace, value: ScalarNode): readonly Diagnosis[] {
  const { text, file } = place;
  if (
    value.style !== "plain" ||
    text.slice(lineStart(text, value.span.start), value.span.start).trim() !== ""
  )
    return [];
  const found: Diagnosis[] = [];
  for (let at = value.span.start; at < value.span.end; at = nextLine(text, at)) {
    const space = findMissingSpace(text, contentOfLine(text, at));
    if (space === undefined && at === value.span.start) return [];
    if (space !== undefined) found.push(diagnoseColon(file, space));
  }
  return found;
}

/** `>5` is taken for the head of a block text. */
export function findLostSign(place: TextPlace, value: ScalarNode): Diagnosis | undefined {
  const { text, file } = place;
  const written = text.slice(value.span.start, value.span.end);
  if (value.style !== "folded" || value.text !== "" || !/^>\d/.test(written)) return undefined;
  const whole = { start: value.span.start, end: contentOfLine(text, value.span.start).end };
  return diagnoseQuotes({ file, text }, whole, "start", ">");
}
