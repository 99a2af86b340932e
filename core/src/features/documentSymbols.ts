// The outline of a file: the things that it defines, as they stand in one another.

import type { NodePath } from "../findings/finding.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { isPart, type Part, type Subject, subjectId } from "../lookup/subjects.ts";
import { cutText } from "../text/cut.ts";
import { contains, type Span } from "../text/span.ts";
import { isGoal } from "../trace/coverage.ts";
import { sayState } from "../trace/stateWords.ts";

export interface OutlineSymbol {
  readonly name: string;
  /** `id · state`. */
  readonly detail: string;
  readonly kind: Subject["kind"] | "rest";
  readonly whole: Span;
  /** Stands inside the whole. */
  readonly selection: Span;
  readonly children: readonly OutlineSymbol[];
}

const MOST_SYMBOLS = 5_000;
const MOST_CHARACTERS = 120;

/** In the order of the text. Of very many only the first, and then one that says how many are left. */
export function documentSymbols(lookup: Lookup, path: string): readonly OutlineSymbol[] {
  const items = lookup.summaryOf(path)?.items ?? [];
  const subjects = items.flatMap((item): Subject[] => [item, ...lookup.partsOf(item).filter(isShown)]);
  const placed = subjects
    .map((subject) => ({ subject, ...lookup.placeOf(subject) }))
    .sort((a, b) => a.subject.path.length - b.subject.path.length || a.name.start - b.name.start);
  const shown = [...placed].sort((a, b) => a.whole.start - b.whole.start || b.whole.end - a.whole.end);
  const kept = new Set(shown.slice(0, MOST_SYMBOLS));
  const roots: Growing[] = [];
  const byPath = new Map<string, Growing>();
  for (const one of placed) {
    if (!kept.has(one)) continue;
    const symbol = toSymbol(one.subject, one.whole, one.name, lookup);
    (parentOf(one.subject.path, byPath)?.children ?? roots).push(symbol);
    byPath.set(pathKey(one.subject.path), symbol);
  }
  const left = placed.length - kept.size;
  return left > 0 ? [...roots, sayRest(left, lookup.sourceOf(path)?.text.length ?? 0)] : roots;
}

interface Growing extends OutlineSymbol {
  readonly children: OutlineSymbol[];
}

/** Levels and comparators are details of a measure. */
function isShown({ kind }: Part): boolean {
  return kind !== "level" && kind !== "comparator";
}

function toSymbol(subject: Subject, whole: Span, name: Span, lookup: Lookup): Growing {
  const title = subject.title ?? subject.key;
  return {
    name: cutText(title.replace(/\s+/g, " ").trim() || subject.key, MOST_CHARACTERS),
    detail: detailOf(subject, lookup),
    kind: subject.kind,
    whole: contains(whole, name) ? whole : name,
    selection: name,
    children: [],
  };
}

function detailOf(subject: Subject, { thread }: Lookup): string {
  if (isPart(subject)) return subjectId(subject);
  if (subject.retired !== undefined) return `${subject.key} · ended`;
  return isGoal(subject) ? `${subject.key} · ${sayState(thread.coverageOf(subject))}` : subject.key;
}

function parentOf(path: NodePath, byPath: ReadonlyMap<string, Growing>): Growing | undefined {
  for (let length = path.length - 1; length >= 0; length -= 1) {
    const found = byPath.get(pathKey(path.slice(0, length)));
    if (found !== undefined) return found;
  }
  return undefined;
}

function pathKey(path: NodePath): string {
  return JSON.stringify(path);
}

function sayRest(left: number, end: number): OutlineSymbol {
  const span = { start: end, end };
  return { name: `${left} more`, detail: "", kind: "rest", whole: span, selection: span, children: [] };
}
