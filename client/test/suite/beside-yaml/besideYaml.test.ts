// Beside the YAML extension that most people have: in strategy files ours speaks alone, in a file that somebody opened as
// YAML the other does, and never both.

import assert from "node:assert/strict";
import { commands, extensions, languages, type TextDocument, window, workspace } from "vscode";
import type { Extension } from "../../../src/activate.ts";
import { closeEditors, placeOf, showFile } from "../../harness/documents.ts";
import { startExtension } from "../../harness/extension.ts";
import { findingsIn } from "../../harness/findings.ts";
import { type OwnFolder, openFiles } from "../../harness/folders.ts";
import { type Said, SLIP, saidOf } from "../../harness/speaking.ts";
import { waitFor } from "../../harness/waitFor.ts";

const FILE = "ours.strategy.yaml";
const OURS: Said = { findings: ["stratkit"], cards: 1, offers: 1 };
const THEIRS: Said = { findings: ["YAML"], cards: 1, offers: 1 };

let extension: Extension;
let own: OwnFolder;

before(async () => {
  extension = await startExtension();
  assert.ok(extensions.getExtension("redhat.vscode-yaml"), "the other extension is installed");
  own = await openFiles({ [FILE]: SLIP, "notes.yaml": SLIP });
});
afterEach(closeEditors);
after(() => own.close());

/** Waits until each of the two that has something to say has said it. */
async function waitToHear(document: TextDocument, expected: Said): Promise<void> {
  let said: Said | undefined;
  const hears = async () => {
    said = await saidOf(document);
    return said.findings.join() === expected.findings.join();
  };
  await waitFor(`the findings of ${expected.findings}`, hears).catch(() => undefined);
  assert.deepEqual(said, expected);
}

/** As a person has it in the settings; undone at the end. */
async function withAssociation(language: string, act: (document: TextDocument) => Promise<void>) {
  const files = workspace.getConfiguration("files");
  await files.update("associations", { "*.strategy.yaml": language }, true);
  const { document } = await showFile(own.uri, FILE);
  try {
    await waitFor(`the file to be ${language}`, () => document.languageId === language);
    await act(document);
  } finally {
    await closeEditors();
    await files.update("associations", undefined, true);
  }
}

describe("beside a YAML extension", () => {
  it("B69 the other extension is at work in YAML files", async () => {
    const { document } = await showFile(own.uri, "notes.yaml");
    assert.equal(document.languageId, "yaml");
    await waitToHear(document, THEIRS);
  });

  it("B69 a strategy file has one finding, one card and one offer for each thing", async () => {
    const { document } = await showFile(own.uri, FILE);
    await waitToHear(document, OURS);
  });

  for (const [language, name] of [
    ["yaml", "YAML"],
    ["home-assistant", "home-assistant"],
  ] as const) {
    it(`B69 in a strategy file that is opened as ${language} ours is silent, says why, and offers the switch`, async () => {
      await withAssociation(language, async (document) => {
        await waitToHear(document, THEIRS);
        const { status } = extension.views;
        await waitFor("the status", () => status.text === `Opened as ${name}`);
        assert.equal(status.command?.command, "stratkit.switchLanguage");
        assert.ok(languages.match(status.selector, document) > 0, "it is shown for this document");
        await commands.executeCommand(status.command?.command ?? "");
        await waitFor("our language", () => window.activeTextEditor?.document.languageId === "stratkit");
        await waitToHear(window.activeTextEditor?.document ?? document, OURS);
      });
    });
  }

  it("B69 the findings of such a file are there again when it is closed", async () => {
    await withAssociation("yaml", (document) => waitToHear(document, THEIRS));
    await waitFor("our findings", () =>
      findingsIn(own.uri).some(({ message }) => message.includes('"titel"')),
    );
  });

  it("B69 a file that is opened as YAML stays silent while others are checked", async () => {
    await withAssociation("yaml", async (document) => {
      await waitToHear(document, THEIRS);
      const revision = new Promise<void>((resolve) => {
        const listening = extension.server.onChanged(() => {
          listening.dispose();
          resolve();
        });
      });
      const editor = await showFile(own.uri, FILE);
      await editor.edit((edit) => edit.insert(placeOf(document, "|period"), "vision: All are well\n"));
      await document.save();
      await revision;
      assert.deepEqual((await saidOf(document)).findings, ["YAML"]);
    });
  });
});
