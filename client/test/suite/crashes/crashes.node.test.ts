// The server's process is killed: it comes back by itself, and where it does not stay, a person can bring it back.

import assert from "node:assert/strict";
import { commands } from "vscode";
import type { Extension } from "../../../src/activate.ts";
import { cardsAt } from "../../harness/asking.ts";
import { closeEditors, placeOf, showFile } from "../../harness/documents.ts";
import { startExtension } from "../../harness/extension.ts";
import { findingsIn } from "../../harness/findings.ts";
import { openedFolder } from "../../harness/folders.ts";
import { checkOutside } from "../../harness/outside.ts";
import { waitFor } from "../../harness/waitFor.ts";

const FILE = "estates.enabler-strategy.yaml";
/** In so short a time the server is started again this often. */
const RESTARTS = 4;

let extension: Extension;
let expected: number;

before(async () => {
  extension = await startExtension();
  expected = (await checkOutside(openedFolder("kmpt"))).findings.length;
  assert.ok(expected > 100);
  await allFindings();
});
after(closeEditors);

function allFindings(): Promise<unknown> {
  return waitFor("all findings", () => findingsIn(openedFolder("kmpt")).length === expected);
}

/** The client library keeps it to itself. */
function serverProcess(): number | undefined {
  const child: unknown = Reflect.get(extension.server.client, "_serverProcess");
  const pid: unknown = typeof child === "object" && child !== null ? Reflect.get(child, "pid") : undefined;
  return typeof pid === "number" ? pid : undefined;
}

/** Comes back when another process is at work. */
async function killAndWait(): Promise<void> {
  const killed = kill();
  await waitFor("another server", () => {
    const pid = serverProcess();
    return pid !== undefined && pid !== killed && extension.server.client.isRunning();
  });
}

function kill(): number {
  const pid = serverProcess();
  assert.ok(pid);
  process.kill(pid, "SIGKILL");
  return pid;
}

async function showsCard(): Promise<void> {
  const { document } = await showFile(openedFolder("kmpt"), FILE);
  const place = placeOf(document, "supports: [clinical-|strategy");
  await waitFor("the card", async () => (await cardsAt(document, place)).length === 1);
}

function says(text: RegExp): Promise<unknown> {
  const { status } = extension.views;
  return waitFor(`the status to say ${text}, not "${status.text}"`, () => text.test(status.text));
}

describe("a server that is killed", () => {
  it("B66 is started again by itself, reads everything again and answers", async () => {
    await showsCard();
    const cleared = waitFor(
      "the findings to go with it",
      () => findingsIn(openedFolder("kmpt")).length === 0,
    );
    await killAndWait();
    await cleared;
    await allFindings();
    await showsCard();
    await says(/measured$/);
    assert.ok((await extension.views.strategy.tree.getChildren()).length > 0);
  });

  it("B66 is not started again for ever: then the status offers to, and it works", async () => {
    // One restart has been used up above.
    for (let restart = 1; restart < RESTARTS; restart++) {
      await killAndWait();
      await allFindings();
    }
    kill();
    await says(/^Server stopped$/);
    assert.equal(extension.server.client.isRunning(), false);
    assert.deepEqual(await extension.views.strategy.tree.getChildren(), []);
    const { command } = extension.views.status;
    assert.equal(command?.title, "Restart");
    await commands.executeCommand(command?.command ?? "");
    await allFindings();
    await showsCard();
    await says(/measured$/);
  });

  it("B66 is counted anew once a person has restarted it", async () => {
    await killAndWait();
    await allFindings();
  });
});
