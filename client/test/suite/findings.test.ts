// Findings in a real VS Code are those of the command line, with open and closed files alike.

import assert from "node:assert/strict";
import { extensions } from "vscode";
import { EXTENSION, startExtension } from "../harness/extension.ts";
import { asShown, findingsIn } from "../harness/findings.ts";
import { openedFolder, openFiles } from "../harness/folders.ts";
import { checkOutside, writeOutside } from "../harness/outside.ts";
import { waitFor } from "../harness/waitFor.ts";

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
    const own = await openFiles({ "a.strategy.yaml": wrong, "stratkit.config.yaml": "extends: review\n" });
    await startExtension();
    const hasSlip = () => findingsIn(own.uri).some(({ message }) => message.includes('"titel"'));
    await waitFor("the wrong key to be found", hasSlip);
    await writeOutside(own.uri, { "a.strategy.yaml": wrong.replace("titel", "title") });
    await waitFor("the finding to go", () => !hasSlip());
    // The config did not change, and is read still.
    const rules = findingsIn(own.uri).map(({ rule }) => rule);
    assert.ok(rules.includes("trace/objective-unmeasured"), rules.join());
    assert.ok(!rules.some((rule) => rule.startsWith("yaml/") || rule.startsWith("config/")), rules.join());
    await own.close();
    await waitFor("the findings to leave with the folder", () => findingsIn(own.uri).length === 0);
  });
});

function withoutMessage({ message: _, ...rest }: ReturnType<typeof findingsIn>[number]) {
  return rest;
}
