// Reads any text as YAML: whatever cannot be read is said once, cut out, and the rest is read again. Never throws and
// never gives up on a whole file where a part can be kept.

import type { Refusal } from "../findings/finding.ts";
import type { TextEdit } from "../text/edits.ts";
import { indexLines, type LineIndex } from "../text/lines.ts";
import { overlaps, type Span } from "../text/span.ts";
import { findOddities, refuseWhole } from "./beforeReading.ts";
import { diagnose } from "./diagnose.ts";
import type { Complaint, Diagnosis } from "./diagnosis.ts";
import { findInvisible, mayHoldInvisible } from "./invisibleIndent.ts";
import { readLayout } from "./layout.ts";
import { entryAround } from "./lostLines.ts";
import { type ReadDocument, type ReadError, readDocument } from "./readDocument.ts";
import { refuse } from "./refusals.ts";
import { addStretch, findStretch, type Stretches, touches } from "./stretches.ts";
import { asTargets } from "./targetSigns.ts";
import { type Tree, toTree } from "./toTree.ts";
import type { SourceFile } from "./tree.ts";
import { type WorkingCopy, workingCopy } from "./workingCopy.ts";

/** Each reading settles at least one complaint; files with more faults than this keep what stands above the last. */
const MOST_READINGS = 20;
/** And so many letters in all: in a file of megabytes, one that is full of faults would keep everybody waiting. */
const MOST_LETTERS = 8_000_000;

export function parseTolerantly(path: string, text: string): SourceFile {
  const file = { path, text, lines: indexLines(text) };
  const everything = { start: 0, end: text.length };
  const refusals = refuseWhole(path, text);
  if (refusals.length > 0) return { ...file, root: undefined, refusals, damaged: [everything] };
  const odd = findOddities(path, text);
  try {
    const reading = readRepairing({ ...file, text: text.slice(0, odd.end) }, odd.repairs);
    const all = [...odd.refusals, ...reading.refusals].sort((a, b) => startOf(a) - startOf(b));
    return {
      ...file,
      root: reading.root,
      refusals: all,
      damaged: joinSpans(reading.damaged, odd.damaged),
    };
  } catch {
    // Whatever the library or we may throw at, the author hears that the file could not be read. Tests look for it.
    const start = { start: 0, end: Math.min(1, text.length) };
    const refusal = refuse("yaml/syntax", path, start, { cause: "stopped", written: "" });
    return { ...file, root: undefined, refusals: [...odd.refusals, refusal], damaged: [everything] };
  }
}

type Reading = Pick<SourceFile, "root" | "refusals" | "damaged">;

/** What one file's readings have brought so far; lives as long as the call. */
interface Progress {
  readonly path: string;
  /** The first document; a second one is not read. */
  readonly text: string;
  readonly lines: LineIndex;
  readonly refusals: Refusal[];
  readonly damaged: Stretches;
  readonly repairs: TextEdit[];
}

function readRepairing(
  file: Pick<SourceFile, "path" | "text" | "lines">,
  repairs: readonly TextEdit[],
): Reading {
  const { path, text, lines } = file;
  const progress: Progress = {
    path,
    text,
    lines,
    refusals: [],
    damaged: { spans: [] },
    repairs: [...repairs],
  };
  let invisible = mayHoldInvisible(text);
  // What was found first is always said.
  const most = Math.max(2, Math.min(MOST_READINGS, Math.floor(MOST_LETTERS / Math.max(1, text.length))));
  for (let reading = 1; ; reading += 1) {
    const copy = workingCopy(text, progress.repairs);
    const read = readDocument(copy.text);
    if (read.tooDeepAt !== undefined) return tooDeep(progress, copy.toOriginal(read.tooDeepAt));
    const needed = invisible || read.errors.length > 0;
    const complaint = needed ? { file: path, text, copy, layout: readLayout(read.tokens, copy) } : undefined;
    const found = invisible && complaint !== undefined ? findInvisible(complaint) : undefined;
    invisible = false;
    if (found !== undefined) take(progress, found);
    else if (complaint !== undefined && read.errors.length > 0 && reading < most)
      settle(progress, complaint, read.errors);
    else {
      const tree = toTree({ file: path, text, lines, copy, contents: read.contents });
      if (tree.misread.length === 0 || reading >= most) return finish(progress, tree, copy, read);
      for (const misread of tree.misread) take(progress, misread);
    }
  }
}

