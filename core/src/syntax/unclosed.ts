// Quotes and brackets that are opened and never closed: where they open, how far the damage plausibly reaches, and
// how the rest of the file is read all the same.

import type { TextEdit } from "../text/edits.ts";
import type { Span } from "../text/span.ts";
import type { Complaint, Diagnosis } from "./diagnosis.ts";
import { isInBrackets } from "./layout.ts";
import {
  columnOfKey,
  contentOfLine,
  endOfBlock,
  indentOf,
  keyOfLine,
  lineEnd,
  nextLine,
  saysNothing,
  valueOfLine,
} from "./lineShape.ts";
import { beginsEntry, nextSpokenLine } from "./lostLines.ts";
import { refuse } from "./refusals.ts";

export function diagnoseQuote(complaint: Complaint, openAt: number): Diagnosis {
  const { text, file } = complaint;
  const opener = text[openAt] === "'" ? "'" : '"';
  const end = endOfStray(text, endOfBlock(text, openAt, columnOfKey(text, openAt)), opener);
  const firstEnd = lineEnd(text, openAt);
  const closeAt = endOfQuoted(complaint, openAt, firstEnd);
  const facts = { opener, closer: opener, closeAt } as const;
  const repairs: TextEdit[] = [mask(text, { start: openAt, end: closeAt })];
  if (end > firstEnd) repairs.push({ span: { start: firstEnd, end }, newText: "" });
  return {
    refusal: refuse("yaml/unclosed", file, { start: openAt, end: openAt + 1 }, facts),
    damaged: { start: openAt, end: Math.max(end, firstEnd) },
    repairs,
  };
}

