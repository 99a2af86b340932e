// Tells text that stands at its place from text that came there by an alias or a merge key and belongs elsewhere too.

import type { NodePath } from "../findings/finding.ts";
import { findEntry, findNode, type SourceFile } from "../syntax/tree.ts";
import { contains } from "../text/span.ts";

/** False where an alias or a merge key stands on the way, so that the text belongs to another thing too. */
export function isWrittenThere(file: SourceFile, path: NodePath): boolean {
  return path.every((step, depth) => {
    const outer = findNode(file.root, path.slice(0, depth));
    const inner = findNode(file.root, path.slice(0, depth + 1));
    const entry = findEntry(outer, String(step));
    const around = outer?.kind === "map" ? entry?.span : outer?.span;
    return (
      entry?.merged !== true && around !== undefined && inner !== undefined && contains(around, inner.span)
    );
  });
}
