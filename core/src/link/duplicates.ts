// Ids that stand twice: which of them are told, and where.

import type { Refusal } from "../findings/finding.ts";
import { entityOf, type Item, type ItemKind, keyIn, keyOf } from "../model/items.ts";
import type { NameIndex } from "./names.ts";
import { placeOfItem } from "./placeOfItem.ts";

export interface DuplicateFacts {
  readonly kind: ItemKind;
  readonly firstKind: ItemKind;
  readonly key: string;
  readonly file: string;
  readonly firstFile: string;
}

/**
 * Where a whole document or measure stands twice, what stands in it is not told again: a measure only where it comes
 * from the same two files, because it may clash with a third one too.
 */
export function causesOf(duplicates: readonly Item[], index: NameIndex): Item[] {
  const twice = new Set(duplicates.map((item) => `${item.file} ${keyOf(item)}`));
  const copies = new Set(
    duplicates
      .filter((item) => item.path.length === 0)
      .map((item) => `${item.file} ${firstOf(item, index).file}`),
  );
  return duplicates.filter((item) =>
    item.kind === "measure"
      ? !copies.has(`${item.file} ${firstOf(item, index).file}`)
      : item.parent === undefined || !twice.has(`${item.file} ${item.parent}`),
  );
}

function firstOf(item: Item, index: NameIndex): Item {
  return index.byKey.get(keyIn(item.kind, item.id)) ?? item;
}

export function refuseDuplicate(item: Item, index: NameIndex): Refusal<DuplicateFacts> {
  const first = firstOf(item, index);
  return {
    rule: "ref/duplicate-id",
    place: placeOfItem(item),
    entity: entityOf(item),
    facts: { kind: item.kind, firstKind: first.kind, key: item.key, file: item.file, firstFile: first.file },
    related: [{ message: "first defined here", place: placeOfItem(first) }],
  };
}
