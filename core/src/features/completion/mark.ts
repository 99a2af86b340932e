// The placeholder for the cursor, and where it came to stand in the tree.

import type { NodePath } from "../../findings/finding.ts";
import type { ListNode, MapNode, ScalarNode, SourceFile, TreeNode } from "../../syntax/tree.ts";

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

/** The plain text on one line in which a place stands, as a mark put there would be found in it. */
export function findText(source: SourceFile, offset: number): Found | undefined {
  const path: (string | number)[] = [];
  const around: TreeNode[] = [];
  let node = source.root;
  while (node !== undefined && node.kind !== "scalar") {
    if (node.flow) around.push(node);
    const [step, child] = childAt(node, offset) ?? [];
    if (step === undefined) return undefined;
    path.push(step);
    node = child;
  }
  if (node?.style !== "plain" || source.text.slice(node.span.start, node.span.end) !== node.text)
    return undefined;
  return { copy: source, path, at: "value", scalar: node, around };
}

function childAt(
  node: MapNode | ListNode,
  offset: number,
): readonly [step: string | number, child: TreeNode] | undefined {
  const isAt = (child: TreeNode | undefined) =>
    child !== undefined && child.span.start <= offset && offset <= child.span.end;
  if (node.kind === "list") {
    const at = node.items.findIndex(isAt);
    const child = node.items[at];
    return child === undefined ? undefined : [at, child];
  }
  const entry = node.entries.find(({ value, merged }) => !merged && isAt(value));
  return entry?.value === undefined ? undefined : [entry.key.text, entry.value];
}

function firstFound(attempts: readonly (() => Found | undefined)[]): Found | undefined {
  for (const attempt of attempts) {
    const found = attempt();
    if (found !== undefined) return found;
  }
  return undefined;
}
