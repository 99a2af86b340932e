// `title:Improve` and `{2017/18:5}`: a colon without the space that makes it one. Read without any error as a text.

import type { Span } from "../text/span.ts";
import type { Diagnosis } from "./diagnosis.ts";
import { refuse } from "./refusals.ts";

export interface MissingSpace {
  /** What was meant as the key, and what as its value. */
  readonly key: string;
  readonly rest: string;
  readonly insertAt: number;
  /** Key and value together. */
  readonly whole: Span;
}

/** Dashes, then a word or a period in front of a colon; never the colon of an address or a time. */
const KEY_THEN_VALUE = /^((?:-[ \t]+)*)(["']?)([A-Za-z0-9][\w@/ -]*?)\2:(?=[^\s:/,#])(?![[{][ \t]*$)/;

/** The missing space in a stretch that may be `key:value`, or undefined where it doesn't look like that. */
export function findMissingSpace(text: string, stretch: Span): MissingSpace | undefined {
  const written = text.slice(stretch.start, stretch.end);
  const match = KEY_THEN_VALUE.exec(written);
  if (match === null) return undefined;
  const [before, dashes = "", , key = ""] = match;
  const rest = written.slice(before.length);
  if (/^\d{1,2}$/.test(key) && /^\d{2}\b/.test(rest)) return undefined;
  return {
    key,
    rest,
    insertAt: stretch.start + before.length,
    whole: { start: stretch.start + dashes.length, end: stretch.end },
  };
}

export function diagnoseColon(file: string, found: MissingSpace): Diagnosis {
  const { key, rest, insertAt, whole } = found;
  return {
    refusal: refuse("yaml/space-after-colon", file, whole, { key, rest, insertAt }),
    damaged: whole,
    repairs: [{ span: { start: insertAt, end: insertAt }, newText: " " }],
  };
}
