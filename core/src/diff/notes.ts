// What a person should know of a comparison beside its changes, in plain sentences.

import { sayUnmatched, type UnmatchedDecision } from "./agreed.ts";

/** `date` is the day of a new decision: `2026-11-21`. */
export function comparisonNotes(
  base: { readonly label: string; readonly isEmpty: boolean },
  unmatched: readonly UnmatchedDecision[],
  date: string,
): string[] {
  return [
    ...(base.isEmpty ? [`There is no strategy in ${base.label}, so everything here is new`] : []),
    ...unmatched.map((decision) => sayUnmatched(decision, date)),
  ];
}