/** Lines that go on with the text, though not indented: no key, no dash, and the closing quote comes at the end. */
function endOfStray(text: string, end: number, quote: string): number {
  for (let at = nextLine(text, end); at < text.length; at = nextLine(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    if (keyOfLine(text, at) !== undefined || /^[ \t]*(?:-[ \t]|#)/.test(line)) return end;
    if (line.trimEnd().endsWith(quote)) return lineEnd(text, at);
  }
  return end;
}

/** Inside brackets a text plausibly ends at the next comma or bracket, elsewhere with its line. */
function endOfQuoted(complaint: Complaint, openAt: number, lineEndsAt: number): number {
  const { text } = complaint;
  const value = valueOfLine(text, openAt);
  const insideFlow = isInBrackets(complaint.layout, openAt) || /[[{]/.test(text.slice(value.start, openAt));
  const rest = text.slice(openAt, lineEndsAt);
  const stop = insideFlow ? rest.search(/[,}\]]/) : -1;
  return openAt + (stop > 0 ? stop : rest.trimEnd().length);
}

/** The same number of letters that mean nothing, so that offsets stay; spaces and line breaks are kept. */
export function mask(text: string, span: Span): TextEdit {
  return { span, newText: text.slice(span.start, span.end).replace(/[^\s]/g, "x") };
}

/** Undefined where the brackets from there on do match after all. */
export function diagnoseBracket(complaint: Complaint, outermost: number): Diagnosis | undefined {
  const { text, file } = complaint;
  const scan = scanBrackets(text, outermost);
  const indented = scan.strayLines.map((at) => ({
    span: { start: at, end: at },
    newText: " ".repeat(columnOfKey(text, outermost) + 1),
  }));
  const at = scan.open.at(-1);
  if (at === undefined) return diagnoseStray(complaint, scan, indented);
  const opener = text[at] === "{" ? "{" : "[";
  const closer = closerOf(opener);
  const closeAt = scan.stopAt;
  const closers = scan.open.map((open) => closerOf(text[open])).reverse();
  const newText = scan.mismatch ? closer : closers.join("");
  return {
    refusal: refuse("yaml/unclosed", file, { start: at, end: at + 1 }, { opener, closer, closeAt }),
    damaged: { start: at, end: withComment(text, Math.max(closeAt, at + 1)) },
    repairs: [...indented, { span: { start: closeAt, end: closeAt }, newText }],
  };
}

/** The brackets do match, but a line between them begins too far left. */
function diagnoseStray(
  { text, file }: Complaint,
  scan: BracketScan,
  repairs: readonly TextEdit[],
): Diagnosis | undefined {
  const [first] = scan.strayLines;
  if (first === undefined) return undefined;
  const line = contentOfLine(text, first);
  const facts = { cause: "line", written: text.slice(line.start, line.end) } as const;
  return { refusal: refuse("yaml/syntax", file, line, facts), damaged: line, repairs };
}

/** The closing bracket may have gone into what is now a comment. */
function withComment(text: string, at: number): number {
  return /^[ \t]+#/.test(text.slice(at, lineEnd(text, at))) ? lineEnd(text, at) : at;
}

function closerOf(opener: string | undefined): string {
  return opener === "{" ? "}" : "]";
}

interface BracketScan {
  /** Offsets of the brackets that are open where the scan ends, outermost first. */
  readonly open: readonly number[];
  /** Behind the last character that belongs to them. */
  readonly stopAt: number;
  /** True where it ended at a bracket that closes another kind. */
  readonly mismatch: boolean;
  /** Starts of lines that belong to them, though they stand no deeper than the key. */
  readonly strayLines: readonly number[];
}

/** Follows brackets from an opening one to its end, or to where the next entry of the block around it begins. */
function scanBrackets(text: string, start: number): BracketScan {
  const atRoot = text.slice(0, start).trim() === "";
  const indent = atRoot ? -1 : columnOfKey(text, start);
  const open: number[] = [];
  const strayLines: number[] = [];
  let stopAt = start + 1;
  let at = start;
  while (at < text.length) {
    const letter = text[at];
    if (letter === "\n" && !continues(text, at + 1, indent)) {
      const stray = findStray(text, at);
      if (stray === undefined) break;
      strayLines.push(stray);
      at = stray;
      continue;
    }
    if (letter === "[" || letter === "{") open.push(at);
    else if (letter === "]" || letter === "}") {
      if (closerOf(text[open.at(-1) ?? start]) !== letter)
        return { open, stopAt: at, mismatch: true, strayLines };
      open.pop();
      if (open.length === 0) break;
    }
    const next = skipQuoted(text, at) ?? skipComment(text, at);
    if (next === undefined && !/\s/.test(letter ?? "")) stopAt = at + 1;
    if (next !== undefined && letter !== "#") stopAt = next;
    at = next ?? at + 1;
  }
  return { open, stopAt, mismatch: false, strayLines };
}

/** True where the lines from there on still belong to the bracket: deeper than its key, or a closing bracket. */
function continues(text: string, from: number, indent: number): boolean {
  for (let at = from; at < text.length; at = nextLine(text, at)) {
    if (saysNothing(text, at)) continue;
    return indentOf(text, at) > indent || /^[ \t]*[\]},]/.test(text.slice(at, lineEnd(text, at)));
  }
  return false;
}

/** Start of the next line that says something, where it is no entry and holds a closing bracket. */
function findStray(text: string, at: number): number | undefined {
  const next = nextSpokenLine(text, at);
  if (next === undefined || beginsEntry(text, next)) return undefined;
  return /[\]}]/.test(text.slice(next, lineEnd(text, next))) ? next : undefined;
}

/** Behind a quoted text that begins here, on this line; undefined where none does. */
function skipQuoted(text: string, at: number): number | undefined {
  const quote = text[at];
  if ((quote !== '"' && quote !== "'") || !/[\s,[{:]/.test(text[at - 1] ?? " ")) return undefined;
  const line = text.slice(at, lineEnd(text, at));
  const match = (quote === '"' ? /^"(?:[^"\\]|\\.)*"/ : /^'(?:[^']|'')*'/).exec(line);
  return match === null ? undefined : at + match[0].length;
}

function skipComment(text: string, at: number): number | undefined {
  return text[at] === "#" && /\s/.test(text[at - 1] ?? " ") ? lineEnd(text, at) : undefined;
}
