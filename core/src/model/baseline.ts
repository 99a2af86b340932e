// The baseline: findings that are known debt, to be paid later. One line holds one finding, so that two branches merge
// cleanly; what a line holds counts, whatever is wrong elsewhere in the file.

import type { Span } from "../text/span.ts";

/** A finding without its place and words: nothing in it changes when lines move or a message is worded anew. */
export interface KnownFinding {
  readonly rule: string;
  /** The full name of the item that it is about. */
  readonly item?: string;
  /** The file, where it is about no item. */
  readonly path?: string;
  readonly field?: string;
  readonly value?: string;
  /** Among equal findings of a file, from 2 on. */
  readonly number?: number;
}

export interface BaselineEntry extends KnownFinding {
  readonly span: Span;
}

export interface BaselineFault {
  /**
   * `conflict`: a merge left both sides; `broken`: it is no JSON; `newer`: of a version that came later; `entry`: a
   * line that names no finding; `form`: it is JSON and no baseline.
   */
  readonly cause: "conflict" | "broken" | "newer" | "entry" | "form";
  readonly span: Span;
}

export interface Baseline {
  /** In the order of the text. */
  readonly entries: readonly BaselineEntry[];
  /** The first thing that is wrong with the file. */
  readonly fault?: BaselineFault;
}

const VERSION = 1;

export function readBaseline(text: string): Baseline {
  const objects = innermostObjects(text).map((span) => ({ span, known: readEntry(text, span) }));
  const entries = objects.flatMap(({ span, known }) => (known === undefined ? [] : [{ ...known, span }]));
  const strangers = objects.flatMap(({ span, known }) => (known === undefined ? [span] : []));
  const fault = faultOf(text, entries, strangers);
  return fault === undefined ? { entries } : { entries, fault };
}

/** The text of a baseline of these findings, each once. */
export function writeBaseline(findings: readonly KnownFinding[]): string {
  const lines = [...new Set([...findings].sort(inOrder).map(writeEntry))];
  const rows = lines.length === 0 ? "" : `${lines.join(",\n")}\n`;
  return `{"version": ${VERSION}, "findings": [\n${rows}]}\n`;
}

const PARTS = ["rule", "item", "path", "field", "value"] as const;

/** By the letters' numbers, so that it is the same on every machine. */
function inOrder(a: KnownFinding, b: KnownFinding): number {
  for (const part of PARTS) {
    const [one, other] = [a[part] ?? "", b[part] ?? ""];
    if (one !== other) return one < other ? -1 : 1;
  }
  return (a.number ?? 1) - (b.number ?? 1);
}

function writeEntry(finding: KnownFinding): string {
  const parts = [...PARTS, "number" as const].flatMap((part) => {
    const value = finding[part];
    return value === undefined ? [] : [`"${part}": ${JSON.stringify(value)}`];
  });
  return `{${parts.join(", ")}}`;
}

/** Objects that hold no other. A text ends with its line at the latest, so one that is broken hides no line but its own. */
function innermostObjects(text: string): Span[] {
  const found: Span[] = [];
  let start: number | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '"') at = endOfText(text, at);
    else if (letter === "{") start = at;
    else if (letter === "}" && start !== undefined) {
      found.push({ start, end: at + 1 });
      start = undefined;
    }
  }
  return found;
}

function endOfText(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '"') return at;
    if (letter === "\n") return at - 1;
    if (letter === "\\") at += 1;
  }
  return text.length;
}

/** Undefined where it names no finding. More keys than are known may come with a later version. */
function readEntry(text: string, { start, end }: Span): KnownFinding | undefined {
  const read = readJson(text.slice(start, end));
  if (read === undefined || !isRecord(read.value)) return undefined;
  const { rule, item, path, field, value, number } = read.value;
  if (typeof rule !== "string" || !isText(item) || !isText(path) || !isText(field) || !isText(value))
    return undefined;
  if ((item === undefined) === (path === undefined)) return undefined;
  if (number !== undefined && !(typeof number === "number" && Number.isInteger(number) && number > 1))
    return undefined;
  return {
    rule,
    ...(item === undefined ? {} : { item }),
    ...(path === undefined ? {} : { path }),
    ...(field === undefined ? {} : { field }),
    ...(value === undefined ? {} : { value }),
    ...(number === undefined ? {} : { number }),
  };
}

function isText(value: unknown): value is string | undefined {
  return value === undefined || typeof value === "string";
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function faultOf(
  text: string,
  entries: readonly BaselineEntry[],
  strangers: readonly Span[],
): BaselineFault | undefined {
  const read = readJson(text);
  if (read === undefined) return brokenPlace(text, entries);
  const whole = { start: 0, end: Math.max(0, text.search(/[\r\n]|$/)) };
  if (!isRecord(read.value)) return { cause: "form", span: whole };
  const { version, findings } = read.value;
  if (typeof version === "number" && version > VERSION) return { cause: "newer", span: whole };
  if (version !== VERSION || !Array.isArray(findings)) return { cause: "form", span: whole };
  if (findings.length === entries.length) return undefined;
  const [stranger] = strangers;
  return { cause: "entry", span: stranger ?? whole };
}

const CONFLICT = /^(<{7}|\|{7}|={7}|>{7}).*$/m;
const HEAD = /^\s*\{\s*"version"\s*:\s*1\s*,\s*"findings"\s*:\s*\[\s*$/;
const BETWEEN = /^\s*,\s*$/;

/** The first stretch around the entries that has not its form. */
function brokenPlace(text: string, entries: readonly BaselineEntry[]): BaselineFault {
  const conflict = CONFLICT.exec(text);
  if (conflict !== null) {
    return { cause: "conflict", span: { start: conflict.index, end: conflict.index + conflict[0].length } };
  }
  let from = 0;
  for (const [index, { span }] of entries.entries()) {
    const stretch = text.slice(from, span.start);
    if (!(index === 0 ? HEAD : BETWEEN).test(stretch)) return broken(text, from, span.start, span);
    from = span.end;
  }
  return broken(text, from, text.length, { start: Math.max(0, from - 1), end: from });
}

/** Marks what stands there, and of nothing the thing beside it; never more than one line. */
function broken(text: string, from: number, to: number, beside: Span): BaselineFault {
  const stretch = text.slice(from, to);
  const lead = /^[\s,]*/.exec(stretch)?.[0].length ?? 0;
  const line = /^.*/.exec(stretch.slice(lead))?.[0].trimEnd() ?? "";
  if (line === "") return { cause: "broken", span: beside };
  return { cause: "broken", span: { start: from + lead, end: from + lead + line.length } };
}
