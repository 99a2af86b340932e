import assert from "node:assert/strict";
import { lookUpFixture } from "../testing/cursor.ts";
import { aboutFile } from "./aboutFile.ts";

const TWO = `
#- stratkit.config.yaml
extends: draft
#- a.strategy.yaml
title: Over
period: 2020/21 to 2022/23
status: closed
objectives: {x: {title: X}}
#- b.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
#- people.enabler-strategy.yaml
title: People
strategy: a
#- m.measures.yaml
measures: {}
`;

describe("about a file", () => {
  it("says what its name makes of it, and the coverage of its strategy", () => {
    const { analysis } = lookUpFixture(TWO).lookup;
    assert.deepEqual(aboutFile(analysis, "people.enabler-strategy.yaml"), {
      recognised: 'enabler strategy "people"',
      profile: "draft",
      coverage: { line: "1 objective · 0% measured", deep: 0 },
    });
  });

  it("of what belongs to no strategy says that of the first one that is not over", () => {
    const { analysis } = lookUpFixture(TWO).lookup;
    const lines = ["m.measures.yaml", "stratkit.config.yaml"].map((path) => {
      const { recognised, coverage } = aboutFile(analysis, path);
      return [recognised, coverage?.line];
    });
    assert.deepEqual(lines, [
      ['measures library "m"', "no objectives · 0% measured"],
      ["settings of the workspace", "no objectives · 0% measured"],
    ]);
  });

  it("does not take another file for one of a strategy, nor a folder for one that has a strategy", () => {
    const { analysis } = lookUpFixture(TWO).lookup;
    assert.equal(aboutFile(analysis, "notes.yaml").recognised, undefined);
    const alone = lookUpFixture("#- m.measures.yaml\nmeasures: {}\n").lookup.analysis;
    assert.equal(aboutFile(alone, "m.measures.yaml").coverage, undefined);
  });
});
