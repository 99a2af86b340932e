// Says where a file departs from what its kind may hold: shapes, keys, allowed words. One finding for each cause.

import type { Refusal } from "../findings/finding.ts";
import type { FileKind } from "../model/fileName.ts";
import { resolvePlace } from "../syntax/places.ts";
import { findEntry, type SourceFile } from "../syntax/tree.ts";
import { countBefore } from "../text/sortedPlace.ts";
import type { Span } from "../text/span.ts";
import type { Departure } from "./departure.ts";
import type { SchemaFacts, SchemaRule } from "./facts.ts";
import { judgeErrors } from "./judgeErrors.ts";
import { judgeWholeFile } from "./judgeWholeFile.ts";
import { reachReader, type Spot } from "./spots.ts";
import type { SchemaChecker } from "./validate.ts";

/** In the order of the text. Nothing is said about what lies inside a damaged stretch. */
export function checkSchema(
  file: SourceFile,
  kind: FileKind | "config",
  checker: SchemaChecker,
): Refusal<SchemaFacts[SchemaRule]>[] {
  const context = { file, kind, schemas: checker.schemas };
  if (file.root?.kind !== "map") return file.damaged.length > 0 ? [] : judgeWholeFile(context).map(toRefusal);
  const isMuted = muting(file);
  const sound = judgeErrors(context, checker.check(kind, file.root)).filter((one) => !isMuted(one));
  return onceEach(file, inTextOrder(file, sound)).map(toRefusal);
}

/** What stands behind an alias is met once for each place that repeats it, and said once. */
function onceEach(file: SourceFile, departures: readonly Departure[]): Departure[] {
  const seen = new Set<string>();
  return departures.filter((departure) => {
    const mark = resolvePlace(file, departure.place);
    const identity = JSON.stringify([departure.rule, mark.start, mark.end, departure.value]);
    const isNew = !seen.has(identity);
    seen.add(identity);
    return isNew || departure.rule === "schema/missing-key";
  });
}

function inTextOrder(file: SourceFile, departures: readonly Departure[]): Departure[] {
  const marked = departures.map((departure) => ({
    departure,
    start: resolvePlace(file, departure.place).start,
  }));
  return marked.sort((a, b) => a.start - b.start).map(({ departure }) => departure);
}

function toRefusal(departure: Departure): Refusal<SchemaFacts[SchemaRule]> {
  const { rule, place, facts, field, value } = departure;
  return {
    rule,
    place,
    facts,
    ...(field === "" ? {} : { field }),
    ...(value === undefined ? {} : { value }),
  };
}

/** What the syntax stage has already spoken about, so that one cause stays one finding. */
function mutingSpans(file: SourceFile): Span[] {
  const said = file.refusals
    // A repeated key says nothing about what the last one holds.
    .filter((refusal) => refusal.rule !== "yaml/duplicate-key")
    .flatMap((refusal) => ("span" in refusal.place ? [refusal.place.span] : []));
  return [...file.damaged, ...said];
}

function muting(file: SourceFile): (departure: Departure) => boolean {
  const spans = mutingSpans(file);
  if (spans.length === 0) return () => false;
  const reachOf = reachReader(file);
  const isTouched = overlapReader(spans);
  return ({ needs, spots }) => {
    const spot = spots.at(-1);
    if (needs === "reach") return isTouched(reachOf(spot?.path ?? []));
    return isTouched(keySpan(spots)) || (needs === "value" && isTouched(spot?.node?.span));
  };
}

/** Whether a stretch overlaps one of many: of those that begin before it ends, the one that reaches furthest tells. */
function overlapReader(spans: readonly Span[]): (stretch: Span | undefined) => boolean {
  const all = furthest(spans);
  const filled = furthest(spans.filter(({ start, end }) => start < end));
  const empty = furthest(spans.filter(({ start, end }) => start === end));
  return (stretch) => {
    if (stretch === undefined) return false;
    const { start, end } = stretch;
    if (start === end) return all(end) >= start;
    return filled(end - 1) > start || empty(end) >= start;
  };
}

/** How far those that begin at an offset or before it reach; -1 where there are none. */
function furthest(spans: readonly Span[]): (offset: number) => number {
  const ordered = [...spans].sort((a, b) => a.start - b.start);
  const ends: number[] = [];
  for (const { end } of ordered) ends.push(Math.max(end, ends.at(-1) ?? 0));
  return (offset) => ends[countBefore(ordered, ({ start }) => start <= offset) - 1] ?? -1;
}

function keySpan(spots: readonly Spot[]): Span | undefined {
  const step = spots.at(-1)?.path.at(-1);
  return typeof step === "string" ? findEntry(spots.at(-2)?.node, step)?.key.span : undefined;
}
