// The coverage of one strategy in a few lines: the whole, how many objectives are in each state, and how deep it goes.

import { COVERAGE_STATES } from "../trace/coverage.ts";
import { layerWord, sayCoverage, stateWord } from "../trace/stateWords.ts";
import type { CoverageSummary } from "../trace/thread.ts";

/** Counts as in "11 no measure"; states that no objective is in are left out. */
export function coverageLines(summary: CoverageSummary): string[] {
  const states = COVERAGE_STATES.filter((state) => summary.states[state] > 0);
  const layers = summary.thread.map(layerWord).join(", ");
  return [
    sayCoverage(summary),
    ...states.map((state) => `${summary.states[state]} ${stateWord(state)}`),
    ...(layers === "" ? [] : [`${summary.deep}% with the whole thread: ${layers}`]),
  ];
}
