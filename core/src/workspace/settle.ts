// Makes what an analysis has put off until somebody asks.

import type { Analysis } from "./analyse.ts";

/** To be called when all findings are told, by who expects more questions: nobody waits for it then. */
export function settle({ model }: Analysis): void {
  // Whoever asks for one table has all of them made.
  void model.names;
}
