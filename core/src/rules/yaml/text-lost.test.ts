import assert from "node:assert/strict";
import { analyseFixture } from "../../testing/checkFindings.ts";
import { fixesOf } from "../../workspace/analyse.ts";

function fixesFor(text: string): number {
  const analysis = analyseFixture(`#- a.strategy.yaml\n${text}`);
  const found = analysis.findings.find(({ rule }) => rule === "yaml/text-lost");
  assert.ok(found !== undefined);
  return fixesOf(found, analysis).length;
}

describe("repairs of yaml/text-lost", () => {
  it("take no name away that an alias needs", () => {
    assert.equal(fixesFor("d: ! &one\na: *one\n"), 0);
    assert.equal(fixesFor("d: !Wow now &more\n"), 1);
  });
});
