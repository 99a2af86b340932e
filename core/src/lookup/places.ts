// Finds paths in the texts of files again and again: keys of large maps are indexed once.

import type { NodePath } from "../findings/finding.ts";
import type { Entry, MapNode, ScalarNode, SourceFile, TreeNode } from "../syntax/tree.ts";
import type { Span } from "../text/span.ts";

export interface FoundPlace {
  /** Of a path that ends in a key. */
  readonly entry?: Entry;
  readonly node: TreeNode | undefined;
}

export type Locate = (source: SourceFile, path: NodePath) => FoundPlace | undefined;

const LARGE = 24;

export function createLocator(): Locate {
  const indexes = new Map<MapNode, ReadonlyMap<string, Entry>>();
  const findIn = (map: MapNode, key: string): Entry | undefined => {
    if (map.entries.length < LARGE) return map.entries.find((entry) => entry.key.text === key);
    let index = indexes.get(map);
    if (index === undefined) {
      index = new Map(map.entries.map((entry) => [entry.key.text, entry]));
      indexes.set(map, index);
    }
    return index.get(key);
  };
  return (source, path) => {
    let found: FoundPlace = { node: source.root };
    for (const step of path) {
      const { node } = found;
      if (node?.kind === "list" && typeof step === "number") {
        if (!(step in node.items)) return undefined;
        found = { node: node.items[step] };
        continue;
      }
      const entry = node?.kind === "map" ? findIn(node, String(step)) : undefined;
      if (entry === undefined) return undefined;
      found = { entry, node: entry.value };
    }
    return found;
  };
}

/**
 * Where some of a text stands inside a scalar, without its quotes; undefined where escapes or folded lines hide it,
 * because a place that is not exactly the word must never be shown or changed.
 */
export function spanWithin(
  source: SourceFile,
  scalar: ScalarNode,
  part: { readonly start: number; readonly text: string },
): Span | undefined {
  const quoted = scalar.style === "single" || scalar.style === "double" ? 1 : 0;
  const start = scalar.span.start + quoted + part.start;
  const span = { start, end: start + part.text.length };
  return source.text.slice(span.start, span.end) === part.text ? span : undefined;
}
