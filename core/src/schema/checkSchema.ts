// Says where a file departs from what its kind may hold: shapes, keys, allowed words. One finding for each cause.

import type { Refusal } from "../findings/finding.ts";
import type { FileKind } from "../model/fileName.ts";
import { resolvePlace } from "../syntax/places.ts";
import type { SourceFile, TreeNode } from "../syntax/tree.ts";
import { overlaps, type Span } from "../text/span.ts";
import type { Departure } from "./departure.ts";
import type { SchemaFacts, SchemaRule } from "./facts.ts";
import { judgeErrors } from "./judgeErrors.ts";
import { judgeWholeFile } from "./judgeWholeFile.ts";
import { reachOf, type Spot } from "./spots.ts";
import type { SchemaChecker } from "./validate.ts";

/** In the order of the text. Nothing is said about what lies inside a damaged stretch. */
export function checkSchema(
  file: SourceFile,
  kind: FileKind | "config",
  checker: SchemaChecker,
): Refusal<SchemaFacts[SchemaRule]>[] {
  const context = { file, kind, schemas: checker.schemas };
  if (file.root?.kind !== "map") return file.damaged.length > 0 ? [] : judgeWholeFile(context).map(toRefusal);
  const mutedBySyntax = mutingSpans(file);
  const sound = judgeErrors(context, checker.check(kind, file.root)).filter(
    (departure) => !isMuted(departure, file, mutedBySyntax),
  );
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

function isMuted({ needs, spots }: Departure, file: SourceFile, muting: readonly Span[]): boolean {
  if (muting.length === 0) return false;
  const spot = spots.at(-1);
  const reach = reachOf(file, spot?.path ?? []);
  const stretches =
    needs === "reach" ? [reach] : [keySpan(spots), needs === "value" ? spot?.node?.span : undefined];
  return stretches.some((stretch) => stretch !== undefined && muting.some((span) => overlaps(stretch, span)));
}

function keySpan(spots: readonly Spot[]): Span | undefined {
  const step = spots.at(-1)?.path.at(-1);
  const parent: TreeNode | undefined = spots.at(-2)?.node;
  if (parent?.kind !== "map") return undefined;
  return parent.entries.find((entry) => entry.key.text === step)?.key.span;
}
