// The placeholder for the cursor, and where it came to stand in the tree.

import type { NodePath } from "../../findings/finding.ts";
import type { MapNode, ScalarNode, SourceFile, TreeNode } from "../../syntax/tree.ts";

/** A word that no author writes, and that may stand as an id. */
export function markFor(text: string): string {
  let mark = "zqcursorqz";
  while (text.includes(mark)) mark += "z";
  return mark;
}

export interface Found {
  readonly copy: SourceFile;
  readonly path: NodePath;
  readonly at: "key" | "value";
  readonly scalar: ScalarNode;
  readonly map?: MapNode;
  /** Brackets and braces around the mark, outermost first. */
  readonly around: readonly TreeNode[];
}

export function findMark(copy: SourceFile, mark: string): Found | undefined {
  const visit = (
    node: TreeNode | undefined,
    path: NodePath,
    around: readonly TreeNode[],
  ): Found | undefined => {
    if (node === undefined) return undefined;
    if (node.kind === "scalar") {
      return node.text.includes(mark) ? { copy, path, at: "value", scalar: node, around } : undefined;
    }
    const within = node.flow ? [...around, node] : around;
    if (node.kind === "list")
      return firstFound(node.items.map((item, at) => () => visit(item, [...path, at], within)));
    return firstFound(
      node.entries.map(({ key, value, merged }) => () => {
        if (merged) return undefined;
        if (key.text.includes(mark)) return { copy, path, at: "key", scalar: key, map: node, around: within };
        return visit(value, [...path, key.text], within);
      }),
    );
  };
  return visit(copy.root, [], []);
}

function firstFound(attempts: readonly (() => Found | undefined)[]): Found | undefined {
  for (const attempt of attempts) {
    const found = attempt();
    if (found !== undefined) return found;
  }
  return undefined;
}
