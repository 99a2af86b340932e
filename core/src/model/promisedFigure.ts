// A figure that a title promises to reach: "below 12%", "to 18 weeks".

import { foldSpaces } from "./words.ts";

export interface PromisedFigure {
  /** As written: "below 12%". */
  readonly words: string;
  readonly value: number;
}

const LIMIT =
  "at least|at most|no more than|no less than|not more than|less than|fewer than|more than|up to|below|under|above|over|to|by";
const NUMBER = "\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?";
/** A percentage, whatever stands before it. */
const PERCENTAGE = new RegExp(
  `(?:(?<![\\p{L}])(?:${LIMIT})\\s)?(?<![\\p{L}\\p{N}.,/–-])(${NUMBER})\\s?(?:%|per ?cent(?!\\p{L}))`,
  "iu",
);
/** Where something is to change to a figure of something: "Cut waits to 18 weeks". */
const CHANGE =
  /^(?:cut|reduce|lower|shorten|halve|bring|limit|increase|raise|grow|improve|extend|double|keep|hold)\s/i;
const CHANGED = new RegExp(`(?<![\\p{L}\\p{N}])(?<!\\d\\s)(?:${LIMIT})\\s(${NUMBER})\\s\\p{Ll}{3,}`, "iu");
const YEAR = /^(?:19|20|21)\d\d$/;

export function promisedFigure(title: string | undefined): PromisedFigure | undefined {
  if (title === undefined || !/\d/.test(title)) return undefined;
  const text = foldSpaces(title);
  const percentage = PERCENTAGE.exec(text);
  if (percentage !== null) return figureOf(percentage);
  const changed = CHANGE.test(text) ? CHANGED.exec(text) : null;
  return changed === null || YEAR.test(changed[1] ?? "") ? undefined : figureOf(changed);
}

function figureOf([words, number = ""]: RegExpExecArray): PromisedFigure {
  return { words: words.trim(), value: Number(number.replaceAll(",", "")) };
}
