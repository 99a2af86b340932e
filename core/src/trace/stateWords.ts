// The words for coverage states and layers of the thread, the same in every view and output.

import type { ThreadLayer } from "../model/config.ts";
import { formatDay } from "../model/day.ts";
import type { Coverage, CoverageState } from "./coverage.ts";
import type { CoverageSummary } from "./thread.ts";

const STATE_WORDS: Readonly<Record<CoverageState, string>> = {
  measured: "measured",
  deliverable: "deliverable",
  untargeted: "no target yet",
  "evidence-only": "evidence only",
  waived: "waived",
  unmeasured: "no measure",
};

/** Heads a column or names a count: "no target yet". */
export function stateWord(state: CoverageState): string {
  return STATE_WORDS[state];
}

/** Says one item's state: "waived until 2027-03-31". */
export function sayState({ state, until }: Coverage): string {
  return until === undefined ? STATE_WORDS[state] : `${STATE_WORDS[state]} until ${formatDay(until)}`;
}

const LAYER_WORDS: Readonly<Record<ThreadLayer, string>> = {
  measure: "measure",
  baseline: "baseline",
  owner: "owner",
  "enabler-strategy": "enabler strategy",
  "delivery-plan": "current delivery plan",
};

export function layerWord(layer: ThreadLayer): string {
  return LAYER_WORDS[layer];
}

const LACK_WORDS: Readonly<Record<ThreadLayer, string>> = {
  measure: "no measure",
  baseline: "no baseline",
  owner: "no owner",
  "enabler-strategy": "no enabler strategy",
  "delivery-plan": "not in the current plan",
};

/** The state, and which layers of the thread are missing beside it: "measured; no baseline, not in the current plan". */
export function sayThread(coverage: Coverage, lacks: readonly ThreadLayer[]): string {
  const missing = sayLacks(coverage, lacks);
  return [sayState(coverage), ...(missing.length === 0 ? [] : [missing.join(", ")])].join("; ");
}

/** What is missing beside the state, a few words for each layer: "no baseline", "not in the current plan". */
export function sayLacks(coverage: Coverage, lacks: readonly ThreadLayer[]): string[] {
  return lacks.filter((layer) => isUntold(layer, coverage)).map(lackWord);
}

export function lackWord(layer: ThreadLayer): string {
  return LACK_WORDS[layer];
}

/** Without a measure there is no baseline and no owner to ask for. */
function isUntold(layer: ThreadLayer, coverage: Coverage): boolean {
  return layer === "enabler-strategy" || layer === "delivery-plan" || coverage.state === "measured";
}

/** A plan item whose time is over, or that a report calls so. */
export const LATE = "late";

/** The coverage of one strategy in a line: "14 objectives · 0% measured". */
export function sayCoverage({ objectives, shallow }: CoverageSummary): string {
  const counted =
    objectives === 0 ? "no objectives" : `${objectives} ${objectives === 1 ? "objective" : "objectives"}`;
  return `${counted} · ${shallow}% measured`;
}
