import assert from "node:assert/strict";
import { analyse, createEngine, emptyWorkspace, parseDay, textFile, withFile } from "@stratkit/core";
import { checkOutput } from "../src/checkReport.ts";

const LIBRARY = `
measures:
  early-help:
    title: Help within two weeks
    unit: percent
    better: higher
    baseline: {2025/26: 50}
    targets: {2026/27: 60}
    owner: Medical Director
    description: People seen within two weeks of the referral, of all who were referred
    data-source: Referral list
    frequency: monthly
`;

describe("the report of a check", () => {
  it("finds lines and columns without reading a file once more", () => {
    const engine = createEngine();
    let reads = 0;
    const read: typeof engine.read = (file) => {
      reads += 1;
      return engine.read(file);
    };
    const workspace = withFile(
      emptyWorkspace(parseDay("2026-11-22") ?? 0),
      textFile("trust.measures.yaml", LIBRARY),
    );
    const analysis = analyse(workspace, { ...engine, read });
    const readBefore = reads;
    const output = checkOutput(analysis, {
      root: "",
      configPath: "stratkit.config.yaml",
      isWanted: () => true,
      isCountedFile: () => true,
      show: "info",
      fixesOf: () => [],
    });
    assert.deepEqual(
      output.findings.map(({ ruleId, range }) => [ruleId, range.start.line, range.start.column]),
      [["trace/measure-unused", 3, 3]],
    );
    assert.ok(readBefore > 0);
    assert.equal(reads, readBefore);
  });
});
