import assert from "node:assert/strict";
import { analyseFixture } from "../testing/checkFindings.ts";

const workspace = (reference: string) => `#- ours.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  flow: {title: Help people home in time, lead: Chief Nurse, measures: [${reference}]}
#- flow.measures.yaml
measures:
  dtoc:
    title: Delayed transfers of care
    formerly: [delays]
    unit: percent
    better: lower
    owner: Chief Nurse
    baseline: {2025/26: 9.5}
    targets: {2028/29: 3}
    scopes:
      north: {title: North Kent, formerly: [kent], targets: {2028/29: 2}}
`;

describe("a scope", () => {
  for (const name of ["dtoc@north", "dtoc@kent", "delays@north", "delays@kent"]) {
    it(`is found as ${name}`, () => {
      const { model, findings } = analyseFixture(workspace(name));
      const links = model.links.filter(({ reference }) => reference.key === "measures");
      assert.deepEqual(
        links.map(({ to }) => to.id),
        ["dtoc@north"],
      );
      const old = findings.filter(({ rule }) => rule === "ref/old-name").map(({ message }) => message);
      assert.deepEqual(old, name === "dtoc@north" ? [] : [`"${name}" is now called "dtoc@north"`]);
    });
  }

  it("of another measure is not", () => {
    assert.deepEqual([...analyseFixture(workspace("waits@north")).model.unresolved.keys()].length, 1);
  });
});
