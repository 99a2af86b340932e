// What is left of a file that was open: its findings as they are on disk, each once.

import assert from "node:assert/strict";
import { Range, type TextEditor, workspace } from "vscode";
import { closeEditors, placeOf, showFile } from "../harness/documents.ts";
import { startExtension } from "../harness/extension.ts";
import { findingsIn, showAsChecked } from "../harness/findings.ts";
import { type OwnFolder, openFiles } from "../harness/folders.ts";
import { waitFor } from "../harness/waitFor.ts";

const STRATEGY = "trust.strategy.yaml";
const LIBRARY = "care.measures.yaml";

describe("closing", () => {
  let own: OwnFolder;

  before(async () => {
    await startExtension();
    own = await openFiles({
      [STRATEGY]:
        "title: Ours\nperiod: 2026/27\nobjectives:\n  access: {title: Access, measures: [waits]}\n  jobs: {titel: Jobs}\n",
      [LIBRARY]: "measures:\n  waits: {title: Waits, unit: weeks}\n",
    });
    await showAsChecked(own.uri);
  });
  after(() => own.close());

  it("B58 a file has the same findings before it is opened, while it is open, and after", async () => {
    for (const path of [STRATEGY, LIBRARY]) await showFile(own.uri, path);
    await showAsChecked(own.uri);
    await closeAll(own);
    await showAsChecked(own.uri);
  });

  it("B58 what was wrong only in unsaved text leaves with it, in other files too", async () => {
    await replace(await showFile(own.uri, LIBRARY), "waits:", "delays: {unit: days}\n  owed:");
    await waitFor("the reference to lead nowhere", () => has(own, STRATEGY, "ref/not-found"));
    await waitFor("the missing title", () => has(own, LIBRARY, "schema/missing-key"));
    await closeAll(own);
    await showAsChecked(own.uri);
    assert.ok(!has(own, STRATEGY, "ref/not-found"));
  });

  it("B58 what was right only in unsaved text is found again", async () => {
    await replace(await showFile(own.uri, STRATEGY), "titel:", "title:");
    await waitFor("the slip to go", () => !has(own, STRATEGY, "schema/unknown-key"));
    await closeAll(own);
    await showAsChecked(own.uri);
    assert.ok(has(own, STRATEGY, "schema/unknown-key"));
  });

  it("B58 what was saved stays as it was saved", async () => {
    const editor = await showFile(own.uri, STRATEGY);
    await replace(editor, "titel:", "title:");
    assert.ok(await editor.document.save());
    await closeAll(own);
    await showAsChecked(own.uri);
    assert.ok(!has(own, STRATEGY, "schema/unknown-key"));
  });
});

function has({ uri }: OwnFolder, path: string, rule: string): boolean {
  return findingsIn(uri).some((finding) => finding.path === path && finding.rule === rule);
}

async function replace({ document, edit }: TextEditor, old: string, text: string): Promise<void> {
  const start = placeOf(document, `|${old}`);
  assert.ok(await edit((builder) => builder.replace(new Range(start, start.translate(0, old.length)), text)));
}

/** Comes back when VS Code has told everybody that the files are closed. */
async function closeAll(own: OwnFolder): Promise<void> {
  await closeEditors();
  await waitFor("the files to be closed", () =>
    workspace.textDocuments.every(({ uri }) => !uri.path.startsWith(own.uri.path)),
  );
}
