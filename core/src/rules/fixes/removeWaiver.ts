// Takes a waiver out of its item.

import { removeEntry } from "../../edit/removeEntry.ts";
import type { Fix, FixSafety, NodePath } from "../../findings/finding.ts";
import { findNode } from "../../syntax/tree.ts";
import type { FixContext } from "../rule.ts";

/** With its last entry the key "waive" goes too. */
export function removeWaiver(
  { finding, facts, source }: FixContext<{ readonly path: NodePath }>,
  title: string,
  safety: FixSafety,
): readonly Fix[] {
  const file = source(finding.file);
  if (file === undefined) return [];
  const waivers = findNode(file.root, facts.path.slice(0, -1));
  const isOnly = waivers?.kind === "map" && waivers.entries.length === 1;
  const edits = removeEntry(file, isOnly ? facts.path.slice(0, -1) : facts.path);
  if (edits === undefined) return [];
  return [{ title, safety, edits: edits.map((edit) => ({ file: finding.file, ...edit })) }];
}
