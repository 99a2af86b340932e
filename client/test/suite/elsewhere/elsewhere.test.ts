// In a folder with YAML files of other kinds the extension is never started.

import assert from "node:assert/strict";
import { commands, extensions, languages, workspace } from "vscode";
import { closeEditors, showFile } from "../../harness/documents.ts";
import { EXTENSION } from "../../harness/extension.ts";
import { openedFolder, openFiles } from "../../harness/folders.ts";
import { waitFor } from "../../harness/waitFor.ts";

const FILES = [
  "compose.yaml",
  ".github/workflows/check.yml",
  "strategy.yaml",
  "deploy/strategies.yaml",
  "deploy/measures.yml",
];

function isActive(): boolean | undefined {
  return extensions.getExtension(EXTENSION)?.isActive;
}

describe("a folder without strategy files", () => {
  afterEach(closeEditors);

  it("B70 never starts the extension, whatever is opened in it", async () => {
    assert.equal(isActive(), false, "it is installed, and has not been started");
    for (const path of FILES) {
      const { document } = await showFile(openedFolder("other-yaml"), path);
      assert.notEqual(document.languageId, "stratkit");
      // Whoever has something to say about the document has been asked, and started for it.
      await commands.executeCommand("vscode.executeHoverProvider", document.uri, document.positionAt(1));
      await commands.executeCommand("vscode.executeDocumentSymbolProvider", document.uri);
      assert.equal(isActive(), false, path);
    }
    await workspace.findFiles("**/*.yaml");
    await waitFor("the languages", async () => (await languages.getLanguages()).includes("stratkit"));
    assert.equal(isActive(), false);
  });

  it("B70 starts it as soon as a folder with a strategy joins the window", async () => {
    assert.equal(isActive(), false);
    const own = await openFiles({ "plans/trust/ours.strategy.yaml": "title: Ours\nperiod: 2026/27\n" });
    await waitFor("the extension to be started", () => isActive());
    await own.close();
  });
});
