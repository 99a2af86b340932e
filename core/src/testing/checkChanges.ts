// The one place where tests ask for the changes between two workspaces: the named ones, and no others, must come out.
// Each comparison is also made backwards and with itself.

import assert from "node:assert/strict";
import { changeKind } from "../diff/catalogue.ts";
import type { Change } from "../diff/change.ts";
import { type CompareFacts, type Comparison, compareAnalyses } from "../diff/compare.ts";
import { analyseFixture } from "./checkFindings.ts";

/** Changes as `class id entity field`, in any order. */
export function checkChanges(
  base: string,
  head: string,
  expected: readonly string[],
  facts?: CompareFacts,
): Comparison {
  const [old, now] = [analyseFixture(base), analyseFixture(head)];
  const comparison = compareAnalyses(old, now, facts);
  const found = comparison.changes.map(sayChange);
  assert.deepEqual([...found].sort(), [...expected].sort(), explain(comparison));
  checkMirror(comparison, compareAnalyses(now, old, mirrored(facts)));
  assert.deepEqual(compareAnalyses(old, old, facts && { ...facts, head: facts.base ?? {} }).changes, []);
  assert.deepEqual(compareAnalyses(now, now, facts && { ...facts, base: facts.head ?? {} }).changes, []);
  return comparison;
}

function mirrored(facts: CompareFacts | undefined): CompareFacts {
  return { ...(facts?.head && { base: facts.head }), ...(facts?.base && { head: facts.base }) };
}

export function sayChange(change: Change): string {
  return [change.class, change.changeId, change.entity.id, change.field ?? ""].join(" ").trim();
}

/** The opposite comparison says the opposite: every change by its mirror, with old and new in each other's place. */
export function checkMirror(there: Comparison, back: Comparison): void {
  const values = (id: string, old: string | undefined, now: string | undefined) =>
    `${id}: ${old ?? ""} > ${now ?? ""}`;
  const mirrored = there.changes.flatMap((change) => {
    const mirror = changeKind(change.changeId)?.mirror;
    if (mirror === undefined || isOneWay(change)) return [];
    return [values(mirror === "itself" ? change.changeId : mirror, change.new, change.old)];
  });
  const found = back.changes
    .filter((change) => changeKind(change.changeId)?.mirror !== undefined && !isOneWay(change))
    .map((change) => values(change.changeId, change.old, change.new));
  assert.deepEqual(
    [...mirrored].sort(),
    [...found].sort(),
    `there:\n${explain(there)}back:\n${explain(back)}`,
  );
}

/**
 * What has no opposite of its own. An id that is used again has none by definition, and so has what it looks like
 * backwards; entries that a record gains are ordinary, and their loss is another judgement.
 */
function isOneWay({ changeId }: Change): boolean {
  return ["judgement-rewritten", "report-added", "report-removed", "item-retired", "item-unretired"].includes(
    changeId,
  );
}

function explain({ changes, complete }: Comparison): string {
  return `found (complete: ${complete}):\n${changes.map((change) => `  ${sayChange(change)} | ${change.message} | ${change.why}`).join("\n")}\n`;
}
