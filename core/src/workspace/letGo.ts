// Takes out of memory what nobody looks at and what can be had again from the texts.

import type { Analysis } from "./analyse.ts";

/**
 * To be called between two questions, by who keeps an analysis for long; what it answers stays the same. Costs nothing
 * where little has been looked at since the last time.
 */
export function letGo({ engine, thread }: Analysis): void {
  engine.items?.letGo();
  thread.letGo();
}
