import assert from "node:assert/strict";
import { carelessEngine } from "../testing/carelessEngine.ts";
import { testEngine } from "../testing/checkFindings.ts";
import { fixtureWorkspace, parseFixture } from "../testing/fixture.ts";
import { analyse } from "./analyse.ts";
import type { Engine } from "./analyseFile.ts";
import { type FixChoice, type FixResult, fixAll } from "./fixAll.ts";
import type { Workspace } from "./workspace.ts";

function fix(
  text: string,
  choice: FixChoice,
  change: Partial<Workspace> = {},
  engine: Engine = testEngine,
): FixResult {
  const workspace = { ...fixtureWorkspace(parseFixture(text)), ...change };
  const request = { choice, isWanted: () => true, read: () => undefined };
  return fixAll(analyse(workspace, engine), request);
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

  it("leaves out what would spoil a file, and makes all else, there and in other files", () => {
    const file = (...titles: string[]) =>
      `title: Ours\nperiod: 2026-27\nobjectives:\n${titles.map((title, at) => `  o${at}: {title: ${title}, lead: Chair}\n`).join("")}`;
    const text = `
#- north.strategy.yaml
${file("Better?", "Break it?", "Warmer?")}#- south.strategy.yaml
${file("Kinder?")}`;
    const result = fix(text, "safe", {}, carelessEngine);
    assert.equal(
      textOf(result, "north.strategy.yaml"),
      file("Better!", "Break it?", "Warmer!").replace("2026-27", "2026/27"),
    );
    assert.equal(textOf(result, "south.strategy.yaml"), file("Kinder!").replace("2026-27", "2026/27"));
    assert.equal(result.applied.length, 5);
  });

  it("goes on where a repair of a damaged file brings other damage to light", () => {
    const text = `
#- trust.strategy.yaml
title: Ours
period: 2026/27
objectives:
\ta:
\t  title: Better: care
\t  description: Kinder: care
`;
    const result = fix(text, "safe");
    assert.equal(
      textOf(result, "trust.strategy.yaml"),
      `title: Ours
period: 2026/27
objectives:
  a:
    title: "Better: care"
    description: "Kinder: care"
`,
    );
  });

  it("writes no quotes around quotes where that does not help", () => {
    const text = `{"{"l}"'"`;
    const once = fix(`#- 2026-27.delivery-plan.yaml\n${text}`, "safe");
    assert.ok(once.analysis.workspace.files.size === 1);
    const again = fixAll(once.analysis, { choice: "safe", isWanted: () => true, read: () => undefined });
    assert.deepEqual(again.applied, []);
    assert.ok((textOf(once, "2026-27.delivery-plan.yaml") ?? "").length < 2 * text.length);
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
