// Keeps of a file's items those that say what they said before, so that linking sees what has to be done by identity
// alone.

import { type FileSummary, type Item, keyOf } from "../model/items.ts";
import { lightItem, moveTo, sourceOf, wholeOf } from "../model/lightItems.ts";
import { once } from "../text/once.ts";
import { equalValues } from "./equalValues.ts";
import type { ItemKeeper } from "./itemKeeper.ts";
import type { WorkspaceFile } from "./workspace.ts";

/** An item in the place of one that had another title. */
export interface RetitledItem {
  /** Its number among those of its file. */
  readonly at: number;
  readonly item: Item;
}

/** The summary of before itself, where nothing has changed. */
export function keepEqual(
  before: FileSummary | undefined,
  made: FileSummary,
  file: WorkspaceFile,
  keeper: ItemKeeper | undefined,
): FileSummary {
  if (before === undefined)
    return keeper === undefined ? made : { ...made, items: adopt(before, made.items, [], file, keeper) };
  const known = once(() => new Map(before.items.map((item) => [keyOf(item), item])));
  const same = made.items.map((item, at) => {
    const there = before.items[at];
    // Most often it stands where it stood.
    const old = there?.kind === item.kind && there.id === item.id ? there : known().get(keyOf(item));
    return old !== undefined && equalValues(wholeOf(old), item) ? old : undefined;
  });
  return isSame(before, made, same)
    ? before
    : { ...made, items: adopt(before, made.items, same, file, keeper) };
}

/** The same where one title is known to be all that has changed. */
export function keepOthers(
  before: FileSummary,
  { at, item }: RetitledItem,
  file: WorkspaceFile,
  keeper: ItemKeeper | undefined,
): FileSummary {
  const same: (Item | undefined)[] = [...before.items];
  same[at] = undefined;
  const made = before.items.map(wholeOf).with(at, item);
  return { ...before, items: adopt(before, made, same, file, keeper) };
}

/** `same` are the items of before, where they say what is made now. */
function adopt(
  before: FileSummary | undefined,
  made: readonly Item[],
  same: readonly (Item | undefined)[],
  file: WorkspaceFile,
  keeper: ItemKeeper | undefined,
): readonly Item[] {
  const source = keeper?.keep(file, made, sourceOf(before?.items[0]));
  return made.map((item, at) => {
    const old = same[at];
    if (source === undefined) return old ?? item;
    if (old === undefined) return lightItem(item, source, at);
    moveTo(old, source, at);
    return old;
  });
}

function isSame(before: FileSummary, made: FileSummary, same: readonly (Item | undefined)[]): boolean {
  return (
    before.items.length === same.length &&
    before.items.every((item, at) => item === same[at]) &&
    equalValues({ ...before, items: [] }, { ...made, items: [] })
  );
}
