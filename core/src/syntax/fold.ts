// Folds texts and values before they are compared, so that a reflowed sentence, other quotes or another order of keys
// is no change.

import { scalarText, type TreeNode } from "./tree.ts";

/** Composed letters, single spaces, plain quotes and dashes. */
export function foldText(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[‘’‚‛]/g, "'")
    .replace(/[“”„‟]/g, '"')
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/[\s\u00a0\u200b\ufeff]+/g, " ")
    .trim();
}

/** Numbers count by value in some places; where a text is meant, `1.10` is not `1.1`. */
export type Reading = "text" | "value";

/** Two nodes with the same fold say the same. Maps by key in any order, lists in theirs; nothing is the same as empty. */
export function foldNode(node: TreeNode | undefined, reading: Reading): string {
  return JSON.stringify(foldValue(node, reading) ?? null);
}

function foldValue(node: TreeNode | undefined, reading: Reading): unknown {
  if (node === undefined) return undefined;
  if (node.kind === "scalar") {
    if (node.value === null) return undefined;
    return reading === "value" && typeof node.value === "number" ? node.value : foldText(node.text);
  }
  if (node.kind === "list") return node.items.map((item) => foldValue(item, reading) ?? null);
  return Object.fromEntries(
    node.entries
      .map((entry) => [entry.key.text, foldValue(entry.value, reading) ?? null] as const)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  );
}

/** A value as a person reads it in one line; empty where nothing is written. */
export function sayNode(node: TreeNode | undefined): string {
  if (node === undefined) return "";
  if (node.kind === "scalar") return foldText(scalarText(node) ?? "");
  if (node.kind === "list")
    return node.items
      .map(sayNode)
      .filter((text) => text !== "")
      .join(", ");
  return node.entries
    .map(({ key, value }) => (value === undefined ? key.text : `${key.text}: ${sayInside(value)}`))
    .join(", ");
}

function sayInside(node: TreeNode): string {
  return node.kind === "scalar" ? sayNode(node) : `(${sayNode(node)})`;
}

/** The words of a title, for comparing two. */
export function wordsOf(text: string): string[] {
  return (
    foldText(text)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
