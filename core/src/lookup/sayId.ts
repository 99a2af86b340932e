// Sentences about ids that cannot be taken, for whoever renames or adds a thing.

import { nameItemWithin } from "../model/items.ts";
import { slugOf } from "../schema/slug.ts";
import { positionAt } from "../text/lines.ts";
import type { Lookup } from "./lookup.ts";
import type { TakenId } from "./takenId.ts";

/** `care.measures.yaml, line 12`. */
export function sayPlace(lookup: Lookup, file: string, offset: number): string {
  const lines = lookup.sourceOf(file)?.lines;
  return lines === undefined ? file : `${file}, line ${positionAt(lines, offset).line + 1}`;
}

export function sayIllFormed(id: string, of: "item" | "file"): string {
  const such = slugOf(id, of) ?? "patient-flow";
  return `"${id}" is not an id: use lower-case words joined by dashes, such as ${such}`;
}

export function sayTaken(lookup: Lookup, id: string, { by, how }: TakenId): string {
  const place = sayPlace(lookup, by.file, lookup.placeOf(by).name.start);
  const named = nameItemWithin(by);
  switch (how) {
    case "present":
      return `"${id}" is already the id of ${named} (${place}): choose another`;
    case "ended":
      return `"${id}" is the id of ${named}, which has ended (${place}): an id is not used again, so choose another`;
    case "former":
      return `"${id}" is a former id of ${named} (${place}): choose another, so that old links keep their meaning`;
  }
}
