// Says of a thing that it ended: since when, why, and what takes its place. It stays readable and keeps its id.

import { type Field, newKeys, surroundingsAt } from "../edit/fields.ts";
import { insertKeys } from "../edit/insertKeys.ts";
import { isWrittenThere } from "../edit/isWrittenThere.ts";
import { titleToMap } from "../edit/titleToMap.ts";
import type { FileEdit, NodePath } from "../findings/finding.ts";
import type { Refused } from "../findings/refused.ts";
import { ID_PLACES } from "../link/places.ts";
import { shortestName } from "../link/shortestName.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { sayPlace } from "../lookup/sayId.ts";
import { sayNoRoom, writableSource } from "../lookup/writable.ts";
import { formatDay, parseDay } from "../model/day.ts";
import { type Item, kindWord, kindWords, nameItem, nameItemWithin } from "../model/items.ts";
import { findEntry, findNode, type SourceFile } from "../syntax/tree.ts";
import type { TextEdit } from "../text/edits.ts";

export interface RetireRequest {
  readonly because: string;
  /** `2026-03-31`; the day of the analysis where it is left out. */
  readonly on?: string;
  readonly replacedBy?: Item;
}

export interface Retired {
  readonly edits: readonly FileEdit[];
}

/** Records say what was, so nothing can end in them. */
export function canRetire({ kind }: Item): boolean {
  return kind !== "actuals" && kind !== "progress-report";
}

export function retire(lookup: Lookup, item: Item, request: RetireRequest): Retired | Refused {
  const refused = refuse(lookup, item, request);
  if (refused !== undefined) return { refused };
  const source = writableSource(lookup, item);
  if ("refused" in source) return source;
  const replacedBy =
    request.replacedBy === undefined
      ? undefined
      : shortestName(lookup.model, "replaced-by", item, request.replacedBy);
  const ending: Field[] = [
    { key: "on", value: request.on ?? formatDay(lookup.analysis.workspace.asOf) },
    { key: "because", value: request.because.trim() },
    ...(replacedBy === undefined ? [] : [{ key: "replaced-by", value: replacedBy }]),
  ];
  const edit = addEnding(source, item.path, ending);
  return edit === undefined
    ? { refused: sayNoRoom(item, "retired") }
    : { edits: [{ file: item.file, ...edit }] };
}

/** Why a thing cannot end in this way, in one sentence. */
function refuse(lookup: Lookup, item: Item, { because, on, replacedBy }: RetireRequest): string | undefined {
  if (!canRetire(item))
    return `${nameItem(item)} is a record, and ${kindWords(item.kind)} do not end: leave it as it is`;
  if (item.retired !== undefined) {
    const since = item.retired.on === undefined ? "" : ` on ${item.retired.on}`;
    const place = sayPlace(lookup, item.file, lookup.placeOf(item).name.start);
    return `${nameItem(item)} ended already${since}: change its "retired" in ${place}`;
  }
  if (because.trim() === "") return `A thing that ends needs a reason: say why ${nameItemWithin(item)} ended`;
  if (on !== undefined && parseDay(on) === undefined)
    return `"${on}" is not a date: write year, month and day, such as ${formatDay(lookup.analysis.workspace.asOf)}`;
  return replacedBy === undefined ? undefined : refuseReplacement(lookup, item, replacedBy);
}

function refuseReplacement(lookup: Lookup, item: Item, by: Item): string | undefined {
  if (by === item) return `${nameItem(item)} cannot take its own place: name another ${kindWord(item.kind)}`;
  if (!ID_PLACES["replaced-by"].kinds.includes(by.kind))
    return `${nameItem(by)} cannot take the place of ${nameItemWithin(item)}: name another ${kindWord(item.kind)}`;
  if (by.retired !== undefined)
    return `${nameItem(by)} has ended itself, so it takes nobody's place: name one that is in force`;
  return shortestName(lookup.model, "replaced-by", item, by) === undefined
    ? `No id means ${nameItemWithin(by)} alone: give it another id first`
    : undefined;
}

/** Below the title, where a reader sees it; at the end where there is none. */
function addEnding(source: SourceFile, path: NodePath, ending: readonly Field[]): TextEdit | undefined {
  const node = findNode(source.root, path);
  if (findEntry(node, "retired") !== undefined) return undefined;
  if (node !== undefined && !isWrittenThere(source, path)) return undefined;
  const keys = newKeys([{ key: "retired", value: ending }], surroundingsAt(source, path));
  return node?.kind === "scalar"
    ? titleToMap(source, path, keys)
    : insertKeys(source, path, keys, { after: "title" });
}
