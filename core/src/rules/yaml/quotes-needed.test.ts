import assert from "node:assert/strict";
import { analyseFixture } from "../../testing/checkFindings.ts";
import { fixesOf } from "../../workspace/analyse.ts";

function fixesFor(text: string): number[] {
  const analysis = analyseFixture(`#- a.strategy.yaml\n${text}`);
  const own = analysis.findings.filter(({ rule }) => rule === "yaml/quotes-needed");
  assert.ok(own.length > 0);
  return own.map((finding) => fixesOf(finding, analysis).length);
}

describe("repairs of yaml/quotes-needed", () => {
  it("are none where the quotes are there already", () => {
    assert.deepEqual(fixesFor("- [f\n\t\n o]"), [1]);
    assert.deepEqual(fixesFor('- [f\n\t\n "o"]'), [0]);
  });
});
