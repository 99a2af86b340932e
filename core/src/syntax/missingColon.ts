// `unit days` and an id alone above what belongs to it: a line that lacks only its colon.

import type { Span } from "../text/span.ts";
import type { Diagnosis } from "./diagnosis.ts";
import { columnOfKey, contentOfLine, indentOf, isOpenLevel, lineStart, previousSpoken } from "./lineShape.ts";
import { nextSpokenLine } from "./lostLines.ts";
import { refuse } from "./refusals.ts";
import type { ScalarNode } from "./tree.ts";

/** Keys with a plain value that no sentence is likely to go on with; a line of a broken text is not to be taken for one. */
const KEYS: ReadonlySet<string> = new Set([
  ..."title description why statement vision purpose period strategy organisation published status".split(
    " ",
  ),
  ..."succeeds plan lead owner unit better role stage numerator denominator formula frequency lag".split(" "),
  ..."data-source data-quality baseline aggregate accumulate due repeats done-when cost budget weight".split(
    " ",
  ),
  ..."obligation governed-by rag summary forecast percent mitigation rating label called type year".split(
    " ",
  ),
]);

/** Undefined where more than a colon may be wrong with the line. */
export function diagnoseMissingColon(text: string, file: string, at: number): Diagnosis | undefined {
  const line = contentOfLine(text, at);
  const written = text.slice(line.start, line.end);
  const [, word = "", rest = ""] = /^([a-z][a-z0-9-]*)(?:[ \t]+(\S.*))?$/.exec(written) ?? [];
  if (word === "" || /:([ \t]|$)/.test(rest) || !standsInLine(text, at)) return undefined;
  const next = nextSpokenLine(text, at);
  const isParent = next !== undefined && indentOf(text, next) > indentOf(text, at);
  if (rest === "" ? !isParent : isParent || !KEYS.has(word)) return undefined;
  return missingColon(file, line, word, rest);
}

/** `targets {2028/29: 5}` is read without any error, as the key `targets {2028/29`. */
export function findColonBeforeBraces(text: string, file: string, key: ScalarNode): readonly Diagnosis[] {
  if (key.style !== "plain" || !/[[{]/.test(key.text)) return [];
  const line = { start: key.span.start, end: contentOfLine(text, key.span.start).end };
  const written = text.slice(line.start, line.end);
  const [, word = "", rest = ""] = /^([a-z][a-z0-9-]*)[ \t]+([[{].*[\]}])$/.exec(written) ?? [];
  return word === "" ? [] : [missingColon(file, line, word, rest)];
}

function missingColon(file: string, line: Span, word: string, rest: string): Diagnosis {
  const end = line.start + word.length;
  return {
    refusal: refuse("yaml/syntax", file, line, { cause: "colon", written: `${word}: ${rest}`.trim() }),
    damaged: line,
    repairs: [{ span: { start: end, end }, newText: ":" }],
  };
}

/** True for a line at the level of others above, and for the first one below what it belongs to. */
function standsInLine(text: string, at: number): boolean {
  if (isOpenLevel(text, at)) return true;
  const above = previousSpoken(text, lineStart(text, at) - 1);
  const { start, end } = contentOfLine(text, above);
  return text.slice(start, end).endsWith(":") && columnOfKey(text, above) < indentOf(text, at);
}
