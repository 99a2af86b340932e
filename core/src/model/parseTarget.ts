// Reads the words of a target, and says what is meant where they are other words.

import { type NumberForm, type NumberProblem, readNumber } from "./number.ts";
import { respellTarget, wordsForSymbols } from "./respellTarget.ts";
import type { BoundWord, Figure, Level, Target } from "./target.ts";
import { isPercentUnit, isYesNoUnit, sameUnit } from "./unit.ts";
import { foldSpaces } from "./words.ts";

/** What the measure says. Leave out what is not known: any word is then read as a comparator's id, any unit will do. */
export interface TargetContext {
  /** Worst to best. */
  readonly levels?: readonly string[];
  /** Ids. */
  readonly comparators?: readonly string[];
  readonly unit?: string;
}

export type TargetProblem = {
  readonly text: string;
  /** The words to write, where the text has one meaning. */
  readonly write?: string;
  /** The unit that must be written beside them, because the text says another one than the measure, or the only one. */
  readonly unit?: string;
  /** The words that may be meant, where there are several meanings. */
  readonly choices?: readonly string[];
} & (
  | { readonly problem: "empty" | "not-a-target" | "symbol" | "other-words" | "turned-round" }
  /** `+5`: the figure, or a change? */
  | { readonly problem: "plus" }
  /** `95%` where the unit is something else. */
  | { readonly problem: "percent-elsewhere"; readonly measureUnit: string }
  /** `yes` where the unit is not yes-no. */
  | { readonly problem: "yes-elsewhere"; readonly measureUnit: string }
  | { readonly problem: "figure"; readonly figure: NumberProblem }
  | {
      readonly problem: "unknown-comparator";
      readonly word: string;
      readonly comparators: readonly string[];
    }
  | { readonly problem: "unknown-level"; readonly word: string; readonly levels: readonly string[] }
);

/** What the finding measure/target-unreadable is made from, where the file could be read. */
export interface TargetUnreadable {
  readonly text: string;
  readonly problem: TargetProblem;
  /** The measure's title, or its id where it has none. */
  readonly measure?: string;
}

