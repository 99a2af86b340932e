// What is seen before any YAML is read: files that are no text, merge conflicts, line ends of old Macs, and where the
// first document ends.

import type { Refusal } from "../findings/finding.ts";
import type { TextEdit } from "../text/edits.ts";
import type { Span } from "../text/span.ts";
import { contentOfLine, lineEnd, lineStart } from "./lineShape.ts";
import { refuse } from "./refusals.ts";

/** What makes a whole file unreadable, cause by cause; empty where it can be read. */
export function refuseWhole(file: string, text: string): readonly Refusal[] {
  const nul = text.indexOf("\0");
  if (nul >= 0) return [refuse("yaml/encoding", file, { start: nul, end: nul + 1 }, { cause: "binary" })];
  const conflicts = findConflicts(text);
  if (conflicts.length > 0) {
    return conflicts.map((span) =>
      refuse("yaml/merge-conflict", file, span, { marker: text.slice(span.start, span.end) }),
    );
  }
  const loneReturn = findLoneReturn(text);
  if (loneReturn === undefined || !isOldMac(text)) return [];
  return [refuseLineEnds(file, loneReturn)];
}

/** True where more lines end with a lone CR than with a line feed. */
function isOldMac(text: string): boolean {
  return (text.match(/\r(?!\n)/g)?.length ?? 0) > (text.match(/\n/g)?.length ?? 0);
}

/** One stretch for each conflict: the line of its first marker. */
function findConflicts(text: string): Span[] {
  if (!text.includes("<<<<<<<") && !text.includes(">>>>>>>")) return [];
  const conflicts: Span[] = [];
  let open = false;
  for (const match of text.matchAll(/^(?:<{7}|>{7})(?=[ \r]|$)/gm)) {
    const begins = match[0].startsWith("<");
    if (begins || !open) conflicts.push({ start: match.index, end: lineEnd(text, match.index) });
    open = begins;
  }
  return conflicts;
}

export interface Oddities {
  readonly refusals: readonly Refusal[];
  readonly repairs: readonly TextEdit[];
  /** The second document, unless it is empty. */
  readonly damaged: readonly Span[];
  /** Where the first document ends; what follows is not read. */
  readonly end: number;
}

/** What can be set right before reading: stray line ends, letters lost in an earlier save, directives, later documents. */
export function findOddities(file: string, text: string): Oddities {
  const refusals: Refusal[] = [];
  const repairs: TextEdit[] = [];
  const loneReturn = findLoneReturn(text);
  if (loneReturn !== undefined) {
    refusals.push(refuseLineEnds(file, loneReturn));
    for (const match of text.matchAll(/\r(?!\n)/g)) repairs.push(blank(match.index));
  }
  const replaced = text.indexOf("\uFFFD");
  if (replaced >= 0) {
    const span = { start: replaced, end: replaced + 1 };
    refusals.push(refuse("yaml/encoding", file, span, { cause: "replaced" }));
  }
  const { second, directives } = findDocuments(text);
  for (const at of directives) repairs.push({ span: { start: at, end: at + 1 }, newText: "#" });
  if (second === undefined) return { refusals, repairs, damaged: [], end: text.length };
  const empty = text.startsWith("---", second) && isQuiet(text.slice(second + 3));
  const marker = contentOfLine(text, second);
  refusals.push(refuse("yaml/second-document", file, marker, { empty }));
  const damaged = empty ? [] : [{ start: second, end: text.length }];
  return { refusals, repairs: repairs.filter(({ span }) => span.end <= second), damaged, end: second };
}

function refuseLineEnds(file: string, at: number): Refusal {
  return refuse("yaml/encoding", file, { start: at, end: at + 1 }, { cause: "line-ends" });
}

function findLoneReturn(text: string): number | undefined {
  if (!text.includes("\r")) return undefined;
  const at = text.search(/\r(?!\n)/);
  return at < 0 ? undefined : at;
}

function blank(at: number): TextEdit {
  return { span: { start: at, end: at + 1 }, newText: " " };
}

interface Documents {
  /** Where a second document begins. */
  readonly second: number | undefined;
  /** Offsets of the % of lines such as `%YAML 1.1`; they say nothing to us, and would change how values are read. */
  readonly directives: readonly number[];
}

/** `---` and `...` at the start of a line are markers wherever they stand, in block texts and quotes too. */
function findDocuments(text: string): Documents {
  let directives: number[] = [];
  let begun = false;
  let from = 0;
  for (const match of text.matchAll(/^\uFEFF?(---|\.\.\.)(?=[ \t\r\n]|$)/gm)) {
    const at = match.index + match[0].length - 3;
    const before = text.slice(from, at);
    const quiet = isQuiet(before.replace(/^\uFEFF?%.*$/gm, ""));
    if (match[1] === "---") {
      if (begun || !quiet) return { second: at, directives };
      directives = [...before.matchAll(/^\uFEFF?%/gm)].map(
        (found) => from + found.index + found[0].length - 1,
      );
      begun = true;
    } else if (!isQuiet(text.slice(at + 3))) {
      const next = nextSpoken(text, at + 3);
      if (begun || !quiet) return { second: next, directives };
    }
    from = at + 3;
  }
  return { second: undefined, directives };
}

/** True for a text of blank lines and comments only. */
function isQuiet(text: string): boolean {
  return !/^\uFEFF?[ \t]*[^#\s]/m.test(text);
}

/** Start of the first line that says something. */
function nextSpoken(text: string, from: number): number {
  const at = text.slice(from).search(/^[ \t]*[^#\s]/m);
  return at < 0 ? text.length : lineStart(text, from + at);
}
