// Which of the things that are drawn the cursor stands in.

import type { PanelTarget } from "../protocol.ts";

interface At {
  readonly line: number;
  readonly character: number;
}

/** Of all that is written around the place, the smallest; undefined where nothing of it is drawn. */
export function innermostTarget(
  targets: Readonly<Record<string, PanelTarget>>,
  uri: string,
  at: At,
): string | undefined {
  let found: { readonly id: string; readonly start: At } | undefined;
  for (const [id, { uri: own, whole }] of Object.entries(targets)) {
    if (own !== uri || isBefore(at, whole.start) || isBefore(whole.end, at)) continue;
    // What stands inside another thing begins after it.
    if (found === undefined || !isBefore(whole.start, found.start)) found = { id, start: whole.start };
  }
  return found?.id;
}

function isBefore(a: At, b: At): boolean {
  return a.line < b.line || (a.line === b.line && a.character < b.character);
}
