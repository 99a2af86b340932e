// Short forms in capitals that a file's texts use, and the words by which the texts explain them.

import type { NodePath } from "../findings/finding.ts";
import type { SourceFile } from "../syntax/tree.ts";
import { getOrAdd } from "../text/maps.ts";
import type { Item } from "./items.ts";
import { proseOf } from "./prose.ts";
import { foldSpaces } from "./words.ts";

/** One short form of a file. */
export interface Acronym {
  readonly text: string;
  /** The first text that uses it. */
  readonly path: NodePath;
  /** The different words that explain it: "urgent and emergency care" of "urgent and emergency care (UEC)". */
  readonly meanings: readonly string[];
}

const NONE: readonly Acronym[] = [];
const MAYBE = /\p{Lu}[\p{Lu}&]/u;
/** The same for texts of ASCII's signs alone, in half of the time. */
const MAYBE_PLAIN = /[A-Z][A-Z&]/;
/** Two to six capitals, with an `&` among them; the `s` of several does not belong to it. */
const ACRONYM =
  /(?<![\p{L}\p{N}&'’.-])(\p{Lu}[\p{Lu}&]{0,4}\p{Lu})(?=s?(?![\p{L}\p{N}&'’.-]|\s?\p{N})|['’]s(?!\p{L})|[.'’](?!\p{L}))/gu;
const IN_BRACKETS = /((?:[\p{L}'’,-]+\s+){1,9})\((\p{Lu}[\p{Lu}&]{1,5})s?\)/gu;
const BEFORE_BRACKETS = /(?<![\p{L}\p{N}])(\p{Lu}[\p{Lu}&]{1,5})\s\(([^()]{3,80})\)/gu;
/** Words that a short form mostly leaves out. */
const SMALL = new Set("a an and at by for from in of on or the to with".split(" "));

/** False for a text that neither uses a short form nor explains one. */
export function mayHoldAcronym(text: string): boolean {
  return MAYBE.test(text);
}

/** In the order of the texts. */
export function acronymsIn(source: SourceFile, items: readonly Item[]): readonly Acronym[] {
  const maybe = source.isPlain === true ? MAYBE_PLAIN : MAYBE;
  if (!maybe.test(source.text)) return NONE;
  const found = new Map<string, { text: string; path: NodePath; meanings: string[] }>();
  for (const item of items) {
    for (const { text, path } of proseOf(source, item)) {
      if (!mayHoldAcronym(text)) continue;
      const folded = foldSpaces(text);
      // A text all in capitals is loud, and its words are no short forms.
      if (isLoud(folded)) continue;
      for (const [, acronym = ""] of folded.matchAll(ACRONYM)) {
        if (!isNumeral(acronym)) getOrAdd(found, acronym, () => ({ text: acronym, path, meanings: [] }));
      }
      for (const [acronym, meaning] of meaningsIn(folded)) {
        const { meanings } = getOrAdd(found, acronym, () => ({ text: acronym, path, meanings: [] }));
        if (!meanings.some((known) => saysTheSame(known, meaning))) meanings.push(meaning);
      }
    }
  }
  return found.size === 0 ? NONE : [...found.values()];
}

/** Capitals, an `s` at the end and what follows after a comma make no difference: a glossary says more than a text. */
export function saysTheSame(a: string, b: string): boolean {
  const [one, other] = [plain(a), plain(b)];
  return one.startsWith(other) || other.startsWith(one);
}

function plain(meaning: string): string {
  const [before = ""] = foldSpaces(meaning)
    .toLowerCase()
    .replaceAll("&", "and")
    .replaceAll("-", " ")
    .split(/[,;:.(]/);
  return before.trim().replace(/s$/, "");
}

function meaningsIn(text: string): (readonly [acronym: string, meaning: string])[] {
  const found: (readonly [string, string])[] = [];
  for (const [, words = "", acronym = ""] of text.matchAll(IN_BRACKETS)) {
    const meaning = endingThatFits(words.trim().split(" "), acronym);
    if (meaning !== undefined) found.push([acronym, meaning]);
  }
  for (const [, acronym = "", words = ""] of text.matchAll(BEFORE_BRACKETS)) {
    if (endingThatFits(words.split(" "), acronym) === words) found.push([acronym, words]);
  }
  return found;
}

/** The last words whose first letters are the short form's, small words counted or not. */
function endingThatFits(words: readonly string[], acronym: string): string | undefined {
  const letters = acronym.replaceAll("&", "").toLowerCase();
  for (let from = words.length - 1; from >= 0; from -= 1) {
    const ending = words.slice(from);
    const parts = ending.flatMap((word) => word.toLowerCase().split("-"));
    const all = initials(parts);
    if (all === letters || initials(parts.filter((word) => !SMALL.has(word))) === letters)
      return ending.join(" ");
  }
  return undefined;
}

function initials(words: readonly string[]): string {
  return words.map((word) => word.replace(/^[^\p{L}]+/u, "").charAt(0)).join("");
}

function isNumeral(text: string): boolean {
  return /^[IVXLC]+$/.test(text);
}

function isLoud(text: string): boolean {
  const words = text.match(/\p{L}{2,}/gu) ?? [];
  return words.filter((word) => word === word.toUpperCase()).length * 2 > words.length;
}
