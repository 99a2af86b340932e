// What the client is told to ask for again: when another file changed, when a setting did, and while files are read.

import assert from "node:assert/strict";
import type { ClientCapabilities, CodeLens, InlayHint } from "vscode-languageserver-protocol/node";
import { cleanUp, makeFolder, PUSH, startClient, type TestClient } from "./client.ts";

const STRATEGY = "trust.strategy.yaml";
const MEASURES = "trust.measures.yaml";
const TEXTS = `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  waiting:
    title: Cut waiting
    lead: Medical Director
    measures: [waits]
#- trust.measures.yaml
measures:
  waits: {title: Days to treatment, unit: days, better: lower, baseline: {2025/26: 20}, targets: {2028/29: 10}}
`;
const REFRESHING: ClientCapabilities = {
  ...PUSH,
  workspace: { ...PUSH.workspace, codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true } },
};

const ALL = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };

async function lenses(client: TestClient, uri: string): Promise<string[]> {
  const found = await client.request<CodeLens[]>("textDocument/codeLens", { textDocument: { uri } });
  return found.map(({ command }) => command?.title ?? "");
}

async function hints(client: TestClient, uri: string): Promise<unknown[]> {
  const params = { textDocument: { uri }, range: ALL };
  const found = await client.request<InlayHint[]>("textDocument/inlayHint", params);
  return found.map(({ label }) => (typeof label === "string" ? label : label[0]?.value));
}

describe("lenses and hints", () => {
  afterEach(cleanUp);

  it("are asked for again when another file made them untrue", async () => {
    const folder = makeFolder(TEXTS);
    const client = await startClient({ folders: [folder.path], capabilities: REFRESHING });
    await client.ready();
    const uri = folder.uri(STRATEGY);
    await client.afterCheck(() => client.open(uri, `${folder.text(STRATEGY)}# open\n`));
    assert.deepEqual(await lenses(client, uri), ["1 objective · 100% measured", "1 measure"]);
    assert.deepEqual(await hints(client, uri), ["Days to treatment"]);
    const before = [client.count("workspace/codeLens/refresh"), client.count("workspace/inlayHint/refresh")];
    const changed = folder
      .text(MEASURES)
      .replace("Days to treatment", "Weeks to wait")
      .replace(/, targets.*\}/, "}");
    folder.write(MEASURES, changed);
    client.watched([folder.uri(MEASURES), "changed"]);
    await client.until(
      () =>
        client.count("workspace/codeLens/refresh") > (before[0] ?? 0) &&
        client.count("workspace/inlayHint/refresh") > (before[1] ?? 0),
    );
    assert.deepEqual(await lenses(client, uri), ["1 objective · 0% measured", "1 measure · no target yet"]);
    assert.deepEqual(await hints(client, uri), ["Weeks to wait"]);
    await client.stop();
  });

  it("are not asked for again where only a description changed", async () => {
    const folder = makeFolder(TEXTS);
    const client = await startClient({ folders: [folder.path], capabilities: REFRESHING });
    await client.ready();
    client.open(folder.uri(STRATEGY), folder.text(STRATEGY));
    client.open(folder.uri(MEASURES), folder.text(MEASURES));
    await client.until(() => client.published.get(folder.uri(MEASURES))?.version === 1);
    const before = client.count("workspace/codeLens/refresh");
    await client.afterCheck(() => {
      client.change(folder.uri(MEASURES), `description: What we count\n${folder.text(MEASURES)}`);
    });
    await client.afterCheck(() => {
      client.change(folder.uri(MEASURES), folder.text(MEASURES).replace("Days to", "Weeks to"));
    });
    await client.until(() => client.count("workspace/codeLens/refresh") > before);
    assert.equal(client.count("workspace/codeLens/refresh"), before + 1);
    await client.stop();
  });
});

