// The server as a browser runs it: one file, in a worker, with all files read through the client.

import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createProtocolConnection,
  type DataCallback,
  type Diagnostic,
  type Message,
} from "vscode-languageserver-protocol/node";
import { cleanUp, PUSH, ROOT, startClient, TEST_DAY } from "./client.ts";

const BUNDLE = join(ROOT, "server/dist/worker.js");
const BASE = "vscode-vfs://github/kmpt";

class WorkerReader extends AbstractMessageReader {
  readonly #worker: Worker;
  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }
  listen(callback: DataCallback) {
    this.#worker.on("message", callback);
    return { dispose: () => undefined };
  }
}

class WorkerWriter extends AbstractMessageWriter {
  readonly #worker: Worker;
  constructor(worker: Worker) {
    super();
    this.#worker = worker;
  }
  async write(message: Message) {
    this.#worker.postMessage(message);
  }
  end() {}
}

describe("the server in a worker", () => {
  after(cleanUp);

  it("says of the files that the client reads what it says of them on disk", async () => {
    const folder = join(ROOT, "examples/kmpt");
    // A browser's worker calls its global scope `self`, and has no require.
    const start = 'globalThis.self = require("node:worker_threads").parentPort; require = undefined;';
    const worker = new Worker(`${start}\n${readFileSync(BUNDLE, "utf8")}`, { eval: true });
    const connection = createProtocolConnection(new WorkerReader(worker), new WorkerWriter(worker));
    const published = new Map<string, Diagnostic[]>();
    let most = 0;
    connection.onNotification(
      "textDocument/publishDiagnostics",
      (params: { uri: string; diagnostics: Diagnostic[] }) => {
        published.set(params.uri.slice(BASE.length + 1), params.diagnostics);
      },
    );
    connection.onRequest("stratkit/files/list", ({ root }: { root: string }) => {
      assert.equal(root, BASE);
      return { uris: readdirSync(folder).map((name) => `${BASE}/${name}`) };
    });
    connection.onRequest("stratkit/files/read", ({ uris }: { uris: string[] }) => {
      most = Math.max(most, uris.length);
      return { files: uris.map((uri) => readOne(uri, folder)) };
    });
    const ready = new Promise<void>((resolve) => {
      connection.onNotification("stratkit/ready", () => resolve());
    });
    connection.listen();
    await connection.sendRequest("initialize", {
      processId: null,
      rootUri: null,
      capabilities: PUSH,
      workspaceFolders: [{ uri: BASE, name: "kmpt" }],
      initializationOptions: { asOf: TEST_DAY, fileAccess: "client" },
    });
    await connection.sendNotification("initialized", {});
    await ready;
    assert.ok(most > 1 && most <= 50, "read in batches");
    await worker.terminate();
    const onDisk = await startClient({ folders: [folder] });
    await onDisk.ready();
    const expected = [...onDisk.published].map(([uri, { diagnostics }]) => ({
      name: uri.slice(uri.lastIndexOf("/") + 1),
      said: diagnostics.map(({ relatedInformation, ...rest }) => rest),
    }));
    const said = [...published].map(([name, diagnostics]) => ({
      name,
      said: diagnostics.map(({ relatedInformation, ...rest }) => rest),
    }));
    assert.ok(expected.length > 5);
    assert.deepEqual(said, expected);
    await onDisk.stop();
  }).timeout(60_000);

  it("is one file within its size", () => {
    assert.ok(statSync(BUNDLE).size < 1_200_000);
  });
});

function readOne(uri: string, folder: string) {
  if (!uri.startsWith(`${BASE}/`)) return { uri, problem: "absent" };
  try {
    return { uri, base64: readFileSync(join(folder, uri.slice(BASE.length + 1))).toString("base64") };
  } catch {
    return { uri, problem: "absent" };
  }
}
