// Targets with signs that YAML cannot read, such as `>= 95`: told in the words of the rule about targets, because the
// author meant a target and no text.

import type { Refusal } from "../findings/finding.ts";
import { isQuotesNeeded, refuse } from "./refusals.ts";
import type { TreeNode } from "./tree.ts";

/** The refusals, those of unreadable texts below a key `targets` turned into unreadable targets. */
export function asTargets(root: TreeNode | undefined, text: string, refusals: readonly Refusal[]): Refusal[] {
  return refusals.map((refusal) => {
    if (!isQuotesNeeded(refusal) || refusal.facts.cause !== "start") return refusal;
    const { whole } = refusal.facts;
    if (!("span" in refusal.place) || !isTarget(keysAbove(root, whole.start))) return refusal;
    const written = text.slice(whole.start, whole.end).replace(/\s*\n\s*/g, " ");
    const { file, span } = refusal.place;
    return { ...refuse("measure/target-unreadable", file, span, { text: written }), value: written };
  });
}

function isTarget(keys: readonly string[]): boolean {
  const last = keys.at(-1) ?? "";
  return keys.includes("targets") && last !== "basis" && last !== "note";
}

/** The keys of the maps around an offset, outermost first. */
function keysAbove(root: TreeNode | undefined, offset: number): string[] {
  const keys: string[] = [];
  let node = root;
  while (node !== undefined && node.kind !== "scalar") {
    const entries =
      node.kind === "map" ? node.entries : node.items.map((value) => ({ key: undefined, value }));
    const around = entries.find(({ value }) => value !== undefined && holds(value, offset));
    if (around?.key !== undefined) keys.push(around.key.text);
    node = around?.value;
  }
  return keys;
}

function holds({ span }: TreeNode, offset: number): boolean {
  return span.start <= offset && offset < span.end;
}
