// Makes what an analysis has put off until somebody asks.

import { itemsOf } from "../link/model.ts";
import type { Analysis } from "./analyse.ts";

/** To be called when all findings are told, by who expects more questions: nobody waits for it then. */
export function settle({ model }: Analysis): void {
  // Whoever asks for one table has all of them made.
  void model.names;
}

/**
 * What views ask of all strategies. To be called once after the first analysis, while all that the files say is at hand:
 * later it takes ten times as long, and what an edit is not connected with need never be counted again.
 */
export function countStrategies({ model, thread }: Analysis): void {
  for (const strategy of itemsOf(model, "strategy")) thread.summaryOf(strategy);
}