describe("settings", () => {
  afterEach(cleanUp);

  it("take effect as soon as a client sends them", async () => {
    const folder = makeFolder(TEXTS);
    const client = await startClient({ folders: [folder.path], capabilities: PUSH });
    await client.ready();
    const uri = folder.uri(STRATEGY);
    client.open(uri, folder.text(STRATEGY));
    assert.equal((await lenses(client, uri)).length, 2);
    assert.equal((await hints(client, uri)).length, 1);
    client.notify("workspace/didChangeConfiguration", {
      settings: { stratkit: { codeLens: { enable: false }, inlayHints: { titles: false } } },
    });
    assert.deepEqual(await lenses(client, uri), []);
    assert.deepEqual(await hints(client, uri), []);
    await client.stop();
  });

  it("are asked of a client that can be asked, at the start and when they change", async () => {
    const folder = makeFolder(TEXTS);
    let written: object = { codeLens: { enable: false } };
    const client = await startClient({
      folders: [folder.path],
      capabilities: { ...REFRESHING, workspace: { ...REFRESHING.workspace, configuration: true } },
      prepare(connection) {
        connection.onRequest("workspace/configuration", ({ items }: { items: { section?: string }[] }) => {
          assert.deepEqual(
            items.map(({ section }) => section),
            ["stratkit"],
          );
          return [written];
        });
      },
    });
    await client.ready();
    const uri = folder.uri(STRATEGY);
    await client.afterCheck(() => client.open(uri, `${folder.text(STRATEGY)}# open\n`));
    assert.deepEqual(await lenses(client, uri), []);
    const before = client.count("workspace/codeLens/refresh");
    written = {};
    client.notify("workspace/didChangeConfiguration", { settings: null });
    await client.until(() => client.count("workspace/codeLens/refresh") > before);
    assert.equal((await lenses(client, uri)).length, 2);
    await client.stop();
  });
});

describe("the status", () => {
  afterEach(cleanUp);

  it("says that files are read, at the start and again, and how many there are", async () => {
    const folder = makeFolder(TEXTS);
    const client = await startClient({ folders: [folder.path], capabilities: PUSH });
    await client.ready();
    const said = () =>
      client.heard.flatMap(({ method, params }) => {
        if (method !== "stratkit/status") return [];
        const { root, state, files, unreadable } = params as Readonly<Record<string, unknown>>;
        assert.equal(root, folder.uri("").replace(/\/$/, ""));
        return [`${state} ${files} ${unreadable}`];
      });
    assert.deepEqual(said(), ["reading 0 0", "ready 2 0"]);
    folder.write("more.measures.yaml", "measures: [\n");
    client.watched([folder.uri("more.measures.yaml"), "created"]);
    await client.until(() => said().length === 4);
    assert.deepEqual(said().slice(2), ["reading 2 0", "ready 3 1"]);
    // Nothing is new, and still the reading has an end.
    client.watched([folder.uri("more.measures.yaml"), "changed"]);
    await client.until(() => said().length === 6);
    assert.deepEqual(said().slice(4), ["reading 3 1", "ready 3 1"]);
    await client.stop();
  });
});

describe("pages of rules", () => {
  afterEach(cleanUp);

  const GAP = TEXTS.replace("    measures: [waits]\n", "");

  it("are those of the project, or those that the client has", async () => {
    const folder = makeFolder(GAP);
    const hrefs: unknown[] = [];
    for (const options of [{}, { pages: "file:///ext/docs/" }]) {
      const client = await startClient({ folders: [folder.path], capabilities: PUSH, options });
      await client.ready();
      hrefs.push(client.published.get(folder.uri(STRATEGY))?.diagnostics[0]?.codeDescription?.href);
      await client.stop();
    }
    const page = "docs/rules/trace/objective-unmeasured.md";
    assert.match(String(hrefs[0]), new RegExp(`^https://.+/${page}$`));
    assert.equal(hrefs[1], `file:///ext/${page}`);
  });

  it("are shown on request inside the editor, and the hover leads to them", async () => {
    const folder = makeFolder(`${GAP}#- stratkit.config.yaml\nrules: {trace/objective-unmeasured: info}\n`);
    const shown: unknown[] = [];
    const client = await startClient({
      folders: [folder.path],
      capabilities: {
        ...PUSH,
        textDocument: { ...PUSH.textDocument, hover: { contentFormat: ["markdown"] } },
        window: { showDocument: { support: true } },
      },
      options: { pages: "file:///ext/docs" },
      prepare(connection) {
        connection.onRequest("window/showDocument", (params: unknown) => {
          shown.push(params);
          return { success: true };
        });
      },
    });
    await client.ready();
    const uri = "file:///ext/docs/rules/trace/objective-unmeasured.md";
    await client.request("workspace/executeCommand", {
      command: "stratkit.server.explain",
      arguments: ["trace/objective-unmeasured"],
    });
    assert.deepEqual(shown, [{ uri, external: false }]);
    const hover = await client.request<{ contents: { value: string } } | null>("textDocument/hover", {
      textDocument: { uri: folder.uri("stratkit.config.yaml") },
      position: { line: 0, character: 12 },
    });
    assert.ok(hover?.contents.value.includes(`(<${uri}>)`), hover?.contents.value);
    await client.stop();
  });
});
