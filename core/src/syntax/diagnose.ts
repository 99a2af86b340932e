// Why the YAML library could not read on at a place: the cause in an author's terms, how far it reaches, and the
// repair with which the rest of the file can be read.

import type { Complaint, Diagnosis } from "./diagnosis.ts";
import { findOpenBracket, findOpenQuote, isInBrackets } from "./layout.ts";
import {
  contentOfLine,
  isOpenLevel,
  keyOfLine,
  lineEnd,
  lineStart,
  previousSpoken,
  saysNothing,
  valueOfLine,
} from "./lineShape.ts";
import { beginsEntry, entryAround, isFirstSpoken, nextSpokenLine } from "./lostLines.ts";
import { diagnoseMissingColon } from "./missingColon.ts";
import { diagnoseColon, findMissingSpace } from "./missingSpace.ts";
import { diagnoseQuotes, findText, keyBehindSign, withLinesBelow } from "./quotesNeeded.ts";
import type { ReadError } from "./readDocument.ts";
import { refuse } from "./refusals.ts";
import { diagnoseTabs, tabBefore } from "./tabs.ts";
import { diagnoseBracket, diagnoseQuote } from "./unclosed.ts";

export function diagnose(complaint: Complaint, error: ReadError): Diagnosis {
  const at = complaint.copy.toOriginal(error.pos[0]);
  const tab =
    error.code === "TAB_AS_INDENT" || error.code === "BAD_INDENT" ? tabBefore(complaint.text, at) : undefined;
  if (tab !== undefined) return diagnoseTabs(complaint, tab);
  return diagnoseByCode(complaint, error, at) ?? diagnoseLine(complaint, at);
}

function diagnoseByCode(complaint: Complaint, error: ReadError, at: number): Diagnosis | undefined {
  switch (error.code) {
    case "TAB_AS_INDENT":
      return complaint.text[at] === "\t" ? diagnoseTabs(complaint, at) : undefined;
    case "MISSING_CHAR":
      if (/Missing ,/.test(error.message))
        return diagnoseOpen(complaint, error) ?? diagnoseAfter(complaint, at);
      return diagnoseOpenOr(complaint, error, at);
    case "BAD_INDENT":
    case "MULTILINE_IMPLICIT_KEY":
      return diagnoseOpenOr(complaint, error, at);
    case "BLOCK_AS_IMPLICIT_KEY":
      return diagnoseNested(complaint, at);
    case "BLOCK_IN_FLOW":
      return diagnoseInFlow(complaint, at);
    case "BAD_SCALAR_START":
    case "BAD_ALIAS":
      return diagnoseStart(complaint, at);
    case "UNEXPECTED_TOKEN":
      return diagnoseRest(complaint, error, at);
    case "BAD_DQ_ESCAPE":
      return diagnoseBackslash(complaint, at);
    default:
      return undefined;
  }
}

function diagnoseOpenOr(complaint: Complaint, error: ReadError, at: number): Diagnosis | undefined {
  return (
    diagnoseOpen(complaint, error) ??
    diagnoseMissingSpace(complaint, at) ??
    diagnoseDirective(complaint, error)
  );
}

/** Inside brackets, a text goes on behind a closed quote. */
function diagnoseAfter(complaint: Complaint, at: number): Diagnosis {
  const whole = findText(complaint, at);
  return diagnoseQuotes(complaint, whole, "after", complaint.text[whole.start] ?? "");
}

/** A quote or a bracket that was still open where the reading stopped. */
function diagnoseOpen(complaint: Complaint, error: ReadError): Diagnosis | undefined {
  const [before] = error.pos;
  if (error.code === "MISSING_CHAR" && /quote/.test(error.message)) {
    const quote = findOpenQuote(complaint.layout, before + 1);
    if (quote !== undefined) return diagnoseQuote(complaint, complaint.copy.toOriginal(quote));
  }
  if (!/flow|expected/i.test(error.message)) return undefined;
  const bracket = findOpenBracket(complaint.layout, before + 1);
  return bracket === undefined ? undefined : diagnoseBracket(complaint, bracket);
}

function diagnoseMissingSpace(complaint: Complaint, at: number): Diagnosis | undefined {
  const found = findMissingSpace(complaint.text, contentOfLine(complaint.text, at));
  return found === undefined ? undefined : diagnoseColon(complaint.file, found);
}

/** A % at the start of a line makes YAML expect three dashes. */
function diagnoseDirective(complaint: Complaint, error: ReadError): Diagnosis | undefined {
  if (!/directives-end/.test(error.message)) return undefined;
  const at = complaint.text.search(/^\uFEFF?%/m);
  if (at < 0) return undefined;
  const start = complaint.text[at] === "%" ? at : at + 1;
  return diagnoseStart(complaint, start);
}

