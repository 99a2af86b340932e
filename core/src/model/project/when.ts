// Reads `when: caseload at most 40`: a measure, then the target words at which a milestone counts as met.

import type { Reference, Written } from "../items.ts";
import { parseTarget } from "../parseTarget.ts";

/** The measure that a milestone waits for; nothing where the words cannot be read as measure and target. */
export function whenReference(when: Written | undefined): Reference[] {
  if (when === undefined) return [];
  const match = /^([a-z][a-z0-9-]*(?:@[a-z0-9-]+)?)\s+(\S.*)$/.exec(when.text);
  const [, measure, words] = match ?? [];
  if (measure === undefined || words === undefined || !readsAsTarget(words)) return [];
  return [
    { key: "when", text: measure, path: when.path, on: "value", within: { start: 0, end: measure.length } },
  ];
}

function readsAsTarget(words: string): boolean {
  return !("problem" in parseTarget(words, {}));
}
