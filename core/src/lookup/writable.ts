// Whether the text of a thing's file can be changed: every change of the engine's own goes by places in that text.

import { type Item, nameItem } from "../model/items.ts";
import type { SourceFile } from "../syntax/tree.ts";
import type { Lookup } from "./lookup.ts";

/** One sentence where it cannot. */
export function writableSource(lookup: Lookup, item: Item): SourceFile | { readonly refused: string } {
  const source = lookup.sourceOf(item.file);
  if (source === undefined) return { refused: `${item.file} cannot be read: repair it first` };
  if (item.file.endsWith(".csv"))
    return {
      refused: `${nameItem(item)} is a table of values, so nothing can be written on it: name another thing`,
    };
  if (source.damaged.length > 0)
    return { refused: `${item.file} cannot be read whole, so nothing is added to it: repair it first` };
  return source;
}

export function sayNoRoom(item: Item, key: string): string {
  return `${nameItem(item)} cannot take "${key}" as it is written: add it by hand`;
}
