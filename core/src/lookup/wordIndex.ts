// Which files hold which words in the ids and titles of their things, so that a search looks at the files that may hold
// what is sought. A file that says something else costs its own words; nothing is made before somebody searches.

import type { FileSummary } from "../model/items.ts";
import { getOrAdd } from "../text/maps.ts";
import { countBefore } from "../text/sortedPlace.ts";
import { trimLists } from "../text/trimmed.ts";

/** Begins a word that begins an id, or a part of one. */
const ID_START = "#";

/** Lives as long as its root: it is brought up to date with the files of each question. */
export interface WordIndex {
  /**
   * Files in whose words all the patterns stand, in the order of the files; some in which they don't may be among them.
   * A pattern is a piece of a word; a line break before or behind it stands for the word's end.
   */
  filesWith(files: readonly FileSummary[], patterns: readonly string[]): Iterable<FileSummary>;
}

export function createWordIndex(): WordIndex {
  let held: readonly FileSummary[] = [];
  let words = newWords();
  const update = (files: readonly FileSummary[]): void => {
    if (files === held) return;
    const others = differing(held, files);
    if (others === undefined) {
      words = newWords();
      for (const [at, file] of files.entries()) for (const word of wordsIn(file)) words.add(word, at);
      words.trim();
    } else {
      for (const at of others) replaceFile(words, at, held[at], files[at]);
    }
    held = files;
  };
  return {
    filesWith(files, patterns) {
      update(files);
      const places = words.placesOf(patterns, files.length);
      return places === undefined ? files : places.flatMap((at) => files[at] ?? []);
    },
  };
}

/** Patterns for an id that begins or is the id sought, or a part of one. */
export function patternsOfId(id: string, how: "exactly" | "beginning"): string[] {
  return piecesOf(id).map(({ text, start, end }) => {
    const begins = start === 0 || isPartEnd(id[start - 1]) ? `\n${ID_START}` : "\n";
    return begins + text + (end < id.length || how === "exactly" ? "\n" : "");
  });
}

/** Patterns for texts that stand somewhere in an id or a title. */
export function patternsOfTexts(texts: readonly string[]): string[] {
  return texts.flatMap((text) => piecesOf(text).map((piece) => piece.text));
}

/** At which places files differ; undefined where too many do. */
function differing(before: readonly FileSummary[], now: readonly FileSummary[]): number[] | undefined {
  if (before.length !== now.length) return undefined;
  const places: number[] = [];
  for (let at = 0; at < now.length; at += 1) if (before[at] !== now[at]) places.push(at);
  return places.length > now.length / 4 ? undefined : places;
}

function replaceFile(
  words: Words,
  at: number,
  before: FileSummary | undefined,
  now: FileSummary | undefined,
): void {
  const was = before === undefined ? new Set<string>() : wordsIn(before);
  const is = now === undefined ? new Set<string>() : wordsIn(now);
  for (const word of was) if (!is.has(word)) words.remove(word, at);
  for (const word of is) if (!was.has(word)) words.add(word, at);
}

interface Words {
  add(word: string, at: number): void;
  remove(word: string, at: number): void;
  /** To be called when most has been added. */
  trim(): void;
  /** Undefined where the patterns leave (nearly) all places. */
  placesOf(patterns: readonly string[], all: number): readonly number[] | undefined;
}

function newWords(): Words {
  /** The places of each word, rising. */
  const places = new Map<string, number[]>();
  /** All words, each between line breaks. */
  let list = "\n";
  return {
    add(word, at) {
      const known = getOrAdd(places, word, () => {
        list += `${word}\n`;
        return [];
      });
      const last = known.at(-1);
      if (last === undefined || last < at) known.push(at);
      else if (!known.includes(at))
        known.splice(
          countBefore(known, (place) => place < at),
          0,
          at,
        );
    },
    remove(word, at) {
      const known = places.get(word);
      const found = known?.indexOf(at) ?? -1;
      if (found >= 0) known?.splice(found, 1);
    },
    trim() {
      trimLists(places);
    },
    placesOf(patterns, all) {
      const found = patterns
        .flatMap((pattern) => listsOf(pattern, list, places, all) ?? [])
        .sort((a, b) => a.size - b.size);
      const [fewest] = found;
      return fewest === undefined ? undefined : placesInAll(found, fewest, all);
    },
  };
}

/** The places of all words that have one pattern. */
interface Lists {
  readonly lists: readonly (readonly number[])[];
  readonly size: number;
}

function placesInAll(found: readonly Lists[], fewest: Lists, all: number): readonly number[] {
  if (fewest.size <= FEW) return [...new Set(fewest.lists.flat())].sort((a, b) => a - b);
  // How many of the patterns stand at a place, as long as it was all of them.
  const counts = new Uint8Array(all);
  const asked = found.slice(0, MOST_PATTERNS);
  for (const [before, { lists }] of asked.entries())
    for (const own of lists) for (const at of own) if (counts[at] === before) counts[at] = before + 1;
  const places: number[] = [];
  for (let at = 0; at < all; at += 1) if (counts[at] === asked.length) places.push(at);
  return places;
}

/** Looking at so many files costs less than telling which of them to leave out. */
const FEW = 64;
const MOST_PATTERNS = 100;

/** Undefined where there are as many places as files. */
function listsOf(
  pattern: string,
  list: string,
  places: ReadonlyMap<string, readonly number[]>,
  all: number,
): Lists | undefined {
  if (isWhole(pattern)) {
    const own = places.get(pattern.slice(1, -1)) ?? [];
    return own.length >= all ? undefined : { lists: [own], size: own.length };
  }
  const lists: (readonly number[])[] = [];
  let size = 0;
  for (let at = list.indexOf(pattern); at >= 0; ) {
    const start = list[at] === "\n" ? at + 1 : list.lastIndexOf("\n", at) + 1;
    const end = list.indexOf("\n", start);
    const own = places.get(list.slice(start, end)) ?? [];
    size += own.length;
    if (size >= all) return undefined;
    lists.push(own);
    at = list.indexOf(pattern, end);
  }
  return { lists, size };
}

/** Between line breaks there is one word that is sought, which needs no look at all the others. */
function isWhole(pattern: string): boolean {
  return pattern.length > 2 && pattern.startsWith("\n") && pattern.endsWith("\n");
}

function wordsIn({ items }: FileSummary): Set<string> {
  const words = new Set<string>();
  for (const { id, title } of items) {
    for (const part of id.toLowerCase().split(/[/@]/)) {
      const [first = "", ...more] = part.split(BETWEEN_WORDS);
      words.add(ID_START + first);
      for (const word of more) words.add(word);
    }
    if (title !== undefined) for (const word of title.toLowerCase().split(BETWEEN_WORDS)) words.add(word);
  }
  words.delete("");
  return words;
}

function isPartEnd(sign: string | undefined): boolean {
  return sign === "/" || sign === "@";
}

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Letters and digits that stand together are a word; beyond ASCII every sign counts as one. */
const BETWEEN_WORDS = /[^a-z0-9\u0080-\uffff]+/;

function piecesOf(text: string): Piece[] {
  return [...text.matchAll(/[a-z0-9\u0080-\uffff]+/g)].map((match) => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }));
}
