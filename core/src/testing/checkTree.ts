// Tests look at the trees of the editor as indented lines: `! kind: title [what is said beside it]`, and groups of
// findings with their entries.

import assert from "node:assert/strict";
import type { StrategyNode } from "../features/strategyTree/node.ts";
import { strategyTree, strategyTreeAt } from "../features/strategyTree.ts";
import { toFix } from "../features/toFix.ts";
import type { Lookup } from "../lookup/lookup.ts";
import type { CheckOptions } from "./checkFindings.ts";
import { lookUpFixture, showPlace } from "./cursor.ts";

export function checkTree(fixture: string, expected: string, options: CheckOptions = {}): void {
  const { lookup } = lookUpFixture(fixture, options);
  const lines = linesBelow(lookup, undefined, 0);
  assert.equal(lines.join("\n"), expected.replace(/^\n/, "").trimEnd());
}

function linesBelow(lookup: Lookup, parent: string | undefined, depth: number): string[] {
  return strategyTree(lookup, parent).flatMap((node) => {
    const below = linesBelow(lookup, node.id, depth + 1);
    assert.equal(below.length > 0, node.hasChildren, node.id);
    return [`${"  ".repeat(depth)}${lineOf(node)}`, ...below];
  });
}

function lineOf({ isGap, kindWord, label, description }: StrategyNode): string {
  const said = description === "" ? "" : ` [${description}]`;
  return `${isGap ? "! " : ""}${kindWord}: ${label}${said}`;
}

/** The titles from the top to what stands at the cursor. */
export function checkTreeAt(fixture: string, expected: readonly string[]): void {
  const { lookup, path, offset } = lookUpFixture(fixture);
  assert.deepEqual(
    strategyTreeAt(lookup, path, offset).map(({ label }) => label),
    expected,
  );
}

/** `severity: headline`, and below it `label (place)`. */
export function checkToFix(fixture: string, expected: string, options: CheckOptions = {}): void {
  const { analysis } = lookUpFixture(fixture, options).lookup;
  const lines = toFix(analysis).groups.flatMap(({ severity, headline, entries }) => [
    `${severity}: ${headline}`,
    ...entries.map(({ label, finding }) => `  ${label} (${showPlace(analysis, finding.file, finding.span)})`),
  ]);
  assert.equal(lines.join("\n"), expected.replace(/^\n/, "").trimEnd());
}
