// A folder whose only strategy lies three folders down starts the extension by itself, and how long that takes is said.

import assert from "node:assert/strict";
import { commands, extensions, workspace } from "vscode";
import { EXTENSION, startExtension } from "../../harness/extension.ts";
import { findingsIn } from "../../harness/findings.ts";
import { openedFolder } from "../../harness/folders.ts";
import { tellRunner } from "../../harness/runner.ts";
import { waitFor } from "../../harness/waitFor.ts";

describe("a folder with a strategy three levels deep", () => {
  it("B70 starts the extension, though nothing is opened", async () => {
    assert.equal(workspace.textDocuments.filter(({ languageId }) => languageId === "stratkit").length, 0);
    await waitFor("the extension to be started", () => extensions.getExtension(EXTENSION)?.isActive);
    await startExtension();
    await waitFor("findings", () => findingsIn(openedFolder("deep")).length > 0);
    const { load, call } = await timesOfStart();
    void tellRunner({ kind: "note", text: `activate() took ${call} ms, loading its code ${load} ms` });
  });
});

/** In milliseconds, as VS Code's own page "Startup Performance" has them. */
async function timesOfStart(): Promise<{ readonly load: number; readonly call: number }> {
  await commands.executeCommand("perfview.show");
  const row = new RegExp(`^\\| *${EXTENSION} *\\|[^|]*\\|([^|]*)\\|([^|]*)\\|`, "m");
  const [, load, call] = await waitFor(`a row of ${EXTENSION}`, () => {
    const page = workspace.textDocuments.find(({ uri }) => uri.scheme === "perf");
    return row.exec(page?.getText() ?? "") ?? undefined;
  });
  return { load: Number(load), call: Number(call) };
}
