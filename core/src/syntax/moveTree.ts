// The tree of a text into which something was typed: what stands behind it moves along, and what stands before it is the
// tree of before itself.

import type { TextEdit } from "../text/edits.ts";
import type { Span } from "../text/span.ts";
import { mapNode } from "./mapNode.ts";
import type { Entry, ScalarNode, TreeNode } from "./tree.ts";

export interface Movement {
  readonly edit: TextEdit;
  /** The value that was typed in, before and now. */
  readonly typed: readonly [ScalarNode, ScalarNode] | undefined;
}

/** What ends where the edit begins takes it in: something was typed at its end. */
export function moveSpan(edit: TextEdit, { start, end }: Span): Span {
  return { start: moveStart(edit, start), end: end >= edit.span.end ? end + growthOf(edit) : end };
}

export function moveStart(edit: TextEdit, start: number): number {
  return start > edit.span.start ? start + growthOf(edit) : start;
}

function growthOf({ span, newText }: TextEdit): number {
  return newText.length - (span.end - span.start);
}

export function moveNode(node: TreeNode, movement: Movement): TreeNode {
  const { edit, typed } = movement;
  if (node.span.end < edit.span.start) return node;
  if (node === typed?.[0]) return typed[1];
  switch (node.kind) {
    case "scalar":
      return moveScalar(node, movement);
    case "list":
      return {
        kind: "list",
        span: moveSpan(edit, node.span),
        flow: node.flow,
        items: node.items.map((item) => item && moveNode(item, movement)),
      };
    case "map":
      return mapNode(
        moveSpan(edit, node.span),
        node.flow,
        node.entries.map((entry) => moveEntry(entry, movement)),
      );
  }
}

function moveEntry(entry: Entry, movement: Movement): Entry {
  const { key, value, span, merged } = entry;
  if (span.end < movement.edit.span.start) return entry;
  return {
    key: key.span.end < movement.edit.span.start ? key : moveScalar(key, movement),
    value: value && moveNode(value, movement),
    span: moveSpan(movement.edit, span),
    merged,
  };
}

/** Written out, because copies by `...` took most of the time of moving a tree. */
function moveScalar({ span, text, value, style }: ScalarNode, { edit }: Movement): ScalarNode {
  return { kind: "scalar", span: moveSpan(edit, span), text, value, style };
}
