// Finds statements of number in English prose: "eleven priorities", "three strategic objectives", "4 aims".

import { foldSpaces } from "../../model/words.ts";

export interface StatedCount {
  /** As written, with single spaces: `three objectives`. */
  readonly phrase: string;
  readonly count: number;
  /** The plural word that is counted, in lower case. */
  readonly noun: string;
}

/** From two on. */
export const NUMBER_WORDS = (
  "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " +
  "seventeen eighteen nineteen twenty"
).split(" ");
/** As the search below begins: years, periods and figures with a unit are none. */
const ANY_NUMBER = new RegExp(
  `(?<![\\p{L}\\p{N}.,/£$€+#-])(?:0?[2-9]|1\\d|20|${NUMBER_WORDS.join("|")})\\s`,
  "iu",
);
const LEAST = 2;
const MOST = 20;

/** Right before the number they make it a limit or one of two: "at least three", "two or three", "these three". */
const UNSURE_NEXT = wordSet(
  "least most over under above below about around nearly almost roughly than to or between minus only these those which",
);
/** A little before it they make it a part, or a count of something else: "the previous strategy had three". */
const UNSURE_NEAR = wordSet(
  "first last next final remaining other another further additional more less fewer each every any per both some " +
    "previous former earlier old national their",
);
const WORDS_NEAR = 4;
/** "one of three", "of the three", "two of these three". */
const PART_BEFORE =
  /\b(?:of (?:the|its|our|these|those|all)|(?:one|some|any|most|half|none|each|either|\d+|two|three|four|five|six|seven|eight|nine|ten) of)\s*$/i;
/** Between the number and the word they begin something else: "three years of objectives", "two more measures". */
const UNSURE_BETWEEN = wordSet(
  "of and or to in for from with by at on the a an more other further additional new",
);

/** Finds all that the search above finds and more, in a fraction of the time. */
const MAYBE_NUMBER = new RegExp(`(?:\\d|${NUMBER_WORDS.join("|")})\\s`, "iu");

/** Where the first number stands, or -1: most texts state none at all, and need not be looked at any closer. */
export function findNumber(text: string): number {
  return MAYBE_NUMBER.test(text) ? text.search(ANY_NUMBER) : -1;
}

/** All statements about one of the plural words; those that may mean something else are left out. */
export function findStatedCounts(text: string, plurals: readonly string[]): StatedCount[] {
  const lower = text.toLowerCase();
  if (!plurals.some((plural) => lower.includes(firstWord(plural)))) return [];
  const nouns = plurals.map((plural) => plural.split(/\s+/).map(escapeForSearch).join("\\s+")).join("|");
  const search = new RegExp(
    `(?<![\\p{L}\\p{N}.,/£$€+#-])(${NUMBER_WORDS.join("|")}|\\d{1,2})((?:\\s+[\\p{L}’'-]+){0,2}?)\\s+(${nouns})(?![\\p{L}\\p{N}-])(?=(.{0,8}))`,
    "giu",
  );
  const found: StatedCount[] = [];
  const folded = foldSpaces(text);
  for (const match of folded.matchAll(search)) {
    const [phrase, written = "", between = "", noun = "", after = ""] = match;
    const count = readCount(written);
    if (count < LEAST || count > MOST) continue;
    if (isUnsure(folded.slice(0, match.index), between, after)) continue;
    found.push({ phrase, count, noun: noun.toLowerCase() });
  }
  return found;
}

/** `four`; figures beyond twenty. */
export function sayCount(count: number): string {
  if (count === 1) return "one";
  return NUMBER_WORDS[count - LEAST] ?? String(count);
}

/** `priorities`, `commitments`; the last word of several is put into the plural. */
export function pluralOf(word: string): string {
  const lower = word.trim().toLowerCase();
  if (/[^aeiou]y$/.test(lower)) return `${lower.slice(0, -1)}ies`;
  if (/(?:s|x|z|ch|sh)$/.test(lower)) return `${lower}es`;
  return `${lower}s`;
}

function isUnsure(before: string, between: string, after: string): boolean {
  const sentence = before.slice(
    Math.max(...[".", ";", ":", "!", "?"].map((sign) => before.lastIndexOf(sign))) + 1,
  );
  const words = sentence.toLowerCase().match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  if (PART_BEFORE.test(sentence)) return true;
  if (UNSURE_NEXT.has(words.at(-1) ?? "")) return true;
  if (words.slice(-WORDS_NEAR).some((word) => UNSURE_NEAR.has(word))) return true;
  if (
    between
      .toLowerCase()
      .trim()
      .split(/\s+/)
      .some((word) => UNSURE_BETWEEN.has(word))
  )
    return true;
  return /^\s+(?:each|per|a|or)\b/i.test(after);
}

/** Of a number in words or digits. */
export function readCount(written: string): number {
  const place = NUMBER_WORDS.indexOf(written.toLowerCase());
  return place >= 0 ? place + LEAST : Number(written);
}

function firstWord(words: string): string {
  return /^\S*/.exec(words)?.[0] ?? "";
}

function escapeForSearch(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
