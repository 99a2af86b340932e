// Findings in a real VS Code are those of the command line, with open and closed files alike.

import assert from "node:assert/strict";
import { extensions } from "vscode";
import { EXTENSION, startExtension } from "../harness/extension.ts";
import { byPlace, findingsIn } from "../harness/findings.ts";
import { openedFolder, openFiles } from "../harness/folders.ts";
import { type CheckReport, checkOutside, writeOutside } from "../harness/outside.ts";
import { waitFor } from "../harness/waitFor.ts";

const SEVERITIES = { error: "Error", warning: "Warning", info: "Information" };
const OF_STATE = { waived: "Information", baselined: "Hint" };

describe("findings", () => {
  it("activates by itself where a workspace has strategies, and equals stratkit check", async () => {
    const kmpt = openedFolder("kmpt");
    await waitFor("the extension to activate", () => extensions.getExtension(EXTENSION)?.isActive);
    await startExtension();
    const expected = asShown(await checkOutside(kmpt));
    assert.ok(expected.length > 100);
    const shown = await waitFor(`${expected.length} findings`, () => {
      const findings = findingsIn(kmpt);
      return findings.length >= expected.length && findings;
    });
    assert.deepEqual(shown.map(withoutMessage), expected);
  });

  it("follows a folder that comes, another program that repairs a file in it, and the folder going", async () => {
    const wrong = "title: A\nperiod: 2026\nobjectives: {x: {titel: X}}\n";
    const own = await openFiles({ "a.strategy.yaml": wrong });
    await startExtension();
    const hasSlip = () => findingsIn(own.uri).some(({ message }) => message.includes('"titel"'));
    await waitFor("the wrong key to be found", hasSlip);
    await writeOutside(own.uri, { "a.strategy.yaml": wrong.replace("titel", "title") });
    await waitFor("the finding to go", () => !hasSlip());
    assert.notEqual(findingsIn(own.uri).length, 0);
    await own.close();
    await waitFor("the findings to leave with the folder", () => findingsIn(own.uri).length === 0);
  });
});

function asShown({ findings }: CheckReport) {
  return findings
    .map(({ path, range, ruleId, severity, state }) => ({
      path,
      line: range.start.line,
      rule: ruleId,
      severity: state === "open" ? SEVERITIES[severity] : OF_STATE[state],
    }))
    .sort(byPlace);
}

function withoutMessage({ message: _, ...rest }: ReturnType<typeof findingsIn>[number]) {
  return rest;
}
