// Words shown beside the text: the title of what an id names, the dates of a period that depends on where it stands.

import type { Lookup } from "../lookup/lookup.ts";
import type { Occurrence } from "../lookup/occurrences.ts";
import type { ReferencePlace } from "../lookup/referencePlace.ts";
import { daysOf, type PlacedPeriod, periodsOf } from "../lookup/writtenPeriods.ts";
import { CONFIG_FILE, parseFileName } from "../model/fileName.ts";
import { formatPeriod } from "../model/formatPeriod.ts";
import { parsePeriod } from "../model/parsePeriod.ts";
import { cutText } from "../text/cut.ts";
import { overlaps, type Span } from "../text/span.ts";

export interface InlayHint {
  /** Behind the text that it explains. */
  readonly offset: number;
  readonly text: string;
  readonly kind: "title" | "dates";
  /** Of a title: where the thing is defined. */
  readonly target?: ReferencePlace;
}

const MOST_CHARACTERS = 40;
const MOST_IN_FLOW = 3;

export function inlayHints(lookup: Lookup, path: string, range: Span): readonly InlayHint[] {
  // A table has a column for each thing, and no room between them.
  if (parseFileName(path)?.format !== "yaml" && path !== CONFIG_FILE) return [];
  const titles = lookup
    .occurrencesIn(path)
    .filter((one) => overlaps(one.whole, range))
    .flatMap((one) => titleHint(one, lookup));
  return [...titles, ...periodHints(lookup, path, range)].sort((a, b) => a.offset - b.offset);
}

function titleHint(occurrence: Occurrence, lookup: Lookup): InlayHint[] {
  const { item, role, last, whole, reference } = occurrence;
  if (role !== "reference" || !last || reference?.within !== undefined) return [];
  const title = item.title;
  if (title === undefined || saysTheSame(item.key, title) || isCrowded(occurrence, lookup)) return [];
  const { file, name } = lookup.placeOf(item);
  const text = cutText(title.replace(/\s+/g, " ").trim(), MOST_CHARACTERS);
  return [{ offset: whole.end, text, kind: "title", target: { file, span: name } }];
}

/** `bed-occupancy` is "Bed occupancy" already. */
function saysTheSame(id: string, title: string): boolean {
  const words = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
  return words(id) === words(title);
}

/** In a flow list or map of more than three, titles would push the ids apart. */
function isCrowded({ path, file }: Occurrence, { locate, sourceOf }: Lookup): boolean {
  const source = sourceOf(file);
  const around = source === undefined ? undefined : locate(source, path.slice(0, -1))?.node;
  if (around?.kind === "list") return around.flow && around.items.length > MOST_IN_FLOW;
  return around?.kind === "map" && around.flow && around.entries.length > MOST_IN_FLOW;
}

function periodHints(lookup: Lookup, path: string, range: Span): InlayHint[] {
  const items = lookup.summaryOf(path)?.items ?? [];
  return items.flatMap((item) =>
    periodsOf(item, lookup.bench)
      .filter(({ written }) => isRelative(written.text))
      .flatMap((written) => periodHint(written, path, range, lookup)),
  );
}

function periodHint(written: PlacedPeriod, path: string, range: Span, lookup: Lookup): InlayHint[] {
  const source = lookup.sourceOf(path);
  const found = source === undefined ? undefined : lookup.locate(source, written.written.path);
  const scalar = written.on === "key" ? found?.entry?.key : found?.node;
  const days = daysOf(written, lookup.bench);
  if (scalar?.kind !== "scalar" || scalar.text !== written.written.text || days === undefined) return [];
  if (!overlaps(scalar.span, range)) return [];
  return [{ offset: scalar.span.end, text: formatPeriod(days), kind: "dates" }];
}

/** Words whose days depend on the plan or the strategy around them. */
function isRelative(text: string): boolean {
  const words = parsePeriod(text);
  return !("problem" in words) && (words.form === "quarter" || words.form === "end");
}
