// Finds items by their ids and by pieces of ids and titles, in texts that are made once for each file that may hold them.

import type { FileKind } from "../model/fileName.ts";
import type { FileSummary, Item } from "../model/items.ts";
import type { Lookup } from "./lookup.ts";
import { patternsOfId, patternsOfTexts } from "./wordIndex.ts";

/** In the order of files: those whose id is or begins with this one, or a part of theirs behind a slash or an @. */
export function* itemsWithId(lookup: Lookup, id: string, how: "exactly" | "beginning"): Generator<Item> {
  const ends = how === "exactly" ? "\t" : "";
  const files = [...filesWith(lookup, patternsOfId(id, how))];
  for (const before of ["\n", "/", "@"]) {
    for (const summary of files)
      yield* itemsWith(lookup, summary, before + id + ends, (line, at) => at < line.indexOf("\t"));
  }
}

/** In the order of files: those in whose id and title all these texts stand. `kinds` are those of the files to look at. */
export function* itemsWithTexts(
  lookup: Lookup,
  texts: readonly string[],
  kinds?: ReadonlySet<FileKind>,
): Generator<Item> {
  // Who types goes from what many have in common to what is meant.
  const last = texts.at(-1) ?? "\n";
  for (const summary of filesWith(lookup, patternsOfTexts(texts))) {
    if (kinds?.has(summary.kind) === false) continue;
    yield* itemsWith(lookup, summary, last, (line) => texts.every((text) => line.includes(text)));
  }
}

function filesWith({ model, legacy }: Lookup, patterns: readonly string[]): Iterable<FileSummary> {
  return legacy.words.filesWith(model.summaries, patterns);
}

/**
 * A line is a line break, the full id, a tab and the title, in lower case, so that `"\nbeds\t"` asks for the id and
 * `"\nbe"` for its beginning.
 */
function* itemsWith(
  lookup: Lookup,
  summary: FileSummary,
  piece: string,
  isMeant: (line: string, at: number) => boolean,
): Generator<Item> {
  const text = searchTextOf(summary, lookup.legacy.searchTexts);
  let line = 0;
  let counted = 0;
  for (let at = text.indexOf(piece); at >= 0; ) {
    const start = text[at] === "\n" ? at : text.lastIndexOf("\n", at);
    const next = text.indexOf("\n", start + 1);
    const end = next < 0 ? text.length : next;
    line += countBreaks(text, counted, start);
    counted = start;
    const item = summary.items[line];
    if (item !== undefined && isMeant(text.slice(start, end), at - start)) yield item;
    at = text.indexOf(piece, end);
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

/** How many lines begin from the one place up to the other. */
function countBreaks(text: string, from: number, until: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < until; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
