import assert from "node:assert/strict";
import { itemsOf } from "../link/model.ts";
import { parseDay } from "../model/day.ts";
import { isConfigFile, parseFileName } from "../model/fileName.ts";
import { parseYaml } from "../syntax/parseYaml.ts";
import { testEngine } from "../testing/checkFindings.ts";
import { analyse } from "../workspace/analyse.ts";
import { emptyWorkspace, textFile, withFiles } from "../workspace/workspace.ts";
import { format } from "./formatting.ts";
import { type InitRequest, initWorkspace } from "./initWorkspace.ts";

function starter(request: Omit<InitRequest, "asOf"> = {}, day = "2026-11-21") {
  const asOf = parseDay(day);
  assert.ok(asOf !== undefined);
  const files = initWorkspace({ asOf, ...request });
  const own = files.filter(({ path }) => isConfigFile(path) || parseFileName(path) !== undefined);
  const workspace = withFiles(
    emptyWorkspace(asOf),
    own.map(({ path, text }) => textFile(path, text)),
  );
  return { files, analysis: analyse(workspace, testEngine) };
}

describe("initWorkspace", () => {
  it("gives a workspace without a finding that is more than information, on any day", () => {
    for (const day of ["2026-11-21", "2024-03-31", "2031-04-01"]) {
      const { analysis } = starter({}, day);
      assert.deepEqual(
        analysis.findings.filter(({ severity }) => severity !== "info").map(({ message }) => message),
        [],
      );
      assert.equal(analysis.complete, true);
    }
  });

  it("writes the periods of the day", () => {
    const text = starter({}, "2027-05-01").files[0]?.text ?? "";
    assert.match(text, /^period: 2027\/28 to 2029\/30$/m);
    assert.match(text, /baseline: \{2026\/27: 10.1\}/);
    assert.match(text, /targets: \{2029\/30: at most 5\}/);
  });

  it("takes the names that are given, and quotes them where they need it", () => {
    const { files, analysis } = starter({
      organisation: "St. Mary's: Hospital $& Trust",
      title: "Better care #1",
    });
    assert.deepEqual(
      files.map(({ path }) => path),
      [
        "better-care-1.strategy.yaml",
        "st-marys-hospital-and-trust.organisation.yaml",
        "stratkit.config.yaml",
      ],
    );
    assert.deepEqual(
      analysis.findings.filter(({ severity }) => severity !== "info"),
      [],
    );
    assert.equal(
      analysis.model.items.find(({ kind }) => kind === "organisation")?.title,
      "St. Mary's: Hospital $& Trust",
    );
    assert.equal(analysis.model.items.find(({ kind }) => kind === "strategy")?.title, "Better care #1");
  });

  it("is measured, and laid out as the formatter would", () => {
    const { files, analysis } = starter();
    assert.deepEqual(
      itemsOf(analysis.model, "objective").map((goal) => analysis.thread.coverageOf(goal).state),
      ["measured"],
    );
    for (const { path, text } of files) assert.deepEqual(format(parseYaml(path, text)), [], path);
  });
});
