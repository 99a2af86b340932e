// Clients that do not keep to the protocol, that send more than anybody can answer, and that die: what the server says
// to them, and what is true afterwards. Everything goes through a real process, byte by byte.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import {
  cleanUp,
  describe as describeFinding,
  makeFolder,
  PUSH,
  ROOT,
  startClient,
  track,
} from "./client.ts";

const SERVER = join(ROOT, "server/bin/stratkit-language-server.js");
const ENDS = "\r\n\r\n";

interface Answer {
  readonly id?: number | null;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** Speaks the protocol by hand. */
function speak(processId: number | null = null) {
  const server = track(spawn("node", [SERVER, "--stdio"], { stdio: ["pipe", "pipe", "pipe"] }));
  const heard: Answer[] = [];
  const waiting = new Set<() => void>();
  let rest = Buffer.alloc(0);
  server.stdout.on("data", (data: Buffer) => {
    rest = Buffer.concat([rest, data]);
    for (let at = rest.indexOf(ENDS); at >= 0; at = rest.indexOf(ENDS)) {
      const start = at + ENDS.length;
      const end = start + Number(/Content-Length: (\d+)/.exec(rest.toString("latin1", 0, at))?.[1]);
      if (rest.length < end) return;
      heard.push(JSON.parse(rest.toString("utf8", start, end)));
      rest = rest.subarray(end);
    }
    for (const look of [...waiting]) look();
  });
  let complaints = "";
  server.stderr.on("data", (data: Buffer) => {
    complaints += data.toString();
  });
  const ended = new Promise<number | null>((resolve) => server.once("close", resolve));
  const sendText = (text: string) =>
    server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}${ENDS}${text}`);
  const send = (message: object) => sendText(JSON.stringify({ jsonrpc: "2.0", ...message }));
  const answerTo = (id: number | null) =>
    new Promise<Answer>((resolve) => {
      const look = () => {
        const answer = heard.find((one) => one.id === id && one.method === undefined);
        if (answer === undefined) return;
        waiting.delete(look);
        resolve(answer);
      };
      waiting.add(look);
      look();
    });
  const ask = (id: number, method: string, params?: unknown) => {
    send({ id, method, ...(params === undefined ? {} : { params }) });
    return answerTo(id);
  };
  const initialize = async (folder?: string) => {
    const rootUri = folder === undefined ? null : makeUri(folder);
    const options = { initializationOptions: { asOf: "2026-11-21" } };
    const answer = await ask(1, "initialize", { processId, rootUri, capabilities: {}, ...options });
    assert.ok(answer.result !== undefined);
    send({ method: "initialized", params: {} });
  };
  return {
    server,
    heard,
    ended,
    complaints: () => complaints,
    send,
    sendText,
    answerTo,
    ask,
    initialize,
    async isWell() {
      assert.deepEqual(Object.keys((await ask(9999, "stratkit/roots")).result ?? {}), ["roots"]);
      server.stdin.end();
      assert.equal(await ended, 1);
      assert.equal(complaints, "");
    },
  };
}

function makeUri(folder: string): string {
  return new URL(`file://${folder}`).href;
}

const STRATEGY = "ours.strategy.yaml";
const TEXT = `title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting: {title: Cut waiting, lead: Medical Director}
`;

