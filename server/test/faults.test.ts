// What is broken or not known yet: damaged files, an index that is not complete, handlers that throw, parents that die.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { cleanUp, makeFolder, PULL, PUSH, ROOT, startClient, track } from "./client.ts";
import { makeGate } from "./holding.ts";

const LINKED = `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting: {title: Cut waiting, lead: Medical Director, measures: [waits]}
#- trust.measures.yaml
measures:
  waits: {title: Waits, unit: days, better: lower, baseline: {2025/26: 20}, targets: {2028/29: 10}}
`;
const STRATEGY = "trust.strategy.yaml";
const MEASURES = "trust.measures.yaml";
/** The reference in the strategy. */
const REFERENCE = { line: 3, character: 73 };

describe("faults", () => {
  afterEach(cleanUp);

  it("B15 a handler that throws answers with nothing, logs once with its stack, and the server lives", async () => {
    const folder = makeFolder(LINKED);
    const client = await startClient({ folders: [folder.path], capabilities: PUSH });
    await client.ready();
    const textDocument = { uri: folder.uri(STRATEGY) };
    assert.equal(await client.request("textDocument/hover", { textDocument, position: null }), null);
    await client.until(() => client.count("window/logMessage") > 0);
    const logged = client.heard.filter(({ method }) => method === "window/logMessage");
    assert.equal(logged.length, 1);
    assert.match(JSON.stringify(logged[0]?.params), /textDocument\/hover: TypeError.*\\n +at /);
    assert.equal(client.count("window/showMessage"), 0);
    assert.notEqual(await client.request("textDocument/hover", { textDocument, position: REFERENCE }), null);
    await client.stop();
  });

  it("B31 a merge conflict is one finding, and others of its file are withheld", async () => {
    const folder = makeFolder(LINKED);
    const client = await startClient({ folders: [folder.path], capabilities: PUSH });
    await client.ready();
    const uri = folder.uri(MEASURES);
    const [head = "", ...rest] = folder.text(MEASURES).split("\n");
    const conflict = ["<<<<<<< HEAD", ...rest, "=======", "  wrong: {sort: [}", ">>>>>>> theirs", ""];
    client.open(uri, [head, ...conflict].join("\n"));
    await client.until(() => client.published.get(uri)?.version === 1);
    assert.deepEqual(client.pushed(uri), ["2:1 yaml/merge-conflict"]);
    assert.deepEqual(client.pushed(folder.uri(STRATEGY)), []);
    await client.stop();
  });

  it("B48 a damaged file mutes what it could hold, and its last good definitions are found", async () => {
    const folder = makeFolder(LINKED);
    const client = await startClient({ folders: [folder.path], capabilities: PUSH });
    await client.ready();
    const [strategy, measures] = [folder.uri(STRATEGY), folder.uri(MEASURES)];
    client.open(measures, folder.text(MEASURES));
    client.change(measures, 'measures:\n  "waits: {title: Waits}\n');
    await client.until(() => client.pushed(measures).length > 0);
    assert.deepEqual(client.pushed(strategy), []);
    const at = { textDocument: { uri: strategy }, position: REFERENCE };
    assert.match(JSON.stringify(await client.request("textDocument/hover", at)), /Waits/);
    const found = await client.request<{ uri: string }>("textDocument/definition", at);
    assert.equal(found.uri, measures);
    await client.stop();
  });

  it("B51 files that were never opened are found from one another", async () => {
    const folder = makeFolder(LINKED);
    const client = await startClient({ folders: [folder.path], capabilities: PUSH });
    await client.ready();
    const [strategy, measures] = [folder.uri(STRATEGY), folder.uri(MEASURES)];
    const at = { textDocument: { uri: strategy }, position: REFERENCE };
    const found = await client.request<{ uri: string; range: object }>("textDocument/definition", at);
    assert.deepEqual(found, {
      uri: measures,
      range: { start: { line: 1, character: 2 }, end: { line: 1, character: 7 } },
    });
    const places = await client.request<{ uri: string }[]>("textDocument/references", {
      ...at,
      context: { includeDeclaration: true },
    });
    assert.deepEqual(places.map(({ uri }) => uri).sort(), [measures, strategy]);
    assert.match(JSON.stringify(await client.request("textDocument/hover", at)), /Waits/);
    const symbols = await client.request<{ name: string }[]>("workspace/symbol", { query: "waits" });
    assert.equal(symbols.length > 0, true);
    await client.stop();
  });

  it("B47 while files are still being read nothing is said to be missing, and it is said afterwards", async () => {
    const files = new Map([
      ["mem/trust.strategy.yaml", makeText(LINKED, 0).replace("[waits]", "[waits, nowhere]")],
      ["mem/trust.measures.yaml", makeText(LINKED, 1)],
    ]);
    const listing = makeGate();
    const uriOfFile = (path: string) => `vscode-vfs://github/${path}`;
    const client = await startClient({
      folders: ["vscode-vfs://github/mem"],
      capabilities: PULL,
      options: { fileAccess: "client" },
      prepare(connection) {
        connection.onRequest("stratkit/files/list", async () => {
          await listing.pass();
          return { uris: [...files.keys()].map(uriOfFile) };
        });
        connection.onRequest("stratkit/files/read", ({ uris }: { uris: string[] }) => ({
          files: uris.map((uri) => {
            const text = files.get(uri.slice("vscode-vfs://github/".length));
            if (text === undefined) return { uri, problem: "absent" };
            return { uri, base64: Buffer.from(text).toString("base64") };
          }),
        }));
      },
    });
    await listing.reached;
    const uri = uriOfFile("mem/trust.strategy.yaml");
    client.open(uri, `${files.get("mem/trust.strategy.yaml")}sort: fast\n`);
    assert.deepEqual(await client.pull(uri), ["5:1 schema/unknown-key"]);
    listing.open();
    await client.ready();
    assert.deepEqual(await client.pull(uri), ["4:79 ref/not-found", "5:1 schema/unknown-key"]);
    await client.stop();
  });

  it("ends when the process that started it does", async () => {
    const folder = makeFolder(LINKED);
    const server = pathToFileURL(join(ROOT, "server/bin/stratkit-language-server.js")).href;
    const parent = track(
      spawn("node", ["--input-type=module", "-e", PARENT, server, folder.uri("")], {
        stdio: ["ignore", "pipe", "inherit"],
      }),
    );
    const id = await new Promise<number>((resolve) => {
      parent.stdout?.once("data", (data) => resolve(Number(String(data))));
    });
    parent.kill("SIGKILL");
    await new Promise<void>((resolve) => {
      const look = setInterval(() => {
        if (existsSync(`/proc/${id}`) && isAlive(id)) return;
        clearInterval(look);
        resolve();
      }, 50);
    });
  });
});

/** Starts a server over Node's IPC, says its process id once the server has answered, and never ends by itself. */
const PARENT = `
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
const server = fork(fileURLToPath(process.argv[1]), ["--node-ipc"], { execArgv: [], stdio: ["ignore", "ignore", "inherit", "ipc"] });
server.on("message", (message) => {
  if (message.id === 1) console.log(server.pid);
});
server.send({ jsonrpc: "2.0", id: 1, method: "initialize", params: { processId: process.pid, rootUri: process.argv[2], capabilities: {} } });
setInterval(() => {}, 1000);
`;

function isAlive(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch {
    return false;
  }
}

function makeText(fixture: string, index: number): string {
  return fixture.split(/^#- .*\n/m)[index + 1] ?? "";
}
