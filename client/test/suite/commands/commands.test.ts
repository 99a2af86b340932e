// Every command of the package runs: it does what it is for, or asks its first question.

import assert from "node:assert/strict";
import { commands, env, extensions, window, workspace } from "vscode";
import type { Extension } from "../../../src/activate.ts";
import { GUIDES } from "../../../src/guides/guidedCommands.ts";
import { closeEditors, pageTabs, showFile } from "../../harness/documents.ts";
import { EXTENSION, startExtension } from "../../harness/extension.ts";
import { openedFolder } from "../../harness/folders.ts";
import { waitFor } from "../../harness/waitFor.ts";

const CONTRIBUTED: readonly { readonly command: string }[] =
  extensions.getExtension(EXTENSION)?.packageJSON.contributes.commands ?? [];

let extension: Extension;

/** What is there when a command has done its job, where that can be seen from here and comes after its end. */
const SEEN: Readonly<Record<string, () => boolean | Thenable<boolean>>> = {
  "stratkit.checkAll": () => extension.views.toFix.view.visible,
  "stratkit.openPanel": hasPanel,
  "stratkit.openPanelToSide": hasPanel,
  "stratkit.showGoldenThread": hasPanel,
  "stratkit.restartServer": () => extension.server.client.isRunning(),
  "stratkit.copySupportFacts": () => env.clipboard.readText().then((text) => /^extension: \d/.test(text)),
  "stratkit.showLog": () =>
    window.visibleTextEditors.some(({ document }) => document.uri.scheme === "output"),
};

/** The example keeps no list of links that people have read. */
const NOTHING_TO_ASK: Readonly<Record<string, string>> = {
  acceptLink: "No link that was reviewed has changed since: there is nothing to accept",
};

function hasPanel(): boolean {
  return pageTabs("stratkit.panel").length > 0;
}

/** Runs it with nobody there to answer. Throws what it throws. */
async function run(command: string): Promise<void> {
  let outcome: { readonly error?: unknown } | undefined;
  commands.executeCommand(command).then(
    () => {
      outcome = {};
    },
    (error: unknown) => {
      outcome = { error };
    },
  );
  // What it asks is closed as by Escape, and that ends it.
  const { error } = await waitFor(`${command} to end`, async () => {
    if (outcome === undefined) await commands.executeCommand("workbench.action.closeQuickOpen");
    return outcome;
  });
  if (error !== undefined) throw error;
}

describe("the commands of the package", () => {
  before(async () => {
    extension = await startExtension();
  });
  beforeEach(() => showFile(openedFolder("kmpt"), "kmpt-2020.strategy.yaml"));
  afterEach(async () => {
    await closeEditors();
    // An editor in it would count as the active one.
    await commands.executeCommand("workbench.action.closePanel");
  });

  it("B70 the package has commands, and VS Code knows each", async () => {
    const known = new Set(await commands.getCommands(true));
    assert.ok(CONTRIBUTED.length > 30);
    assert.deepEqual(
      CONTRIBUTED.filter(({ command }) => !known.has(command)),
      [],
    );
  });

  for (const { command } of CONTRIBUTED)
    it(`B70 ${command} runs without an error, and left without an answer changes nothing`, async () => {
      await run(command);
      await waitFor(`what ${command} shows`, SEEN[command] ?? (() => true));
      assert.deepEqual(
        workspace.textDocuments.filter(({ isDirty }) => isDirty),
        [],
      );
    });

  for (const guide of GUIDES)
    it(`B70 stratkit.${guide} begins with a question, or says why there is none`, async () => {
      await waitFor("the server", () => extension.server.client.isRunning());
      const uri = openedFolder("kmpt").toString();
      const next = await extension.server.request("stratkit/guide", { guide, uri, about: {}, answers: {} });
      const reason = NOTHING_TO_ASK[guide];
      if (reason === undefined) assert.ok(next !== null && "question" in next, JSON.stringify(next));
      else assert.deepEqual(next, { refused: reason });
    });
});
