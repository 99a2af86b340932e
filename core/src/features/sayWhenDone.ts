// Says of a thing what will exist when it is done, which is its evidence where no figure can be.

import { addKeys } from "../edit/addKeys.ts";
import { newKeys, surroundingsAt } from "../edit/fields.ts";
import { setText } from "../edit/setText.ts";
import type { FileEdit } from "../findings/finding.ts";
import type { Refused } from "../findings/refused.ts";
import type { Lookup } from "../lookup/lookup.ts";
import { sayPlace } from "../lookup/sayId.ts";
import { sayNoRoom, writableSource } from "../lookup/writable.ts";
import { type Item, nameItem } from "../model/items.ts";
import { findEntry, findNode } from "../syntax/tree.ts";

const KEY = "done-when";

/** True for what can say when it is done and has not said it yet. */
export function asksWhenDone(item: Item): boolean {
  return "doneWhen" in item && !item.doneWhen && item.kind !== "aim";
}

export function sayWhenDone(
  lookup: Lookup,
  item: Item,
  when: string,
): { readonly edits: readonly FileEdit[] } | Refused {
  const refused = refuse(lookup, item, when);
  if (refused !== undefined) return { refused };
  const source = writableSource(lookup, item);
  if ("refused" in source) return source;
  const text = when.trim();
  const isEmpty = findEntry(findNode(source.root, item.path), KEY) !== undefined;
  const edit = isEmpty
    ? setText(source, item.path, KEY, text)
    : addKeys(source, item.path, newKeys([{ key: KEY, value: text }], surroundingsAt(source, item.path)));
  return edit === undefined ? { refused: sayNoRoom(item, KEY) } : { edits: [{ file: item.file, ...edit }] };
}

function refuse(lookup: Lookup, item: Item, when: string): string | undefined {
  if (!("doneWhen" in item) || item.kind === "aim")
    return `${nameItem(item)} has no "${KEY}": name an objective, capability, action or milestone`;
  if (when.trim() === "") return "Say what will exist when it is done";
  if (!item.doneWhen) return undefined;
  const place = sayPlace(lookup, item.file, lookup.placeOf(item).name.start);
  return `${nameItem(item)} says already when it is done: change the text in ${place}`;
}