const FIGURE: NumberForm = { percent: "allowed", commas: "allowed" };
/** "forty" is a figure in letters, and no comparator's name. */
const NUMBER_WORD =
  /^(an?|no|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(thir|four|fif|six|seven|eigh|nine)teen|(twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|million)\b/i;
const BOUND_WORDS: readonly BoundWord[] = ["at most", "at least", "under", "over"];

/**
 *     target    = bound | exact | range | near | rank | change | level | "yes" | "better than last year"
 *               | direction | open | number ;
 *     bound     = ( "at most" | "at least" | "under" | "over" ) , ( figure | level ) ;
 *     exact     = "exactly" , figure ;                range = "between" , figure , "and" , figure ;
 *     near      = "within" , number , [ "%" ] , "of" , comparator ;
 *     rank      = "top" , integer , [ "%" ] ;         change = ( "+" | "-" ) , unsigned , "%" ;
 *     direction = "reduce" | "increase" | "maintain" ; open = "set baseline" | "tbd" | "track" ;
 *     figure    = number | comparator ;               number = [ "-" ] , unsigned , [ "%" ] ;
 *
 * Words in any case, runs of spaces as one. A level is matched first, whole.
 */
export function parseTarget(text: string, context: TargetContext): Target | TargetProblem {
  const words = foldSpaces(text);
  if (words === "") return { problem: "empty", text };
  const read = settle(readWords(words, context), context);
  if (!("problem" in read)) return read;
  if (read.write !== undefined || read.choices !== undefined) return { ...read, text };
  const respelled = respellTarget(words).flatMap((choice) => readable(choice, context));
  const [only] = respelled;
  if (only === undefined) return { ...read, text };
  return { problem: wordsForSymbols(words) === undefined ? "other-words" : "symbol", text, ...only };
}

/** A candidate that can be read, or that can be once its figure is written plainly. */
function readable(words: string, context: TargetContext): { write: string; unit?: string }[] {
  const read = settle(readWords(words, context), context);
  if (!("problem" in read)) return [{ write: words }];
  if (read.write === undefined) return [];
  return [{ write: read.write, ...(read.unit === undefined ? {} : { unit: read.unit }) }];
}

/** Sees to it that the words to write can be read: two figures may each need another form, or turning round. */
function settle(read: Target | TargetProblem, context: TargetContext): Target | TargetProblem {
  if (!("problem" in read) || read.write === undefined) return read;
  const again = settle(readWords(read.write, context), context);
  if (!("problem" in again)) return read;
  const { write: _unreadable, ...unsettled } = read;
  if (again.write === undefined) return unsettled;
  const unit = read.unit ?? again.unit;
  return { ...unsettled, write: again.write, ...(unit === undefined ? {} : { unit }) };
}

function readWords(words: string, context: TargetContext): Target | TargetProblem {
  const level = findLevel(words, context);
  if (level !== undefined) return { form: "level", level: level.level, place: level.place };
  const lower = words.toLowerCase();
  switch (lower) {
    case "yes":
      if (context.unit === undefined || isYesNoUnit(context.unit)) return { form: "yes" };
      return { problem: "yes-elsewhere", text: words, measureUnit: context.unit };
    case "better than last year":
      return { form: "better-than-last-year" };
    case "reduce":
    case "increase":
    case "maintain":
      return { form: "direction", word: lower };
    case "set baseline":
    case "tbd":
    case "track":
      return { form: "open", word: lower };
    default:
      return readPhrase(words, lower, context) ?? readChange(words) ?? readBare(words, context);
  }
}

function readPhrase(
  words: string,
  lower: string,
  context: TargetContext,
): Target | TargetProblem | undefined {
  const bound = BOUND_WORDS.find((word) => lower.startsWith(word) && lower.charAt(word.length) === " ");
  if (bound !== undefined) return readBound(words, bound, context);
  const exactly = /^exactly (.+)$/i.exec(words)?.[1];
  if (exactly !== undefined) {
    const figure = readFigure(exactly, words, context);
    return "problem" in figure ? figure : { form: "exact", figure };
  }
  const between = /^between (.+?) and (.+)$/i.exec(words);
  if (between !== null) return readRange(words, between[1] ?? "", between[2] ?? "", context);
  const within = /^within (\S.*?) ?of (\S+)$/i.exec(words);
  if (within !== null) return readNear(words, within[1] ?? "", within[2] ?? "", context);
  const top = /^top ([1-9]\d*)(%?)$/i.exec(words);
  if (top === null) return undefined;
  return { form: "rank", top: Number(top[1]), in: top[2] === "%" ? "percent" : "places" };
}

function readBound(words: string, word: BoundWord, context: TargetContext): Target | TargetProblem {
  const rest = words.slice(word.length + 1);
  const level = findLevel(rest, context);
  if (level !== undefined) return { form: "bound", word, figure: level };
  const figure = readFigure(rest, words, context);
  return "problem" in figure ? figure : { form: "bound", word, figure };
}

function readRange(words: string, from: string, to: string, context: TargetContext): Target | TargetProblem {
  const low = readFigure(from, words, context);
  if ("problem" in low) return low;
  const high = readFigure(to, words, context);
  if ("problem" in high) return high;
  if (low.of === "number" && high.of === "number" && low.value > high.value)
    return { problem: "turned-round", text: words, write: `between ${to} and ${from}` };
  return { form: "range", low, high };
}

function readNear(
  words: string,
  distance: string,
  comparator: string,
  context: TargetContext,
): Target | TargetProblem {
  const read = readNumber(distance, FIGURE);
  if ("problem" in read) return figureProblem(read, words, distance, context);
  if (read.value < 0) return { problem: "not-a-target", text: words };
  const known = findComparator(comparator, context);
  if (known === undefined) return unknownWord(comparator, words, context);
  return { form: "near", distance: read.value, in: read.percent ? "percent" : "points", comparator: known };
}

/** A signed percentage is always a change against the baseline, also where the unit is percent. */
function readChange(words: string): Target | TargetProblem | undefined {
  const match = /^([+-])(.+)$/.exec(words);
  if (match === null) return undefined;
  const [, sign = "", rest = ""] = match;
  const size = readNumber(rest.trim(), FIGURE);
  if ("problem" in size || size.value < 0 || rest.trim().startsWith("-")) return undefined;
  if (!size.percent) {
    return sign === "+"
      ? { problem: "plus", text: words, choices: [rest.trim(), `+${rest.trim()}%`] }
      : undefined;
  }
  if (rest !== rest.trim()) return { problem: "other-words", text: words, write: `${sign}${rest.trim()}` };
  return { form: "change", percent: sign === "-" ? -size.value : size.value };
}

function readBare(words: string, context: TargetContext): Target | TargetProblem {
  const read = readNumber(words, FIGURE);
  if (!("problem" in read)) {
    const elsewhere = read.percent ? percentElsewhere(words, context) : undefined;
    return elsewhere ?? { form: "number", value: read.value };
  }
  // "5 days or so" is no figure with a unit, and "no more than 5" no figure at all.
  if (read.problem !== "other" && (read.problem !== "unit" || respellTarget(words).length === 0))
    return figureProblem(read, words, words, context);
  const levels = context.levels ?? [];
  if (levels.length > 0 && /^\p{L}[\p{L} -]*$/u.test(words) && respellTarget(words).length === 0)
    return { problem: "unknown-level", text: words, word: words, levels };
  return { problem: "not-a-target", text: words };
}

function readFigure(text: string, words: string, context: TargetContext): Figure | TargetProblem {
  const comparator = findComparator(text, context);
  if (comparator !== undefined) return { of: "comparator", id: comparator };
  const read = readNumber(text, FIGURE);
  if (!("problem" in read)) {
    const elsewhere = read.percent ? percentElsewhere(words, context) : undefined;
    return elsewhere ?? { of: "number", value: read.value };
  }
  return read.problem === "other"
    ? unknownWord(text, words, context)
    : figureProblem(read, words, text, context);
}

function percentElsewhere(words: string, { unit }: TargetContext): TargetProblem | undefined {
  if (unit === undefined || isPercentUnit(unit)) return undefined;
  return { problem: "percent-elsewhere", text: words, measureUnit: unit };
}

/** A figure that is written otherwise; the unit in it is left out of the words where the measure has the same one. */
function figureProblem(
  figure: NumberProblem,
  words: string,
  part: string,
  context: TargetContext,
): TargetProblem {
  const problem = { problem: "figure", figure, text: words } as const;
  if (figure.write === undefined) return problem;
  const write = words.replace(part, () => figure.write ?? part);
  if (figure.write.endsWith("%") && percentElsewhere(words, context) !== undefined) return problem;
  const { unit } = context;
  if (figure.unit === undefined || (unit !== undefined && sameUnit(figure.unit, unit)))
    return { ...problem, write };
  return { ...problem, write, unit: figure.unit };
}

function unknownWord(word: string, words: string, context: TargetContext): TargetProblem {
  const { levels = [], comparators = [] } = context;
  if (!/^\p{L}[\p{L}\d -]*$/u.test(word) || NUMBER_WORD.test(word))
    return { problem: "not-a-target", text: words };
  if (levels.length > 0 && comparators.length === 0 && !/^within /i.test(words))
    return { problem: "unknown-level", text: words, word, levels };
  return { problem: "unknown-comparator", text: words, word, comparators };
}

function findLevel(text: string, { levels = [] }: TargetContext): Level | undefined {
  if (levels.length === 0) return undefined;
  const place = levels.findIndex((level) => foldSpaces(level).toLowerCase() === text.toLowerCase());
  const level = levels[place];
  return level === undefined ? undefined : { of: "level", level, place };
}

function findComparator(text: string, { comparators }: TargetContext): string | undefined {
  if (comparators === undefined)
    return /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/i.test(text) && !NUMBER_WORD.test(text)
      ? text.toLowerCase()
      : undefined;
  return comparators.find((id) => id.toLowerCase() === text.toLowerCase());
}
