// The same key twice in one map: the last counts, as YAML reads it, and a finding says so.

import type { Refusal } from "../findings/finding.ts";
import { type LineIndex, positionAt } from "../text/lines.ts";
import type { Span } from "../text/span.ts";
import { lineStart } from "./lineShape.ts";
import { refuse } from "./refusals.ts";
import { type Entry, scalarText } from "./tree.ts";

export interface MapPlace {
  readonly file: string;
  readonly text: string;
  readonly lines: LineIndex;
  /** The keys that lead to the map. */
  readonly keys: readonly string[];
  refuse(refusal: Refusal): void;
}

/** Of equal keys the last counts; one finding on the second names the lines of all, and one speaks for several in a row. */
export function withoutRepeated(place: MapPlace, entries: readonly Entry[]): readonly Entry[] {
  const byKey = new Map<string, Entry[]>();
  for (const entry of entries) {
    const same = byKey.get(entry.key.text);
    if (same === undefined) byKey.set(entry.key.text, [entry]);
    else same.push(entry);
  }
  if (byKey.size === entries.length) return entries;
  const repeated = new Set<Entry>();
  for (const [, second] of byKey.values()) if (second !== undefined) repeated.add(second);
  for (const [at, entry] of entries.entries()) {
    const before = entries[at - 1];
    if (!repeated.has(entry) || (before !== undefined && repeated.has(before))) continue;
    refuseRepeated(place, entries, byKey.get(entry.key.text) ?? [], runFrom(entries, at, repeated));
  }
  return entries.filter((entry) => byKey.get(entry.key.text)?.at(-1) === entry);
}

/** The keys that follow a repeated one and are repeated too. */
function runFrom(entries: readonly Entry[], at: number, repeated: ReadonlySet<Entry>): string[] {
  const others: string[] = [];
  for (let next = entries[at + 1]; next !== undefined && repeated.has(next); ) {
    others.push(next.key.text);
    next = entries[at + 1 + others.length];
  }
  return others;
}

function refuseRepeated(
  place: MapPlace,
  entries: readonly Entry[],
  same: readonly Entry[],
  others: readonly string[],
): void {
  const [first, second] = same;
  if (first === undefined || second === undefined) return;
  const key = first.key.text;
  const lines = same.map((entry) => positionAt(place.lines, entry.key.span.start).line + 1);
  const removable = others.length > 0 ? undefined : findRemovable(place.text, entries, first);
  const related = [{ message: `First "${key}"`, place: { file: place.file, span: first.key.span } }];
  const facts = {
    key,
    others,
    lines,
    ...describeOwner(place, entries),
    ...(removable === undefined ? {} : { removable }),
  };
  place.refuse(refuse("yaml/duplicate-key", place.file, second.key.span, facts, related));
}

/** What holds the keys: its id, the key above it and its title, as far as they stand there. */
function describeOwner({ keys }: MapPlace, entries: readonly Entry[]) {
  const [container, id] = [keys.at(-2), keys.at(-1)];
  const title = scalarText(entries.findLast((entry) => entry.key.text === "title")?.value);
  return {
    ...(container === undefined ? {} : { container }),
    ...(id === undefined ? {} : { id }),
    ...(title === undefined ? {} : { title }),
  };
}

/** The lines of an entry, where it and the next one begin their lines and no comment stands between. */
function findRemovable(text: string, entries: readonly Entry[], entry: Entry): Span | undefined {
  const next = entries[entries.indexOf(entry) + 1];
  if (next === undefined) return undefined;
  const start = lineStart(text, entry.key.span.start);
  const end = lineStart(text, next.key.span.start);
  // An alias may need an anchor that stands there.
  if (/(?:^|[\s:[{,])&\S/.test(text.slice(start, end))) return undefined;
  const ownLines = start < end && [
    text.slice(start, entry.key.span.start),
    text.slice(end, next.key.span.start),
  ];
  if (!ownLines || ownLines.some((before) => before.trim() !== "")) return undefined;
  return text.slice(start, end).includes("#") ? undefined : { start, end };
}
