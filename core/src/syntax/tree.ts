// What a YAML file says and where it says it: a plain tree with spans. Everything above the syntax stage reads this,
// never the YAML library's own objects.

import type { NodePath, Refusal } from "../findings/finding.ts";
import type { LineIndex } from "../text/lines.ts";
import type { Span } from "../text/span.ts";

export type ScalarStyle = "plain" | "single" | "double" | "literal" | "folded";

export interface ScalarNode {
  readonly kind: "scalar";
  /** From the first to the last character, quotes included. Of an alias: where the anchored text stands. */
  readonly span: Span;
  /** The text as the author wrote it, without quotes and escapes: `1.10` stays `1.10`, `95%` stays `95%`. */
  readonly text: string;
  /** As YAML 1.2 core reads it: number for `5`, null for `~`, true for `true`, else text. */
  readonly value: string | number | boolean | null;
  readonly style: ScalarStyle;
}

export interface Entry {
  readonly key: ScalarNode;
  /** Undefined where nothing (or only a comment) stands after the colon. */
  readonly value: TreeNode | undefined;
  /** From the key's first character to the value's last. */
  readonly span: Span;
  /** Came in by a merge key (`<<`), so it defines nothing anew. */
  readonly merged: boolean;
}

export interface MapNode {
  readonly kind: "map";
  readonly span: Span;
  readonly flow: boolean;
  /** In the author's order. A repeated key keeps its last value, as YAML reads it (finding yaml/duplicate-key). */
  readonly entries: readonly Entry[];
  /** In large maps only, because every item of a file is looked up by its path. */
  readonly byKey?: ReadonlyMap<string, Entry>;
}

export interface ListNode {
  readonly kind: "list";
  readonly span: Span;
  readonly flow: boolean;
  /** Undefined for an item without a value. */
  readonly items: readonly (TreeNode | undefined)[];
}

export type TreeNode = ScalarNode | MapNode | ListNode;

/** One file as read: never throws away what could be read, and says what could not. */
export interface SourceFile {
  /** Relative to the workspace root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** True where it is surely of ASCII's signs alone, without anything that nobody sees or that word processors set. */
  readonly isPlain?: boolean;
  readonly lines: LineIndex;
  readonly root: TreeNode | undefined;
  /** What the syntax stage refused, in the order of the text. */
  readonly refusals: readonly Refusal[];
  /** Stretches whose meaning is lost; later stages say nothing inside them. Not empty means that the file is damaged. */
  readonly damaged: readonly Span[];
}

export function findEntry(node: TreeNode | undefined, key: string): Entry | undefined {
  if (node?.kind !== "map") return undefined;
  if (node.byKey !== undefined) return node.byKey.get(key);
  for (const entry of node.entries) if (entry.key.text === key) return entry;
  return undefined;
}

export function findValue(node: TreeNode | undefined, key: string): TreeNode | undefined {
  return findEntry(node, key)?.value;
}

/** The value at a path, or undefined where nothing stands there. */
export function findNode(root: TreeNode | undefined, path: NodePath): TreeNode | undefined {
  let node = root;
  for (const step of path) {
    if (node === undefined) return undefined;
    if (node.kind === "list") node = typeof step === "number" ? node.items[step] : undefined;
    else node = findValue(node, String(step));
  }
  return node;
}

/** The text of a plain value, as written; undefined for maps, lists and empty values. */
export function scalarText(node: TreeNode | undefined): string | undefined {
  return node?.kind === "scalar" && node.value !== null ? node.text : undefined;
}
