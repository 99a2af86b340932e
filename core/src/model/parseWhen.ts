// Reads `when: caseload at most 40`: a measure, then the target words at which a milestone counts as met.

import { slugOf } from "../schema/slug.ts";
import { parseTarget, type TargetContext, type TargetProblem } from "./parseTarget.ts";
import type { Target } from "./target.ts";
import { foldSpaces } from "./words.ts";

export interface WhenWords {
  /** The measure's id, or that of one of its scopes: `turnover@cmht`. */
  readonly measure: string;
  /** How much of the text stands before the target's words. */
  readonly start: number;
  readonly target: Target;
}

/** What the finding plan/when-unreadable is made from. */
export interface WhenUnreadable {
  readonly text: string;
  /** What to write, where the text has one meaning. */
  readonly write?: string;
  /** The words that the measure allows in place of the one that it does not know. */
  readonly allowed?: readonly string[];
}

const MEASURE = /^[a-z][a-z0-9-]*(?:@[a-z0-9-]+)?$/;
/** In letters. Behind each word of a longer text a target would be looked for, which takes long. */
const LONGEST_NAME = 200;
const MEASURE_FIRST = /^([a-z][a-z0-9-]*(?:@[a-z0-9-]+)?)(\s+)(\S.*)$/;

/** `context` is the measure's, where it is known; without it any word may be a level or a comparator. */
export function parseWhen(text: string, context: TargetContext = {}): WhenWords | WhenUnreadable {
  const [, measure, space = "", words = ""] = MEASURE_FIRST.exec(text) ?? [];
  const read = measure === undefined ? undefined : parseTarget(words, context);
  const problem = read !== undefined && "problem" in read ? read : undefined;
  if (measure !== undefined && read !== undefined && !("problem" in read))
    return { measure, start: measure.length + space.length, target: read };
  const write = respell(foldSpaces(text), context);
  const allowed = problem === undefined ? [] : allowedWords(problem);
  return {
    text,
    ...(write === undefined ? {} : { write }),
    ...(allowed.length === 0 ? {} : { allowed }),
  };
}

function allowedWords(problem: TargetProblem): readonly string[] {
  if (problem.problem === "unknown-level") return problem.levels;
  return problem.problem === "unknown-comparator" ? problem.comparators : [];
}

/** `Bed occupancy <= 92` as `bed-occupancy at most 92`: the shortest beginning behind which a target can be read. */
function respell(text: string, context: TargetContext): string | undefined {
  // Where the measure is not known, no word is taken for a comparator: "below forty" is no target.
  const known = { ...context, comparators: context.comparators ?? [] };
  const last = text.lastIndexOf(" ", LONGEST_NAME);
  for (let space = text.indexOf(" "); space >= 0 && space <= last; space = text.indexOf(" ", space + 1)) {
    const before = text.slice(0, space).replace(/ (?:is|are|reaches|falls|rises)$/i, "");
    const measure = MEASURE.test(before) ? before : slugOf(before, "item");
    const words = text.slice(space + 1);
    const target = parseTarget(words, known);
    const write = "problem" in target ? target.write : words;
    if (measure !== undefined && write !== undefined) return `${measure} ${write}`;
  }
  return undefined;
}
