import assert from "node:assert/strict";
import { analyseFixture } from "../../testing/checkFindings.ts";
import { fixesOf } from "../../workspace/analyse.ts";

function fixesFor(text: string): number {
  const analysis = analyseFixture(`#- a.strategy.yaml\n${text}`);
  const found = analysis.findings.find(({ rule }) => rule === "yaml/duplicate-key");
  assert.ok(found !== undefined);
  return fixesOf(found, analysis).length;
}

describe("repairs of yaml/duplicate-key", () => {
  it("take no name away that an alias needs", () => {
    assert.equal(fixesFor("a: &x\nb: *x\na:\n"), 0);
    assert.equal(fixesFor("a: {c: &x 1}\nb: *x\na:\n"), 0);
    assert.equal(fixesFor("a: this & that\nb: 1\na:\n"), 1);
  });
});
