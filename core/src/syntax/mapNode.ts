// Makes the map of entries that were read, so that every reader makes the same.

import type { Span } from "../text/span.ts";
import type { Entry, MapNode } from "./tree.ts";

/** Below this many entries a search is quicker than an index. */
const LARGE_MAP = 32;

export function mapNode(span: Span, flow: boolean, entries: readonly Entry[]): MapNode {
  const map = { kind: "map", span, flow, entries } as const;
  return entries.length < LARGE_MAP ? map : { ...map, byKey: indexEntries(entries) };
}

/** Of two with one key the first, as a search finds it. */
function indexEntries(entries: readonly Entry[]): Map<string, Entry> {
  const byKey = new Map<string, Entry>();
  for (const entry of entries) if (!byKey.has(entry.key.text)) byKey.set(entry.key.text, entry);
  return byKey;
}
