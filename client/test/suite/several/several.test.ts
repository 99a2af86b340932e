// A window with several folders, which hold the same ids: each is a workspace of its own, with a config of its own.

import assert from "node:assert/strict";
import { commands, type Uri, type WorkspaceEdit, workspace } from "vscode";
import type { Extension } from "../../../src/activate.ts";
import { cardsAt, definitionsAt } from "../../harness/asking.ts";
import { closeEditors, placeOf, showFile } from "../../harness/documents.ts";
import { startExtension } from "../../harness/extension.ts";
import { asShown, findingsIn } from "../../harness/findings.ts";
import { openCopy, openedFolder } from "../../harness/folders.ts";
import { checkOutside, pathOf, writeOutside } from "../../harness/outside.ts";
import { waitFor } from "../../harness/waitFor.ts";

const FOLDERS = ["north", "south"] as const;
const UNMEASURED = "trace/objective-unmeasured";

let extension: Extension;

before(async () => {
  extension = await startExtension();
});
afterEach(closeEditors);

/** What VS Code shows is what the command line finds in that folder alone. */
async function showsWhatCheckFinds(folder: Uri): Promise<void> {
  const expected = asShown(await checkOutside(folder)).map(inWords);
  assert.notEqual(expected.length, 0);
  await waitFor(`the findings of ${pathOf(folder)}`, () => {
    return findingsIn(folder).map(inWords).join() === expected.join();
  });
}

function inWords({ path, line, rule, severity }: ReturnType<typeof asShown>[number]): string {
  return `${path}:${line} ${severity} ${rule}`;
}

function severityOf(folder: Uri, rule: string): string | undefined {
  return findingsIn(folder).find((finding) => finding.rule === rule)?.severity;
}

function renameInNorth(to: string): Promise<WorkspaceEdit> {
  return showFile(openedFolder("north"), "trust.strategy.yaml").then(({ document }) =>
    commands.executeCommand<WorkspaceEdit>(
      "vscode.executeDocumentRenameProvider",
      document.uri,
      placeOf(document, "measures: [wai|ting]"),
      to,
    ),
  );
}

describe("several folders", () => {
  it("B61 equal ids in two folders do not clash, and each folder has its own config", async () => {
    for (const name of FOLDERS) await showsWhatCheckFinds(openedFolder(name));
    assert.equal(severityOf(openedFolder("north"), UNMEASURED), "Warning");
    assert.equal(severityOf(openedFolder("south"), UNMEASURED), "Error");
  });

  it("B61 an id leads to its own folder, and its card is of that folder", async () => {
    for (const name of FOLDERS) {
      const { document } = await showFile(openedFolder(name), "trust.strategy.yaml");
      const place = placeOf(document, "measures: [wai|ting]");
      const places = await definitionsAt(document, place);
      assert.deepEqual(places.map(pathOf), [`${pathOf(openedFolder(name))}/trust.measures.yaml`]);
      const cards = await cardsAt(document, place);
      assert.equal(cards.length, 1);
      assert.match(cards.join(), new RegExp(`Waiting in the ${name}`));
    }
  });

  it("B61 a new name for an id is written in its own folder only", async () => {
    const edit = await renameInNorth("waits");
    const paths = edit.entries().map(([uri]) => pathOf(uri));
    const north = pathOf(openedFolder("north"));
    assert.deepEqual(paths.sort(), [`${north}/trust.measures.yaml`, `${north}/trust.strategy.yaml`]);
  });

  it("B61 each folder is a line of its own in the views", async () => {
    const { strategy, toFix } = extension.views;
    const names = await waitFor("two lines", async () => {
      const lines = await strategy.tree.getChildren();
      return lines.length === 2 && lines.map(({ shown }) => shown.label);
    });
    assert.deepEqual(names, [...FOLDERS]);
    const groups = await toFix.list.getChildren();
    assert.deepEqual(
      groups.map((line) => (line.type === "root" ? line.label : line.type)),
      [...FOLDERS],
    );
  });

  it("B61 a folder that comes and goes has its own findings and leaves those of the others", async () => {
    const before = FOLDERS.map((name) => findingsIn(openedFolder(name)));
    const own = await openCopy("client/test/folders/south");
    await showsWhatCheckFinds(own.uri);
    assert.equal(severityOf(own.uri, UNMEASURED), "Error");
    await own.close();
    await waitFor("its findings to go", () => findingsIn(own.uri).length === 0);
    assert.deepEqual(
      FOLDERS.map((name) => findingsIn(openedFolder(name))),
      before,
    );
  });

  it("B61 a config that changes changes the findings of its own folder only", async () => {
    const own = await openCopy("client/test/folders/south");
    await showsWhatCheckFinds(own.uri);
    const south = findingsIn(openedFolder("south"));
    await writeOutside(own.uri, {
      "stratkit.config.yaml": `extends: review\nrules:\n  ${UNMEASURED}: off\n`,
    });
    await waitFor("the rule to be silent", () => severityOf(own.uri, UNMEASURED) === undefined);
    await showsWhatCheckFinds(own.uri);
    assert.deepEqual(findingsIn(openedFolder("south")), south);
    await own.close();
  });

  it("B61 the first folder of the plan is not taken for the whole window", async () => {
    assert.equal(workspace.workspaceFolders?.[0]?.name, "north");
    await showFile(openedFolder("south"), "trust.strategy.yaml");
    const { status } = extension.views;
    await waitFor("the status of the south", () => /profile review$/.test(status.detail ?? ""));
    await showFile(openedFolder("north"), "trust.strategy.yaml");
    await waitFor("the status of the north", () => /profile draft$/.test(status.detail ?? ""));
  });
});
