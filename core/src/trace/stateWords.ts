// The words for coverage states and layers of the thread, the same in every view and output.

import type { ThreadLayer } from "../model/config.ts";
import { formatDay } from "../model/day.ts";
import type { Coverage, CoverageState } from "./coverage.ts";

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
