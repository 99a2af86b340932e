// Reads a recorded value by its measure: a plain figure, a level, or yes and no.

import { type NumberProblem, readNumber } from "./number.ts";
import { isYesNoUnit, sameUnit } from "./unit.ts";
import { foldSpaces } from "./words.ts";

export type Value =
  | { readonly of: "number"; readonly value: number; readonly decimals: number }
  | { readonly of: "level"; readonly level: string; readonly place: number }
  | { readonly of: "yes-no"; readonly value: "yes" | "no" };

export interface ValueContext {
  readonly levels?: readonly string[];
  readonly unit?: string;
}

export type ValueProblem = {
  readonly text: string;
  /** The value to write, where the text has one meaning. */
  readonly write?: string;
  /** The unit that the text says and the measure doesn't. */
  readonly unit?: string;
} & (
  | { readonly problem: "figure"; readonly figure: NumberProblem }
  | { readonly problem: "unknown-level"; readonly levels: readonly string[] }
  | { readonly problem: "not-yes-no" }
  /** A figure beside a status that says there is none. */
  | { readonly problem: "figure-beside-status"; readonly status: string }
);

/** What the finding actuals/value-unreadable is made from. */
export interface ValueUnreadable {
  readonly problem: ValueProblem;
  /** The measure's title, or its id where it has none. */
  readonly measure?: string;
}

/** Statuses of a value that is not there. */
export const STATUSES_WITHOUT_VALUE: readonly string[] = ["pending", "suppressed", "not-available"];

/** Levels and words in any case; a figure plainly written, without `%` and commas. */
export function readValue(text: string, context: ValueContext): Value | ValueProblem {
  const { levels = [], unit } = context;
  if (levels.length > 0) {
    const words = foldSpaces(text).toLowerCase();
    const place = levels.findIndex((level) => foldSpaces(level).toLowerCase() === words);
    const level = levels[place];
    return level === undefined ? { problem: "unknown-level", text, levels } : { of: "level", level, place };
  }
  if (isYesNoUnit(unit)) {
    const answer = foldSpaces(text).toLowerCase();
    return answer === "yes" || answer === "no" ? { of: "yes-no", value: answer } : yesNoProblem(text, answer);
  }
  const read = readNumber(foldSpaces(text), { percent: "refused", commas: "refused" });
  if (!("problem" in read)) return { of: "number", value: read.value, decimals: read.decimals };
  const problem = { problem: "figure", text, figure: read } as const;
  if (read.write === undefined) return problem;
  const same = read.unit === undefined || (unit !== undefined && sameUnit(read.unit, unit));
  return { ...problem, write: read.write, ...(same || read.unit === undefined ? {} : { unit: read.unit }) };
}

function yesNoProblem(text: string, answer: string): ValueProblem {
  const write =
    answer === "true" || answer === "y" ? "yes" : answer === "false" || answer === "n" ? "no" : undefined;
  return { problem: "not-yes-no", text, ...(write === undefined ? {} : { write }) };
}
