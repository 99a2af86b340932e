// What holds for every file that was read, however broken it is: all places stand in its text, and nothing was given up.

import assert from "node:assert/strict";
import type { SourceFile, TreeNode } from "../syntax/tree.ts";
import type { Span } from "../text/span.ts";

/** What holds for every file, however broken. */
export function checkSource(file: SourceFile): SourceFile {
  const { text } = file;
  const isInside = ({ start, end }: Span) => 0 <= start && start <= end && end <= text.length;
  for (const refusal of file.refusals) {
    assert.ok(isInside(spanOf(refusal.place)), `${refusal.rule} stands in the file`);
    const facts: unknown = refusal.facts;
    const isOurs =
      typeof facts === "object" && facts !== null && "cause" in facts && facts.cause === "stopped";
    assert.ok(!isOurs, `the reading stopped: ${JSON.stringify(text)}`);
  }
  for (const span of file.damaged) assert.ok(isInside(span));
  checkNode(file, file.root, isInside);
  const isBroken = file.refusals.length > 0;
  if (!isBroken) assert.deepEqual(file.damaged, [], "what is damaged has a finding");
  return file;
}

function spanOf(place: SourceFile["refusals"][number]["place"]): Span {
  assert.ok("span" in place, "the syntax stage knows where it is");
  return place.span;
}

function checkNode(file: SourceFile, node: TreeNode | undefined, isInside: (span: Span) => boolean): void {
  if (node === undefined) return;
  assert.ok(isInside(node.span), "a value stands in the file");
  if (node.kind === "scalar") {
    const written = file.text.slice(node.span.start, node.span.end);
    if (node.style === "plain" && !written.includes("\n")) assert.equal(written, node.text);
    return;
  }
  for (const child of node.kind === "list" ? node.items : node.entries.map(({ value }) => value)) {
    checkNode(file, child, isInside);
  }
  if (node.kind !== "map") return;
  for (const entry of node.entries) {
    assert.ok(isInside(entry.span) && isInside(entry.key.span));
    assert.ok(entry.span.start === entry.key.span.start && entry.span.end >= entry.key.span.end);
  }
}