/** Two colons in one line, or a line indented below a text. */
function diagnoseNested(complaint: Complaint, at: number): Diagnosis | undefined {
  const { text } = complaint;
  // A list's item or a text where a key was to stand: the line itself is wrong.
  if (at <= contentOfLine(text, at).start && keyOfLine(text, at) === undefined) return undefined;
  const value = valueOfLine(text, at);
  if (
    at >= value.start &&
    /:([ \t]|$)/.test(text.slice(at, value.end)) &&
    value.start > lineStart(text, at)
  ) {
    const whole = findText(complaint, at);
    return diagnoseQuotes(complaint, whole, "colon", ": ");
  }
  if (at === value.start && /^\?[ \t]/.test(text.slice(at, at + 2))) return diagnoseStart(complaint, at);
  const next = nextSpokenLine(text, at);
  if (next !== undefined && /\s/.test(keyOfLine(text, next) ?? "")) {
    // Several words before the colon: no key, but a text that goes on.
    return diagnoseQuotes(complaint, withLinesBelow(text, value), "colon", ": ");
  }
  return next === undefined
    ? undefined
    : (diagnoseMissingSpace(complaint, next) ?? diagnoseLine(complaint, next));
}

function diagnoseInFlow(complaint: Complaint, at: number): Diagnosis {
  const { text, file } = complaint;
  const whole = findText(complaint, at);
  const written = text.slice(whole.start, whole.end);
  if (written === "-") {
    const facts = { cause: "dash", sign: "-", left: "", written, whole } as const;
    const repairs = [{ span: whole, newText: "x" }];
    return { refusal: refuse("yaml/text-lost", file, whole, facts), damaged: whole, repairs, local: true };
  }
  if (/:([ \t]|$)/.test(written)) return diagnoseQuotes(complaint, whole, "colon", ": ");
  return diagnoseQuotes(complaint, whole, "start", written[0] ?? "");
}

function diagnoseStart(complaint: Complaint, at: number): Diagnosis | undefined {
  const isKey =
    at === contentOfLine(complaint.text, at).start && keyBehindSign(complaint.text, at) !== undefined;
  if (isKey && !isOpenLevel(complaint.text, at)) return undefined;
  const whole = findText(complaint, at);
  return diagnoseQuotes(complaint, whole, "start", complaint.text[whole.start] ?? "");
}

/** Something stands behind what YAML takes for the whole value. */
function diagnoseRest(complaint: Complaint, error: ReadError, at: number): Diagnosis | undefined {
  const { text, file } = complaint;
  if (
    /YAML stream/.test(error.message) &&
    !beginsEntry(text, previousSpoken(text, lineStart(text, at) - 1))
  ) {
    // What stands above was taken for the whole file.
    return diagnoseLine(complaint, previousSpoken(text, lineStart(text, at) - 1));
  }
  const letter = text[at];
  if (letter === "]" || letter === "}") {
    const span = { start: at, end: at + 1 };
    const facts = { cause: "bracket", written: letter } as const;
    return {
      refusal: refuse("yaml/syntax", file, span, facts),
      damaged: span,
      repairs: [{ span, newText: " " }],
    };
  }
  const quote = /node end/.test(error.message) ? findQuoteBefore(complaint, error.pos[0]) : undefined;
  if (quote !== undefined && lineStart(text, quote) !== lineStart(text, at))
    return diagnoseQuote(complaint, quote);
  const value = valueOfLine(text, at);
  if (at < value.start || value.start === value.end) return undefined;
  const sign = text[value.start] ?? "";
  if (isInBrackets(complaint.layout, at)) {
    return diagnoseAfter(complaint, at);
  }
  const starts = /^[>|*&!%@`-]/.test(sign);
  if (!starts && !/^["'[{]/.test(sign)) return undefined;
  return diagnoseQuotes(complaint, findText(complaint, at), starts ? "start" : "after", sign);
}

/** Where a quoted text opens that ends right before a place. */
function findQuoteBefore(complaint: Complaint, before: number): number | undefined {
  const end = complaint.copy.text.slice(0, before).trimEnd().length;
  const quote = complaint.layout.quoteByEnd.get(end);
  return quote === undefined ? undefined : complaint.copy.toOriginal(quote);
}

function diagnoseBackslash(complaint: Complaint, at: number): Diagnosis {
  const { text, file } = complaint;
  const span = { start: at, end: Math.min(at + 2, lineEnd(text, at)) };
  const facts = { cause: "backslash", written: text.slice(span.start, span.end) } as const;
  const repairs = [{ span: { start: at, end: at }, newText: "\\" }];
  return { refusal: refuse("yaml/syntax", file, span, facts), damaged: span, repairs, local: true };
}

/** No known cause: the line is marked, and it is lost with what belongs to it. */
function diagnoseLine(complaint: Complaint, at: number): Diagnosis {
  const { text, file } = complaint;
  const place = saysNothing(text, at) ? (nextSpokenLine(text, at) ?? previousSpoken(text, at)) : at;
  const line = contentOfLine(text, place);
  const noFile = isNoFile(text, place);
  const colon = noFile ? undefined : diagnoseMissingColon(text, file, place);
  if (colon !== undefined) return colon;
  const damaged = noFile ? { start: 0, end: text.length } : entryAround(text, place);
  return {
    refusal: refuse("yaml/syntax", file, line, { cause: "line", written: text.slice(line.start, line.end) }),
    damaged,
    repairs: [{ span: damaged, newText: "" }],
  };
}

/** Where the file begins with sentences, nothing after them can be meant as keys and values. */
function isNoFile(text: string, at: number): boolean {
  if (!isFirstSpoken(text, at) || keyOfLine(text, at) !== undefined) return false;
  const next = nextSpokenLine(text, at);
  return next === undefined || !/^\S+$/.test(keyOfLine(text, next) ?? " ");
}
