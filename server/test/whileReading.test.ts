// What changes several files waits for the reading of all of them: from a part of a workspace, references would be left
// behind, or another root be taken.

import assert from "node:assert/strict";
import type { WorkspaceEdit } from "vscode-languageserver-protocol";
import type { GuideResult } from "../src/messages.ts";
import { cleanUp, PUSH, startClient, type TestClient } from "./client.ts";
import { makeGate } from "./holding.ts";

const BASE = "vscode-vfs://github/trust";
const OTHER = "vscode-vfs://github/other";
const STRATEGY = `${BASE}/trust.strategy.yaml`;
const LIBRARY = `${BASE}/care.measures.yaml`;
const OLD = `${BASE}/digital.enabler-strategy.yaml`;
const NEW = `${BASE}/care.enabler-strategy.yaml`;
const TEXTS: Readonly<Record<string, string>> = {
  [`${OTHER}/other.strategy.yaml`]: "title: Theirs\nperiod: 2026/27\n",
  [STRATEGY]: "title: Ours\nperiod: 2026/27\nobjectives:\n  access: {title: Access, measures: [waits]}\n",
  [LIBRARY]: "measures:\n  waits: {title: Waits, unit: weeks}\n  queues: {title: Queues, unit: people}\n",
  [OLD]: "title: Digital\nstrategy: trust\nsupports: [access]\n",
};

/** A client whose folder OTHER is read, and BASE not before `release`. */
async function begin(): Promise<{ readonly client: TestClient; release(): void }> {
  const listing = makeGate();
  const client = await startClient({
    folders: [OTHER],
    capabilities: {
      ...PUSH,
      workspace: {
        workspaceEdit: { documentChanges: true, resourceOperations: ["rename"] },
        workspaceFolders: true,
        fileOperations: { willRename: true },
      },
    },
    options: { fileAccess: "client" },
    prepare(connection) {
      connection.onRequest("stratkit/files/list", async ({ root }: { root: string }) => {
        if (root === BASE) await listing.pass();
        return { uris: Object.keys(TEXTS).filter((uri) => uri.startsWith(`${root}/`)) };
      });
      connection.onRequest("stratkit/files/read", ({ uris }: { uris: string[] }) => ({
        files: uris.map((uri) => {
          const text = TEXTS[uri];
          if (text === undefined) return { uri, problem: "absent" };
          return { uri, base64: Buffer.from(text).toString("base64") };
        }),
      }));
    },
  });
  await client.ready();
  client.notify("workspace/didChangeWorkspaceFolders", {
    event: { added: [{ uri: BASE, name: "trust" }], removed: [] },
  });
  client.open(STRATEGY, TEXTS[STRATEGY] ?? "");
  await listing.reached;
  return { client, release: listing.open };
}

function filesOf(edit: WorkspaceEdit | null): string[] {
  return (edit?.documentChanges ?? [])
    .flatMap((change) => ("textDocument" in change ? [change.textDocument.uri] : []))
    .sort();
}

describe("while files are still being read", () => {
  after(cleanUp);

  it("B47 B52 a rename waits, and reaches the files that were read last", async () => {
    const { client, release } = await begin();
    const character = (TEXTS[STRATEGY]?.split("\n")[3] ?? "").indexOf("waits");
    const place = { textDocument: { uri: STRATEGY }, position: { line: 3, character } };
    const preparing = client.request<{ placeholder: string }>("textDocument/prepareRename", place);
    const renaming = client.request<WorkspaceEdit>("textDocument/rename", { ...place, newName: "delays" });
    release();
    assert.equal((await preparing).placeholder, "waits");
    assert.deepEqual(filesOf(await renaming), [LIBRARY, STRATEGY]);
    await client.stop();
  });

  it("B47 B56 so does what follows when a file gets another name", async () => {
    const { client, release } = await begin();
    const files = [{ oldUri: OLD, newUri: NEW }];
    const renaming = client.request<WorkspaceEdit>("workspace/willRenameFiles", { files });
    release();
    assert.deepEqual(filesOf(await renaming), [OLD]);
    await client.stop();
  });

  it("B47 so does a guided command, which would else speak of another folder", async () => {
    const { client, release } = await begin();
    const asking = client.request<GuideResult>("stratkit/guide", {
      guide: "linkMeasure",
      uri: STRATEGY,
      answers: { objective: "trust/access" },
    });
    release();
    const next = await asking;
    assert.ok("question" in next && next.question.kind === "choose", JSON.stringify(next));
    assert.ok(
      next.question.choices.some(({ label }) => label === "Queues"),
      JSON.stringify(next),
    );
    await client.stop();
  });
});
