import assert from "node:assert/strict";
import { testEngine } from "../testing/checkFindings.ts";
import { fixtureWorkspace, parseFixture } from "../testing/fixture.ts";
import { analyse } from "./analyse.ts";
import { type FixChoice, type FixResult, fixAll } from "./fixAll.ts";
import type { Workspace } from "./workspace.ts";

function fix(text: string, choice: FixChoice, change: Partial<Workspace> = {}): FixResult {
  const workspace = { ...fixtureWorkspace(parseFixture(text)), ...change };
  const request = { choice, isWanted: () => true, read: () => undefined };
  return fixAll(analyse(workspace, testEngine), request);
}

function textOf({ analysis }: FixResult, path: string): string | undefined {
  return analysis.workspace.files.get(path)?.text;
}

const TWO_SLIPS = `
#- trust.strategy.yaml
title: Ours
period: 2026-27 to 2028/29  # three years
objectives:
  cut-waiting: {title: Cut waiting, lead: Chair, done-when:Nobody waits}
`;

describe("fixing a whole workspace", () => {
  it("goes on until repairs have opened the way to no others", () => {
    const result = fix(TWO_SLIPS, "safe");
    const text = textOf(result, "trust.strategy.yaml") ?? "";
    assert.match(text, /^period: 2026\/27 to 2028\/29 {2}# three years$/m);
    assert.match(text, /done-when: Nobody waits/);
    assert.equal(result.applied.length, 2);
    assert.deepEqual(
      result.analysis.findings.filter((finding) => finding.severity === "error"),
      [],
    );
  });

  it("changes nothing where nothing may be repaired", () => {
    const workspace = fixtureWorkspace(parseFixture(TWO_SLIPS));
    const analysis = analyse(workspace, testEngine);
    const request = { choice: "safe" as const, isWanted: () => false, read: () => undefined };
    assert.equal(fixAll(analysis, request).analysis, analysis);
  });

  it("leaves a file alone that is not UTF-8", () => {
    const { files } = fixtureWorkspace(parseFixture(TWO_SLIPS));
    const foreign = new Map(
      [...files].map(([path, file]) => [path, { ...file, encoding: "windows-1252" as const }]),
    );
    assert.deepEqual(fix(TWO_SLIPS, "safe", { files: foreign }).applied, []);
  });

  it("makes an unsafe repair only where there is exactly one, and no waiver", () => {
    const text = `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting: {titel: Cut waiting, lead: Chair, done-when: Nobody waits}
  other: Other
`;
    assert.deepEqual(fix(text, "safe").applied, []);
    const result = fix(text, "unsafe-too");
    assert.match(textOf(result, "trust.strategy.yaml") ?? "", /cut-waiting: \{title: Cut waiting/);
    assert.doesNotMatch(textOf(result, "trust.strategy.yaml") ?? "", /waive/);
  });
});
