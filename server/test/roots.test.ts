// Which folders are workspaces, to which of them a document belongs, and what is no strategy file at all.

import assert from "node:assert/strict";
import { join } from "node:path";
import { cleanUp, makeFolder, PULL, PUSH, startClient } from "./client.ts";

const STRATEGY = "trust.strategy.yaml";

/** A strategy that refers to a measure of its own. */
function strategy(measure: string): string {
  return [
    "title: Ours",
    "period: 2026/27 to 2028/29",
    "objectives:",
    `  cut-waiting: {title: Cut waiting, lead: Medical Director, measures: [${measure}]}`,
    "",
  ].join("\n");
}

const MEASURES =
  "measures:\n  waits: {title: Waits, unit: days, better: lower, baseline: {2025/26: 20}, targets: {2028/29: 10}}\n";

describe("roots", () => {
  afterEach(cleanUp);

  it("B61 equal ids in two folders don't clash, and folders come and go", async () => {
    const [one, two] = [makeFolder(), makeFolder()];
    for (const folder of [one, two]) {
      folder.write(STRATEGY, strategy("waits"));
      folder.write("trust.measures.yaml", MEASURES);
    }
    two.write("stratkit.config.yaml", "rules: {trace/objective-unmeasured: off}\n");
    two.write("gap.strategy.yaml", strategy("waits").replace(", measures: [waits]", ""));
    const client = await startClient({
      folders: [one.path],
      capabilities: { ...PUSH, workspace: { ...PUSH.workspace, workspaceFolders: true } },
    });
    await client.ready();
    assert.deepEqual(client.roots, [one.uri("").replace(/\/$/, "")]);
    assert.deepEqual(client.pushed(one.uri(STRATEGY)), []);
    const folderOf = (path: string) => ({ uri: one.uri("").replace(one.path, path), name: path });
    const event = (added: string[], removed: string[]) => ({
      event: { added: added.map(folderOf), removed: removed.map(folderOf) },
    });
    two.write("wrong.measures.yaml", "measures:\n  lost: {sort: x}\n");
    client.notify("workspace/didChangeWorkspaceFolders", event([two.path], []));
    await client.until(() => client.pushed(two.uri("wrong.measures.yaml")).length > 0);
    assert.deepEqual(client.pushed(one.uri(STRATEGY)), []);
    assert.deepEqual(client.pushed(two.uri("gap.strategy.yaml")), [], "its own config counts");
    const roots = async () => (await client.request<{ roots: string[] }>("stratkit/roots", null)).roots;
    assert.equal((await roots()).length, 2);
    const changes = client.count("stratkit/changed");
    client.notify("workspace/didChangeWorkspaceFolders", event([], [two.path]));
    await client.until(() => client.pushed(two.uri("wrong.measures.yaml")).length === 0);
    await client.until(() => client.count("stratkit/changed") > changes);
    assert.deepEqual(await roots(), client.roots);
    await client.stop();
  });

  it("B62 the nearest config decides, and the outer root does not see the inner files", async () => {
    const folder = makeFolder();
    folder.write("stratkit.config.yaml", "extends: review\n");
    folder.write(STRATEGY, strategy("waits"));
    folder.write("inner/stratkit.config.yaml", "rules: {ref/not-found: warning}\n");
    folder.write("inner/trust.measures.yaml", MEASURES);
    folder.write("inner/own.strategy.yaml", strategy("elsewhere"));
    const client = await startClient({ folders: [folder.path], capabilities: PUSH });
    await client.ready();
    assert.equal(client.roots.length, 2);
    const of = (file: string) => client.published.get(folder.uri(file))?.diagnostics ?? [];
    assert.deepEqual(
      of(STRATEGY).map(({ code, severity }) => [code, severity]),
      [["ref/not-found", 1]],
    );
    assert.deepEqual(
      of("inner/own.strategy.yaml").map(({ code, severity }) => [code, severity]),
      [["ref/not-found", 2]],
    );
    // Without its config the inner folder is part of the outer one.
    folder.remove("inner/stratkit.config.yaml");
    client.watched([folder.uri("inner/stratkit.config.yaml"), "deleted"]);
    await client.until(() => of(STRATEGY).length === 0);
    assert.equal(of("inner/own.strategy.yaml")[0]?.severity, 1);
    folder.write("inner/stratkit.config.yaml", "rules: {ref/not-found: warning}\n");
    client.watched([folder.uri("inner/stratkit.config.yaml"), "created"]);
    await client.until(() => of(STRATEGY).length === 1 && of("inner/own.strategy.yaml")[0]?.severity === 2);
    await client.stop();
  });

  it("a folder below a config belongs to the root above it", async () => {
    const folder = makeFolder();
    folder.write("stratkit.config.yaml", "extends: review\n");
    folder.write("trust.measures.yaml", MEASURES);
    folder.write(`deep/down/${STRATEGY}`, strategy("waits"));
    const client = await startClient({ folders: [join(folder.path, "deep/down")], capabilities: PUSH });
    await client.ready();
    assert.deepEqual(client.roots, [folder.uri("").replace(/\/$/, "")]);
    assert.deepEqual(client.pushed(folder.uri(`deep/down/${STRATEGY}`)), []);
    await client.stop();
  });

  it("a file opened alone has its own folder for a root, until it is closed", async () => {
    const folder = makeFolder();
    folder.write(STRATEGY, strategy("weights"));
    folder.write("trust.measures.yaml", MEASURES);
    const client = await startClient({ capabilities: PUSH });
    await client.ready();
    assert.deepEqual(client.roots, []);
    const uri = folder.uri(STRATEGY);
    client.open(uri, strategy("weights"));
    await client.until(() => client.pushed(uri).length === 1);
    client.change(uri, strategy("waits"));
    await client.until(() => client.pushed(uri).length === 0);
    client.change(uri, strategy("weights"));
    await client.until(() => client.pushed(uri).length === 1);
    client.close(uri);
    await client.until(() => client.pushed(uri).length === 0);
    await client.stop();
  });

  it("B63 one file has one place, however its address is written", async () => {
    const folder = makeFolder();
    const name = "2026 #1 100% ü/trust.strategy.yaml";
    folder.write(name, strategy("weights"));
    const client = await startClient({ folders: [folder.path], capabilities: PUSH });
    await client.ready();
    const closed = [...client.published.keys()];
    assert.equal(closed.length, 1);
    const [known = ""] = closed;
    const base = folder.uri("").replace(/\/$/, "");
    const plain = `${base}/2026%20%231%20100%25%20ü/trust.strategy.yaml`;
    client.open(plain, strategy("weights"));
    await client.until(() => client.published.get(plain)?.version === 1);
    assert.equal(client.pushed(plain).length, 1);
    if (plain !== known) assert.deepEqual(client.pushed(known), []);
    assert.deepEqual(await client.request("stratkit/trace", {}).then(countStrategies), 1);
    await client.stop();
  });

  it("B63 views of other schemes, untitled texts and other files get empty answers, and nothing is known twice", async () => {
    const folder = makeFolder();
    folder.write(STRATEGY, strategy("waits"));
    folder.write("trust.measures.yaml", MEASURES);
    const client = await startClient({ folders: [folder.path], capabilities: PULL });
    await client.ready();
    const path = folder.uri(STRATEGY).slice("file://".length);
    const others = [
      "untitled:Untitled-1",
      `untitled:${path}`,
      `git:${path}?%7B%22ref%22%3A%22HEAD%22%7D`,
      `vscode-chat-code-block:${path}`,
      `file://${path.replace("trust.strategy", "readme")}`,
      "not an address",
    ];
    for (const uri of others) {
      client.open(uri, strategy("nowhere"));
      assert.deepEqual(await client.pull(uri), [], uri);
      const at = { textDocument: { uri }, position: { line: 3, character: 4 } };
      assert.equal(await client.request("textDocument/hover", at), null, uri);
      assert.deepEqual(
        await client.request("textDocument/documentSymbol", { textDocument: { uri } }),
        [],
        uri,
      );
      client.change(uri, "");
      client.close(uri);
    }
    assert.deepEqual(await client.pull(folder.uri(STRATEGY)), []);
    assert.deepEqual(await client.request("stratkit/trace", {}).then(countStrategies), 1);
    assert.equal(client.count("window/logMessage"), 0);
    await client.stop();
  });

  it("the file's name decides, whatever language the client says", async () => {
    const folder = makeFolder();
    const client = await startClient({ folders: [folder.path], capabilities: PUSH });
    await client.ready();
    for (const language of ["yaml", "stratkit", "plaintext"]) {
      const uri = folder.uri(`${language}.strategy.yaml`);
      client.open(uri, strategy("nowhere"), language);
      await client.until(() => client.pushed(uri).length === 1);
    }
    const near = folder.uri("trust.measure.yaml");
    client.open(near, MEASURES);
    await client.until(() => client.pushed(near).length === 1);
    assert.deepEqual(client.pushed(near), ["1:1 schema/file-name"]);
    await client.stop();
  });
});

function countStrategies(answer: unknown): number {
  const nodes: unknown = typeof answer === "object" && answer !== null ? Reflect.get(answer, "nodes") : [];
  return Array.isArray(nodes) ? nodes.filter(({ kind }: { kind: string }) => kind === "strategy").length : -1;
}
