// The stage that reads the words of one file: periods, targets and baselines. What cannot be read is refused here, as
// facts; what needs another file (which financial year holds, what a measure's levels are) is left to linking.

import type { Refusal } from "../findings/finding.ts";
import { resolvePlace } from "../syntax/places.ts";
import type { SourceFile } from "../syntax/tree.ts";
import { overlaps } from "../text/span.ts";
import { checkFigures, type IsRefused } from "./checkFigures.ts";
import { type FileSummary, type Item, type ItemOf, keyOf } from "./items.ts";
import { parsePeriod } from "./parsePeriod.ts";
import { parseWhen } from "./parseWhen.ts";
import { refuseWritten } from "./refuseWritten.ts";
import { eachPeriod, refusePeriod } from "./writtenPeriods.ts";

/**
 * `refused` are the findings of earlier stages on this file: what they refused is not judged again. `isPeriod` says whether
 * a text can be read as one.
 */
export function checkModel(
  source: SourceFile,
  summary: FileSummary,
  refused: readonly Refusal[],
  isPeriod: (text: string) => boolean,
): Refusal[] {
  const found: Refusal[] = [];
  for (const item of summary.items) {
    if (item.retired !== undefined) continue;
    checkPeriods(item, isPeriod, found);
    if (item.kind === "action" || item.kind === "milestone") found.push(...checkWhen(item));
    if (item.kind === "measure" || item.kind === "scope")
      found.push(...checkFigures(item, refusedOn(item, summary)));
  }
  if (found.length === 0) return found;
  const earlier = refused.map((refusal) => resolvePlace(source, refusal.place));
  return found.filter((refusal) => {
    const span = resolvePlace(source, refusal.place);
    return !earlier.some((other) => overlaps(other, span));
  });
}

function checkPeriods(item: Item, isPeriod: (text: string) => boolean, found: Refusal[]): void {
  eachPeriod(item, (written, sideOf) => {
    if (isPeriod(written.text)) return;
    const words = parsePeriod(written.text);
    if ("problem" in words) found.push(refusePeriod(item, { written, on: sideOf(written) }, words));
  });
}

/** Whether the measure knows the words is for linking to say. */
function checkWhen(item: ItemOf<"action"> | ItemOf<"milestone">): Refusal[] {
  const words = item.when === undefined ? undefined : parseWhen(item.when.text);
  if (item.when === undefined || words === undefined || "measure" in words) return [];
  return [refuseWritten("plan/when-unreadable", item, item.when, words)];
}

/** What a scope has from its measure is as unknown as what was refused there. */
function refusedOn(item: Item, { refusedKeys }: FileSummary): IsRefused {
  if (refusedKeys.length === 0) return () => false;
  const holders = new Set([keyOf(item), ...(item.kind === "scope" ? [item.parent] : [])]);
  return (...keys) => refusedKeys.some((refused) => holders.has(refused.item) && keys.includes(refused.key));
}
