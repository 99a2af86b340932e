// Merge keys (`<<: *base`): which entries they bring into a map, and which of them give way.

import type { Entry } from "./tree.ts";

/** What a merge key brings in, or undefined where the entry is none. */
export function mergedEntries(entry: Entry): readonly Entry[] | undefined {
  if (entry.key.text !== "<<" || entry.key.style !== "plain") return undefined;
  const sources = entry.value?.kind === "list" ? entry.value.items : [entry.value];
  if (!sources.every((source) => source === undefined || source.kind === "map")) return undefined;
  return sources.flatMap((source) => (source?.kind === "map" ? source.entries : []));
}

export interface Merge {
  /** How many entries of the map's own stand before it. */
  readonly before: number;
  readonly entries: readonly Entry[];
}

/** A key written in the map itself goes before a merged one, an earlier merge before a later one. */
export function withMerged(own: readonly Entry[], kept: readonly Entry[], merges: readonly Merge[]): Entry[] {
  const seen = new Set(kept.map((entry) => entry.key.text));
  const entries: Entry[] = [];
  const stays = new Set(kept);
  for (let at = 0; at <= own.length; at += 1) {
    for (const merge of merges) {
      if (merge.before !== at) continue;
      for (const entry of merge.entries) {
        if (seen.has(entry.key.text)) continue;
        seen.add(entry.key.text);
        entries.push({ ...entry, merged: true });
      }
    }
    const entry = own[at];
    if (entry !== undefined && stays.has(entry)) entries.push(entry);
  }
  return entries;
}