describe("a client that talks nonsense", function () {
  this.timeout(60_000);
  afterEach(cleanUp);

  it("is told with the codes of the protocol what cannot be answered, and when", async () => {
    const { ask, send, server, ended, complaints, heard } = speak();
    const at = { textDocument: { uri: "file:///x/a.strategy.yaml" }, position: { line: 0, character: 0 } };
    const code = async (answer: Promise<Answer>) => (await answer).error?.code;
    assert.equal(await code(ask(2, "textDocument/hover", at)), -32002);
    assert.equal(await code(ask(3, "shutdown")), -32002);
    send({ method: "textDocument/didOpen", params: { textDocument: { ...at.textDocument, text: "" } } });
    send({ method: "stratkit/nothing", params: {} });
    assert.equal(await code(ask(4, "initialize", { processId: null })), -32603);
    const good = { processId: null, capabilities: {} };
    assert.equal(await code(ask(5, "initialize", good)), undefined);
    send({ method: "initialized", params: {} });
    assert.equal(await code(ask(6, "initialize", good)), -32600);
    assert.equal(await code(ask(7, "stratkit/nothing", {})), -32601);
    assert.equal(
      await code(ask(8, "workspace/executeCommand", { command: "rm -rf", arguments: "/" })),
      -32803,
    );
    assert.equal(await code(ask(9, "textDocument/hover", at)), undefined);
    assert.deepEqual(await ask(10, "shutdown"), { jsonrpc: "2.0", id: 10, result: null });
    assert.equal(await code(ask(11, "textDocument/hover", at)), -32600);
    send({ method: "exit" });
    assert.equal(await ended, 0);
    assert.equal(server.exitCode, 0);
    assert.equal(complaints(), "");
    assert.deepEqual(
      heard.filter(({ method }) => method === "window/logMessage"),
      [],
    );
  });

  it("keeps its server whatever stands in a message", async () => {
    const { initialize, sendText, send, answerTo, isWell } = speak();
    await initialize();
    for (const text of ["{no json", "[]", "null", '"x"', "{}", '{"jsonrpc":"2.0","id":{},"method":5}'])
      sendText(text);
    assert.equal((await answerTo(null)).error?.code, -32700);
    const odd = [undefined, null, 5, "x", [], {}, { textDocument: null }, { textDocument: { uri: 7 } }];
    for (const method of [
      "textDocument/didOpen",
      "textDocument/didChange",
      "textDocument/didClose",
      "textDocument/didSave",
      "workspace/didChangeWatchedFiles",
      "workspace/didChangeConfiguration",
      "workspace/didChangeWorkspaceFolders",
      "workspace/didRenameFiles",
      "$/cancelRequest",
      "$/setTrace",
      "$/progress",
    ]) {
      for (const params of odd) send({ method, ...(params === undefined ? {} : { params }) });
    }
    await isWell();
  });

  it("gets an answer to every request whatever it asks with", async () => {
    const folder = makeFolder(`#- ${STRATEGY}\n${TEXT}`);
    const { initialize, ask, isWell, heard } = speak();
    await initialize(folder.path);
    const uri = folder.uri(STRATEGY);
    const places = [
      [-1, -1],
      [0, 1e9],
      [1e9, 0],
      [2 ** 53, 2 ** 53],
      [0.5, 0.5],
      ["a", null],
    ];
    const odd = [
      undefined,
      null,
      [1, 2],
      { textDocument: { uri: "no address" } },
      ...places.map(([line, character]) => {
        const position = { line, character };
        const range = { start: position, end: { line: 0, character: 0 } };
        const more = { context: { diagnostics: [], includeDeclaration: true }, newName: "x", options: {} };
        return {
          textDocument: { uri },
          position,
          range,
          positions: [position],
          item: { uri },
          query: "",
          ...more,
        };
      }),
    ];
    let id = 100;
    for (const method of METHODS) {
      for (const params of odd) {
        id += 1;
        const { error } = await ask(id, method, params);
        assert.ok(error === undefined || error.code !== -32603, `${method}: ${JSON.stringify(error)}`);
      }
    }
    assert.equal(
      heard.some(({ method }) => method === "window/showMessage"),
      false,
    );
    await isWell();
  });

  for (const [what, bytes] of [
    ["without a length", `Foo: bar${ENDS}{}`],
    ["whose length is no number", `Content-Length: x${ENDS}{}`],
    ["that is none", `\0\u0001nonsense${ENDS}`],
    ["whose length is wrong", `Content-Length: 2${ENDS}{"jsonrpc": "2.0"}${ENDS}`],
  ] as const) {
    it(`loses its server by a header ${what}, with one line that says why`, async () => {
      const { server, ended, complaints } = speak();
      server.stdin.write(bytes);
      assert.equal(await ended, 1);
      assert.match(complaints(), /^stratkit-language-server: what came is no message: .*\n$/);
    });
  }

  it("has its newest text checked after documents were opened twice, changed unopened, and numbered backwards", async () => {
    const folder = makeFolder(`#- ${STRATEGY}\n${TEXT}`);
    const client = await startClient({ folders: [folder.path], capabilities: PUSH });
    await client.ready();
    const uri = folder.uri(STRATEGY);
    const document = (version: number) => ({ textDocument: { uri, version } });
    client.notify("textDocument/didChange", { ...document(3), contentChanges: [{ text: "unopened" }] });
    client.open(uri, "title: [");
    client.open(uri, "title: {");
    client.notify("textDocument/didChange", { ...document(9), contentChanges: [{ text: "title: 'x" }] });
    const far = { start: { line: 900, character: 900 }, end: { line: 901, character: 0 } };
    client.notify("textDocument/didChange", { ...document(4), contentChanges: [{ range: far, text: "'" }] });
    client.notify("textDocument/didChange", {
      ...document(2),
      contentChanges: [{ text: `${TEXT}sort: x\n` }],
    });
    await client.until(() => client.pushed(uri).includes("5:1 schema/unknown-key"));
    client.close(uri);
    client.close(uri);
    client.notify("textDocument/didChange", { ...document(3), contentChanges: [{ text: "closed" }] });
    await client.until(() => !client.pushed(uri).includes("5:1 schema/unknown-key"));
    assert.deepEqual(client.pushed(uri), ["4:3 trace/objective-unmeasured"]);
    await client.stop();
  });
});

const METHODS = [
  "textDocument/hover",
  "textDocument/completion",
  "completionItem/resolve",
  "textDocument/definition",
  "textDocument/references",
  "textDocument/documentHighlight",
  "textDocument/documentSymbol",
  "textDocument/documentLink",
  "textDocument/foldingRange",
  "textDocument/selectionRange",
  "textDocument/formatting",
  "textDocument/rangeFormatting",
  "textDocument/codeAction",
  "codeAction/resolve",
  "textDocument/codeLens",
  "textDocument/inlayHint",
  "textDocument/prepareRename",
  "textDocument/rename",
  "textDocument/diagnostic",
  "textDocument/prepareTypeHierarchy",
  "typeHierarchy/supertypes",
  "workspace/symbol",
  "workspace/willRenameFiles",
  "workspace/executeCommand",
  "stratkit/roots",
  "stratkit/trace",
  "stratkit/coverage",
  "stratkit/rules",
  "stratkit/tree",
  "stratkit/toFix",
  "stratkit/guide",
  "stratkit/panel",
];

