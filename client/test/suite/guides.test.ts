// A guided command to its end in the window: its questions are answered by the commands behind the keys.

import assert from "node:assert/strict";
import { commands, window, workspace } from "vscode";
import { closeEditors, showFile } from "../harness/documents.ts";
import { startExtension } from "../harness/extension.ts";
import { type OwnFolder, openFiles } from "../harness/folders.ts";
import { waitFor } from "../harness/waitFor.ts";

const STRATEGY = "trust.strategy.yaml";
const TEXT = `title: Ours
period: 2026/27
objectives:
  jobs:
    title: Good jobs
    measures: [turnover]
  access:
    title: Nobody waits long # agreed
`;
const LIBRARY = `measures:
  turnover: {title: Turnover of staff, unit: people}
  delays: {title: How long somebody waits, unit: weeks}
`;

/** To the first line of a list, tick it, Enter. */
const KEYS = [
  "quickInput.first",
  "workbench.action.quickPickManyToggle",
  "workbench.action.acceptSelectedQuickOpenItem",
];

describe("guided commands", () => {
  let own: OwnFolder;

  before(async () => {
    await startExtension();
    own = await openFiles({ [STRATEGY]: TEXT, "care.measures.yaml": LIBRARY });
  });
  afterEach(closeEditors);
  after(() => own.close());

  it("link a measure by the first answer to each question, and one undo takes it back", async () => {
    const { document } = await showFile(own.uri, STRATEGY);
    const isDone = begin("stratkit.linkMeasure");
    await waitFor("the command to be done", async () => {
      // The objective is accepted at once. Of the measures one must be ticked, and none at all is refused.
      for (const key of KEYS) await commands.executeCommand(key);
      return isDone();
    });
    assert.equal(document.getText(), `${TEXT}    measures: [delays]\n`);
    const dirty = workspace.textDocuments.filter(({ isDirty }) => isDirty);
    assert.deepEqual(
      dirty.map(({ uri }) => uri.path),
      [document.uri.path],
    );
    assert.equal(window.activeTextEditor?.document, document);
    await commands.executeCommand("undo");
    assert.equal(document.getText(), TEXT);
  });
});

/** Says whether the command has ended. Throws what it throws. */
function begin(command: string): () => boolean {
  let outcome: { readonly error?: unknown } | undefined;
  commands.executeCommand(command).then(
    () => {
      outcome = {};
    },
    (error: unknown) => {
      outcome = { error };
    },
  );
  return () => {
    if (outcome?.error !== undefined) throw outcome.error;
    return outcome !== undefined;
  };
}
