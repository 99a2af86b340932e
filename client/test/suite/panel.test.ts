// The drawing beside the text, as far as the extension host can see it: its tab, its requests, the page that it saves.

import assert from "node:assert/strict";
import { commands, Uri, window, workspace } from "vscode";
import type { Extension } from "../../src/activate.ts";
import { closeEditors, pageTabs, showFile } from "../harness/documents.ts";
import { startExtension } from "../harness/extension.ts";
import { openedFolder } from "../harness/folders.ts";
import { waitFor } from "../harness/waitFor.ts";

function panelTabs() {
  return pageTabs("stratkit.panel");
}

describe("the panel", () => {
  let extension: Extension;
  before(async () => {
    extension = await startExtension();
  });
  afterEach(closeEditors);

  it("opens once, beside the text, and comes to the front when it is asked for again", async () => {
    await showFile(openedFolder("kmpt"), "kmpt-2020.strategy.yaml");
    await commands.executeCommand("stratkit.openPanelToSide");
    await waitFor("the panel", () => panelTabs().length === 1);
    await commands.executeCommand("stratkit.openPanel");
    await commands.executeCommand("stratkit.showGoldenThread", {
      kind: "objective",
      id: "kmpt-2020/embed-qi",
    });
    assert.equal(panelTabs().length, 1);
    assert.notEqual(panelTabs()[0]?.group.viewColumn, window.activeTextEditor?.viewColumn);
  });

  it("has every drawing from the server, with a place for each thing", async () => {
    for (const panel of ["map", "traceability", "plan"]) {
      const drawing = await extension.server.request("stratkit/panel", { panel, strategy: "kmpt-2017" });
      assert.ok(drawing);
      const names = [...drawing.html.matchAll(/data-target="([^"]+)"/g)].map(([, name = ""]) => name);
      assert.deepEqual([...new Set(names)].sort(), Object.keys(drawing.targets).sort());
      for (const { uri } of Object.values(drawing.targets).slice(0, 3))
        assert.ok((await workspace.fs.stat(Uri.parse(uri))).size > 0);
    }
  });

  it("saves the page of the strategy where the author says", async () => {
    const target = Uri.joinPath(openedFolder("kmpt"), "page.html");
    await showFile(openedFolder("kmpt"), "kmpt-2020.strategy.yaml");
    await commands.executeCommand("stratkit.openPanelToSide");
    await commands.executeCommand("stratkit.exportPage", target, "kmpt-2017");
    const page = new TextDecoder().decode(await workspace.fs.readFile(target));
    await workspace.fs.delete(target);
    assert.match(page, /^<!doctype html>/);
    assert.match(page, /<title>KMPT Strategy 2017-2019<\/title>/);
  });
});
