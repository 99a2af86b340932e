// The repairs of findings as they are offered: without those that would spoil a file. Each rule sees to that for its own;
// this is the net below all of them, for texts that nobody thought of.

import { readsWorse, withEdits } from "../edit/readsWorse.ts";
import type { FileEdit, Finding, Fix } from "../findings/finding.ts";
import type { SourceFile } from "../syntax/tree.ts";
import { getOrAdd, groupBy } from "../text/maps.ts";
import { type Analysis, fixesOf } from "./analyse.ts";

export function offerFixes(
  findings: readonly Finding[],
  analysis: Analysis,
): ReadonlyMap<Finding, readonly Fix[]> {
  const made = findings.map((finding) => [finding, fixesOf(finding, analysis)] as const);
  const spoiling = spoilingFixes(
    made.flatMap(([, fixes]) => fixes),
    analysis,
  );
  return new Map(made.map(([finding, fixes]) => [finding, fixes.filter((fix) => !spoiling.has(fix))]));
}

/**
 * Those after which a file reads worse that could be read whole; what the damage of others hid may come to light. Fixes of
 * different places are tried together, so that the many of a long file cost little more than one.
 */
export function spoilingFixes(fixes: readonly Fix[], analysis: Analysis): ReadonlySet<Fix> {
  const spoiling = new Set<Fix>();
  for (const [path, changes] of changesOf(fixes)) {
    const source = analysis.files.get(path)?.source;
    if (source === undefined || source.damaged.length > 0) continue;
    for (const layer of layersOf(changes))
      for (const { from } of findSpoiling(source, layer)) for (const fix of from) spoiling.add(fix);
  }
  return spoiling;
}

/** What one fix does to a file, or several that do the same. */
interface Change {
  readonly edits: readonly FileEdit[];
  readonly from: Fix[];
}

function changesOf(fixes: readonly Fix[]): ReadonlyMap<string, readonly Change[]> {
  const files = new Map<string, Map<string, Change>>();
  for (const fix of fixes) {
    for (const [path, edits] of groupBy(fix.edits, ({ file }) => file)) {
      const changes = getOrAdd(files, path, () => new Map<string, Change>());
      getOrAdd(changes, JSON.stringify(edits), (): Change => ({ edits, from: [] })).from.push(fix);
    }
  }
  return new Map([...files].map(([path, changes]) => [path, [...changes.values()]]));
}

/** In each layer, changes that lie one behind the other. */
function layersOf(changes: readonly Change[]): readonly (readonly Change[])[] {
  const layers: { readonly changes: Change[]; end: number }[] = [];
  const inOrder = changes
    .map((change) => ({
      change,
      start: change.edits.reduce((first, { span }) => Math.min(first, span.start), Number.POSITIVE_INFINITY),
      end: change.edits.reduce((last, { span }) => Math.max(last, span.end), 0),
    }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  for (const { change, start, end } of inOrder) {
    const layer = layers.find((one) => one.end <= start);
    if (layer === undefined) layers.push({ changes: [change], end });
    else {
      layer.changes.push(change);
      layer.end = end;
    }
  }
  return layers.map((layer) => layer.changes);
}

/** Tried by halves where some of them spoil the file. */
function findSpoiling(source: SourceFile, changes: readonly Change[]): readonly Change[] {
  const after = withEdits(
    source,
    changes.flatMap(({ edits }) => edits),
  );
  if (!readsWorse(source, after)) return [];
  if (changes.length === 1) return changes;
  const half = changes.length >> 1;
  return [...findSpoiling(source, changes.slice(0, half)), ...findSpoiling(source, changes.slice(half))];
}