describe("a client that floods", function () {
  this.timeout(60_000);
  afterEach(cleanUp);

  it("hears the truth about its last text, and every request is answered", async () => {
    const folder = makeFolder(`#- ${STRATEGY}\n${TEXT}`);
    const client = await startClient({ folders: [folder.path], capabilities: PUSH });
    await client.ready();
    const uri = folder.uri(STRATEGY);
    client.open(uri, TEXT);
    for (let at = 0; at < 5000; at += 1) client.change(uri, `${TEXT}k${at}: x\n`);
    const last = client.change(uri, `${TEXT}last: x\n`);
    await client.until(() => client.published.get(uri)?.version === last);
    const found = client.published.get(uri)?.diagnostics ?? [];
    assert.deepEqual(found.map(describeFinding).sort(), [
      "4:3 trace/objective-unmeasured",
      "5:1 schema/unknown-key",
    ]);
    assert.match(found.map(({ message }) => JSON.stringify(message)).join(), /\\"last\\"/);
    assert.ok(client.count("stratkit/changed") < 1000, "what was overtaken is not shown");
    await client.stop();
  });

  it("gets each request cancelled or answered, once", async () => {
    const folder = makeFolder(`#- ${STRATEGY}\n${TEXT}`);
    const { initialize, send, answerTo, heard, isWell } = speak();
    await initialize(folder.path);
    const uri = folder.uri(STRATEGY);
    send({
      method: "textDocument/didOpen",
      params: { textDocument: { uri, languageId: "yaml", version: 1, text: TEXT } },
    });
    const position = { line: 3, character: 17 };
    const ids = Array.from({ length: 2000 }, (_, at) => 1000 + at);
    const methodOf = (id: number) => `textDocument/${id % 10 === 0 ? "completion" : "hover"}`;
    for (const id of ids) send({ id, method: methodOf(id), params: { textDocument: { uri }, position } });
    for (const id of ids) send({ method: "$/cancelRequest", params: { id } });
    // Answered in any order, so that the last is known by asking once more.
    send({ id: 4000, method: "textDocument/completion", params: { textDocument: { uri }, position } });
    await answerTo(4000);
    const answers = heard.filter(({ id }) => typeof id === "number" && id >= 1000 && id < 3000);
    assert.equal(answers.length, ids.length);
    for (const { error } of answers)
      assert.ok(error === undefined || error.code === -32800, JSON.stringify(error));
    await isWell();
  });

  it("sends a file of many megabytes and has it left alone", async () => {
    const folder = makeFolder(`#- ${STRATEGY}\n${TEXT}`);
    const client = await startClient({ folders: [folder.path], capabilities: PUSH });
    await client.ready();
    const uri = folder.uri("large.strategy.yaml");
    client.open(uri, `title: ${"x ".repeat(10 * 1024 * 1024)}\n`);
    await client.until(() => client.pushed(uri).length > 0);
    assert.deepEqual(client.pushed(uri), ["1:1 yaml/unreadable"]);
    client.close(uri);
    await client.until(() => client.pushed(uri).length === 0);
    await client.stop();
  });
});

describe("the end of a client", function () {
  this.timeout(60_000);
  afterEach(cleanUp);

  it("ends the server when its input closes, and when the process that it was told of is gone", async () => {
    const closing = speak();
    await closing.initialize();
    closing.server.stdin.end();
    assert.equal(await closing.ended, 1);
    const other = track(spawn("node", ["-e", "setInterval(() => {}, 1000)"], { stdio: "ignore" }));
    const watching = speak(other.pid);
    await watching.initialize();
    other.kill("SIGKILL");
    assert.equal(await watching.ended, 1);
  });

  it("two servers of one folder say the same, and write nothing", async () => {
    const folder = makeFolder(`#- ${STRATEGY}\n${TEXT}`);
    const before = readdirSync(folder.path);
    const start = () => startClient({ folders: [folder.path], capabilities: PUSH });
    const clients = await Promise.all([start(), start()]);
    const uri = folder.uri(STRATEGY);
    for (const client of clients) {
      await client.ready();
      await client.until(() => client.pushed(uri).length > 0);
    }
    folder.write(STRATEGY, `${TEXT}sort: x\n`);
    for (const client of clients) {
      client.watched([uri, "changed"]);
      await client.until(() => client.pushed(uri).length === 2);
    }
    const [one, other] = clients.map((client) => client.pushed(uri));
    assert.deepEqual(one, other);
    assert.deepEqual(readdirSync(folder.path), before);
    for (const client of clients) await client.stop();
  });
});
