// What the things and references of a workspace would be called after a rename, worked out from the names alone: the thing
// itself, what stands in it, and each reference that is edited.

import { parentOf, type StrategyModel } from "../../link/model.ts";
import type { Occurrence } from "../../lookup/occurrences.ts";
import { splitName } from "../../lookup/parts.ts";
import { withOwnId } from "../../lookup/takenId.ts";
import { samePath } from "../../lookup/writtenPeriods.ts";
import { type FileSummary, type Item, type ItemKey, keyOf, type Reference } from "../../model/items.ts";
import { wholeOf } from "../../model/lightItems.ts";

export interface Twins {
  /** Those that have another name or stand in something that has, by what they are today. */
  readonly items: ReadonlyMap<Item, Item>;
  /** The new texts of those that are edited. */
  readonly references: ReadonlyMap<Reference, string>;
}

/**
 * `places` are those that are edited; `remembers` says whether the old id goes to `formerly`. Undefined where a name
 * cannot be told without reading the new text.
 */
export function renamedTwins(
  model: StrategyModel,
  { items: own }: FileSummary,
  item: Item,
  newId: string,
  places: readonly Occurrence[],
  remembers: boolean,
): Twins | undefined {
  const formerly = remembers ? [...item.formerly, item.key] : item.formerly;
  const twin: Item = { ...wholeOf(item), key: newId, id: withOwnId(item, newId), formerly };
  const items = new Map([[item, twin]]);
  const around = new Map<ItemKey, readonly [Item, Item]>([[keyOf(item), [item, twin]]]);
  // What stands in something comes after it.
  for (const one of own) {
    const [was, is] = (one.parent === undefined ? undefined : around.get(one.parent)) ?? [];
    if (was === undefined || is === undefined) continue;
    const isNamedBy = one.id.startsWith(`${was.id}/`) || one.id.startsWith(`${was.id}@`);
    // Its former full names are given up, and somebody may mean them.
    if (isNamedBy && one.formerly.length > 0) return undefined;
    const id = isNamedBy ? is.id + one.id.slice(was.id.length) : one.id;
    const other: Item = { ...wholeOf(one), id, parent: keyOf(is) };
    items.set(one, other);
    around.set(keyOf(one), [one, other]);
  }
  const references = renamedReferences(model, item, newId, places);
  return references === undefined ? undefined : { items, references };
}

function renamedReferences(
  model: StrategyModel,
  item: Item,
  newId: string,
  places: readonly Occurrence[],
): ReadonlyMap<Reference, string> | undefined {
  const edited = places.flatMap(({ reference }) => reference ?? []);
  // A measure that is defined where it is used: its key is a definition first, and refers to it all the same.
  const inKey = (parentOf(model, item)?.references ?? []).filter(
    ({ on, text, path }) => on === "key" && text === item.key && samePath(path, item.path),
  );
  const renamed = new Map<Reference, string>();
  for (const reference of [...edited, ...inKey]) {
    const text = renamedIn(reference.text, item.key, newId);
    // A name in a sentence ends where the next word begins, which the name may decide.
    if (text === undefined || reference.within !== undefined) return undefined;
    renamed.set(reference, text);
  }
  return renamed;
}

/** Undefined where the id stands there several times, because one of them may be another thing's. */
function renamedIn(name: string, id: string, newId: string): string | undefined {
  if (name === id) return newId;
  const [part, more] = splitName(name).filter(({ text }) => text === id);
  if (part === undefined || more !== undefined) return undefined;
  return name.slice(0, part.start) + newId + name.slice(part.start + id.length);
}
