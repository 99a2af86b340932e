// The quick reader's maps: only such as need no judging.

import type { Span } from "../text/span.ts";
import { mapNode } from "./mapNode.ts";
import { handOver } from "./quickScan.ts";
import type { Entry, MapNode } from "./tree.ts";

/** Below this many entries comparing each with each is quicker than a set. */
const FEW = 13;

/** Repeated keys are for the tolerant reader, which says so. */
export function uniqueMap(span: Span, flow: boolean, entries: readonly Entry[]): MapNode {
  if (entries.length < FEW) {
    for (let at = 1; at < entries.length; at += 1) {
      for (let before = 0; before < at; before += 1) {
        if (entries[at]?.key.text === entries[before]?.key.text) handOver();
      }
    }
  } else if (new Set(entries.map(({ key }) => key.text)).size < entries.length) handOver();
  return mapNode(span, flow, entries);
}