function tooDeep({ path, text }: Progress, at: number): Reading {
  const span = { start: at, end: Math.min(at + 1, text.length) };
  const refusal = refuse("yaml/syntax", path, span, { cause: "deep", written: "" });
  return { root: undefined, refusals: [refusal], damaged: [{ start: 0, end: text.length }] };
}

function take(progress: Progress, { refusal, damaged, repairs }: Diagnosis): void {
  if (!isKnown(progress, refusal.place)) progress.refusals.push(refusal);
  for (const span of "start" in damaged ? [damaged] : damaged) addStretch(progress.damaged, span);
  for (const repair of repairs) progress.repairs.push(repair);
}

/** True for a place inside damage that has been told already: one cause, one finding. */
function isKnown(progress: Progress, place: Refusal["place"]): boolean {
  return "span" in place && touches(progress.damaged, place.span);
}

/**
 * Settles the first complaint, and those after it for as long as they come from faults that spoil nothing beyond
 * themselves; what follows a fault that spoils more is not to be trusted.
 */
function settle(progress: Progress, complaint: Complaint, errors: readonly ReadError[]): void {
  let settled = 0;
  for (const error of errors) {
    const at = complaint.copy.toOriginal(error.pos[0]);
    const again = findStretch(progress.damaged, at);
    if (again !== undefined && settled > 0) continue;
    const found = diagnose(complaint, error);
    if (again !== undefined && !brings(progress, found)) cutOut(progress, again, at);
    else take(progress, found);
    settled += 1;
    if (found.local !== true) return;
  }
}

/** True where a repair touches nothing that was repaired before. */
function brings({ repairs }: Progress, found: Diagnosis): boolean {
  return found.repairs.every(({ span }) => !repairs.some((known) => overlaps(known.span, span)));
}

/** A repair that did not help: more is cut out, step by step, and nothing is said twice. */
function cutOut(progress: Progress, damage: Span, at: number): void {
  const { text, repairs } = progress;
  const rest = { start: entryAround(text, damage.start).start, end: text.length };
  const steps = [entryAround(text, at), entryAround(text, damage.start), rest];
  const isCut = (step: Span) =>
    repairs.some(({ span, newText }) => newText === "" && span.start <= step.start && step.end <= span.end);
  const step = steps.find((candidate) => !isCut(candidate)) ?? { start: 0, end: text.length };
  repairs.push({ span: step, newText: "" });
  addStretch(progress.damaged, step);
}

function finish(progress: Progress, tree: Tree, copy: WorkingCopy, read: ReadDocument): Reading {
  const { text } = progress;
  const unread = read.errors[0];
  if (unread !== undefined)
    addStretch(progress.damaged, { start: copy.toOriginal(unread.pos[0]), end: text.length });
  const quiet = onlyOnce(tree.refusals.filter((refusal) => !isKnown(progress, refusal.place)));
  const refusals = asTargets(tree.root, text, [...progress.refusals, ...quiet]);
  return { root: tree.root, refusals, damaged: joinSpans(progress.damaged.spans, tree.damaged) };
}

/** A key of several parts may be refused with each of them. */
function onlyOnce(refusals: readonly Refusal[]): Refusal[] {
  const first = new Map<string, Refusal>();
  for (const refusal of refusals) {
    const key = JSON.stringify([refusal.rule, refusal.place]);
    if (!first.has(key)) first.set(key, refusal);
  }
  return [...first.values()];
}

function startOf({ place }: Refusal): number {
  return "span" in place ? place.span.start : 0;
}

/** In the order of the text, with those that touch made one. */
function joinSpans(some: readonly Span[], more: readonly Span[]): readonly Span[] {
  const joined: Stretches = { spans: [...some] };
  for (const span of more) addStretch(joined, span);
  return joined.spans;
}
