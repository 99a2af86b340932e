// Finds items by pieces of their ids and titles, in texts that are made once for each file.

import type { FileSummary, Item } from "../model/items.ts";
import type { Lookup } from "./lookup.ts";

/**
 * Items whose line holds the piece and all the words, in the order of files. A line is a line break, the full id, a
 * tab and the title, in lower case, so that `"\nbeds\t"` asks for the id and `"\nbe"` for its beginning.
 */
export function* searchItems(lookup: Lookup, piece: string, words: readonly string[] = []): Generator<Item> {
  for (const summary of lookup.model.summaries) {
    const text = searchTextOf(summary, lookup.legacy.searchTexts);
    for (let at = text.indexOf(piece); at >= 0; ) {
      const start = text[at] === "\n" ? at : text.lastIndexOf("\n", at);
      const next = text.indexOf("\n", start + 1);
      const end = next < 0 ? text.length : next;
      const line = text.slice(start, end);
      const item = summary.items[countBreaks(text, start)];
      if (item !== undefined && words.every((word) => line.includes(word))) yield item;
      at = text.indexOf(piece, end);
    }
  }
}

function searchTextOf(summary: FileSummary, known: WeakMap<FileSummary, string>): string {
  const found = known.get(summary);
  if (found !== undefined) return found;
  const text = summary.items.map((item) => `\n${oneLine(item.id)}\t${oneLine(item.title ?? "")}`).join("");
  known.set(summary, text);
  return text;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").toLowerCase();
}

/** Which line begins here. */
function countBreaks(text: string, until: number): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0 && at < until; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
