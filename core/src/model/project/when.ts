// The measure that a milestone waits for, as a reference.

import type { Reference, Written } from "../items.ts";
import { parseWhen } from "../parseWhen.ts";

/** Nothing where the words cannot be read as measure and target; another finding says so. */
export function whenReference(when: Written | undefined): Reference[] {
  const words = when === undefined ? undefined : parseWhen(when.text);
  if (when === undefined || words === undefined || !("measure" in words)) return [];
  const { measure } = words;
  return [
    { key: "when", text: measure, path: when.path, on: "value", within: { start: 0, end: measure.length } },
  ];
}
