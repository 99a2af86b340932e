// Finds things by id or by words of their titles, over all roots that are open.

import type { Lookup } from "../lookup/lookup.ts";
import { itemsWithId, itemsWithTexts } from "../lookup/search.ts";
import type { Item } from "../model/items.ts";
import type { Span } from "../text/span.ts";

export interface WorkspaceSymbol {
  /** The root in which it stands. */
  readonly lookup: Lookup;
  readonly item: Item;
  readonly name: string;
  /** The title, where the name is the id; and what kind of thing it is. */
  readonly detail: string;
  readonly file: string;
  readonly span: Span;
}

const MOST_SYMBOLS = 200;

/** Things with exactly this id first, then those whose id begins so, then those that hold all the words. */
export function workspaceSymbols(lookups: readonly Lookup[], query: string): readonly WorkspaceSymbol[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = new Set<Item>();
  const symbols: WorkspaceSymbol[] = [];
  const searches = [exactly, beginning, itemsWithTexts];
  for (const search of searches) {
    for (const lookup of lookups) {
      for (const item of search(lookup, words)) {
        if (symbols.length >= MOST_SYMBOLS) return symbols;
        if (found.has(item)) continue;
        found.add(item);
        symbols.push(toSymbol(lookup, item));
      }
    }
  }
  return symbols;
}

function toSymbol(lookup: Lookup, item: Item): WorkspaceSymbol {
  const { file, name } = lookup.placeOf(item);
  return { lookup, item, name: item.title ?? item.id, detail: item.id, file, span: name };
}

/** The id alone, or as the last part of a full name. */
function exactly(lookup: Lookup, [id, ...more]: readonly string[]): Iterable<Item> {
  return id === undefined || more.length > 0 ? [] : itemsWithId(lookup, id, "exactly");
}

function beginning(lookup: Lookup, [start, ...more]: readonly string[]): Iterable<Item> {
  return start === undefined || more.length > 0 ? [] : itemsWithId(lookup, start, "beginning");
}
