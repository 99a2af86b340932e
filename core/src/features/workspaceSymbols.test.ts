import assert from "node:assert/strict";
import { checkWorkspaceSymbols } from "../testing/checkFeatures.ts";
import { lookUpFixture } from "../testing/cursor.ts";
import { workspaceSymbols } from "./workspaceSymbols.ts";

const FILES = `
#- acute.measures.yaml
measures:
  bed-days: {title: Days in bed}
  beds: {title: Occupied beds, scopes: {north: {title: Beds in the north}}}
  readmissions: {title: Emergency readmissions}
#- trust.strategy.yaml
title: Our strategy
period: 2026/27
objectives: {beds: {title: Have enough room}}
`;

describe("workspace symbols", () => {
  it("put exact ids first, then beginnings, then what holds the words", () => {
    checkWorkspaceSymbols(FILES, "beds", [
      "Occupied beds [beds]",
      "Have enough room [trust/beds]",
      "Beds in the north [beds@north]",
    ]);
    checkWorkspaceSymbols(FILES, "bed", [
      "Days in bed [bed-days]",
      "Occupied beds [beds]",
      "Beds in the north [beds@north]",
      "Have enough room [trust/beds]",
    ]);
  });

  it("find words of titles in any order and case, and full names", () => {
    checkWorkspaceSymbols(FILES, "READM emerg", ["Emergency readmissions [readmissions]"]);
    checkWorkspaceSymbols(FILES, "trust/beds", ["Have enough room [trust/beds]"]);
    checkWorkspaceSymbols(FILES, "nothing like it", []);
  });

  it("B51 come from files that were never opened, and from all roots", () => {
    const [one, other] = [lookUpFixture(FILES).lookup, lookUpFixture(FILES).lookup];
    const found = workspaceSymbols([one, other], "readmissions");
    assert.deepEqual(
      found.map(({ lookup }) => lookup === one),
      [true, false],
    );
  });

  it("are 200 at most", () => {
    const many = Array.from({ length: 300 }, (_, at) => `  m${at}: {title: Measure ${at}}`).join("\n");
    const { lookup } = lookUpFixture(`#- a.measures.yaml\nmeasures:\n${many}\n`);
    assert.equal(workspaceSymbols([lookup], "measure").length, 200);
    assert.equal(workspaceSymbols([lookup], "m299")[0]?.detail, "m299");
    assert.equal(workspaceSymbols([lookup], "").length, 200);
  });
});
