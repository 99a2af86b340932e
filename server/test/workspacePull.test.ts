// `workspace/diagnostic` as a long poll, and what is pushed to a client that pulls open files only.

import assert from "node:assert/strict";
import { CancellationTokenSource, LSPErrorCodes, ResponseError } from "vscode-languageserver-protocol/node";
import { cleanUp, makeFolder, PULL, startClient, type TestClient } from "./client.ts";
import { makeGate } from "./holding.ts";

const TWO = `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting: {title: Cut waiting, lead: Medical Director, measures: [waits]}
#- trust.measures.yaml
measures:
  waits: {title: Waits, unit: days, better: lower, baseline: {2025/26: 20}, targets: {2028/29: 10}}
`;

interface Item {
  readonly kind: string;
  readonly uri: string;
  readonly resultId?: string;
  readonly items?: readonly object[];
}

let polls = 0;

function poll(
  client: TestClient,
  previous: readonly Item[] = [],
  token = new CancellationTokenSource().token,
) {
  const previousResultIds = previous.flatMap(({ uri, resultId }) =>
    resultId === undefined ? [] : [{ uri, value: resultId }],
  );
  const params = { previousResultIds, partialResultToken: `poll-${++polls}` };
  return client.connection.sendRequest<{ items: Item[] }>("workspace/diagnostic", params, token);
}

/** Both files of TWO open, and checked so. */
async function openBoth() {
  const folder = makeFolder(TWO);
  const client = await startClient({ folders: [folder.path], capabilities: PULL });
  await client.ready();
  const [strategy, measures] = [folder.uri("trust.strategy.yaml"), folder.uri("trust.measures.yaml")];
  await client.afterCheck(() => {
    client.open(strategy, `${folder.text("trust.strategy.yaml")}# open\n`);
    client.open(measures, folder.text("trust.measures.yaml"));
  });
  return { folder, client, strategy, measures };
}

describe("workspace/diagnostic", () => {
  after(cleanUp);

  it("answers first at once with every file, then waits until something changes", async () => {
    const folder = makeFolder(TWO);
    const client = await startClient({ folders: [folder.path], capabilities: PULL });
    const first = await poll(client);
    assert.deepEqual(
      first.items.map(({ kind }) => kind),
      ["full", "full"],
    );
    let answered = false;
    const waiting = poll(client, first.items).then((report) => {
      answered = true;
      return report;
    });
    const uri = folder.uri("trust.strategy.yaml");
    await client.request("stratkit/coverage", {});
    assert.equal(answered, false, "nothing changed, so nothing is answered");
    client.open(uri, folder.text("trust.strategy.yaml").replace("waits]", "weights]"));
    const { items } = await waiting;
    assert.deepEqual(items.map((item) => item.uri).sort(), [folder.uri("trust.measures.yaml"), uri]);
    assert.ok(items.every(({ kind }) => kind === "full"));
    await client.stop();
  });

  it("names a deleted file once, with nothing in it", async () => {
    const folder = makeFolder(TWO);
    const client = await startClient({ folders: [folder.path], capabilities: PULL });
    const { items } = await poll(client);
    const waiting = poll(client, items);
    folder.remove("trust.measures.yaml");
    client.watched([folder.uri("trust.measures.yaml"), "deleted"]);
    const after = await waiting;
    const gone = after.items.find(({ uri }) => uri === folder.uri("trust.measures.yaml"));
    assert.deepEqual(gone?.items, []);
    assert.equal(gone?.resultId, undefined);
    await client.stop();
  });

  it("B65 closes a waiting request when a newer one comes, and answers a cancelled one as cancelled", async () => {
    const folder = makeFolder(TWO);
    const client = await startClient({ folders: [folder.path], capabilities: PULL });
    const { items } = await poll(client);
    const older = poll(client, items);
    const source = new CancellationTokenSource();
    const newer = poll(client, items, source.token);
    assert.deepEqual(await older, { items: [] });
    source.cancel();
    await assert.rejects(newer, (error) => {
      assert.ok(error instanceof ResponseError);
      assert.equal(error.code, LSPErrorCodes.RequestCancelled);
      return true;
    });
    await client.stop();
  });

  it("answers a client without partial results at once, with unchanged reports", async () => {
    const folder = makeFolder(TWO);
    const client = await startClient({ folders: [folder.path], capabilities: PULL });
    const first = await poll(client);
    const previousResultIds = first.items.map(({ uri, resultId }) => ({ uri, value: resultId }));
    const second = await client.request<{ items: Item[] }>("workspace/diagnostic", { previousResultIds });
    assert.deepEqual(
      second.items.map(({ kind }) => kind),
      ["unchanged", "unchanged"],
    );
    await client.stop();
  });

  it("is not asked for by some clients: closed files are pushed, and never what is pulled", async () => {
    const folder = makeFolder(TWO.replace("[waits]", "[weights]"));
    const client = await startClient({ folders: [folder.path], capabilities: PULL });
    const uri = folder.uri("trust.strategy.yaml");
    await client.until(() => client.pushed(uri).length > 0);
    client.open(uri, folder.text("trust.strategy.yaml"));
    await client.until(() => client.pushed(uri).length === 0);
    assert.deepEqual(await client.pull(uri), ["4:72 ref/not-found"]);
    client.close(uri);
    await client.until(() => client.pushed(uri).length > 0);
    await poll(client);
    await client.until(() => client.pushed(uri).length === 0);
    assert.equal(
      [...client.published.values()].every(({ diagnostics }) => diagnostics.length === 0),
      true,
    );
    await client.stop();
  });

  it("asks the client to pull again where another file made an open one's findings untrue", async () => {
    const { folder, client, strategy, measures } = await openBoth();
    assert.deepEqual(await client.pull(strategy), []);
    const before = client.count("workspace/diagnostic/refresh");
    client.change(measures, folder.text("trust.measures.yaml").replace("waits:", "weights:"));
    await client.until(() => client.count("workspace/diagnostic/refresh") > before);
    assert.deepEqual(await client.pull(strategy), ["4:72 ref/not-found"]);
    await client.stop();
  });

  it("asks the client to pull again what it was told of while files were still being read", async () => {
    const [base, strategy] = ["vscode-vfs://github/trust", "vscode-vfs://github/trust/trust.strategy.yaml"];
    const text =
      "title: Ours\nperiod: 2026/27\nobjectives:\n  access: {title: Access, lead: Medical Director}\n";
    const listing = makeGate();
    const client = await startClient({
      folders: [base],
      capabilities: PULL,
      options: { fileAccess: "client" },
      prepare(connection) {
        connection.onRequest("stratkit/files/list", async () => {
          await listing.pass();
          return { uris: [strategy] };
        });
        connection.onRequest("stratkit/files/read", ({ uris }: { uris: string[] }) => ({
          files: uris.map((uri) =>
            uri === strategy
              ? { uri, base64: Buffer.from(text).toString("base64") }
              : { uri, problem: "absent" },
          ),
        }));
      },
    });
    client.open(strategy, text);
    await listing.reached;
    assert.deepEqual(await client.pull(strategy), [], "what is missing cannot be told yet");
    listing.open();
    await client.until(() => client.count("workspace/diagnostic/refresh") > 0);
    assert.deepEqual(await client.pull(strategy), ["4:3 trace/objective-unmeasured"]);
    await client.stop();
  });

  it("asks the client to pull again where one change of several files was told of when half of it had come", async () => {
    const { folder, client, strategy, measures } = await openBoth();
    const before = client.count("workspace/diagnostic/refresh");
    client.change(strategy, folder.text("trust.strategy.yaml").replace("[waits]", "[weights]"));
    assert.deepEqual(await client.pull(strategy), ["4:72 ref/not-found"]);
    client.change(measures, folder.text("trust.measures.yaml").replace("waits:", "weights:"));
    await client.until(() => client.count("workspace/diagnostic/refresh") > before);
    assert.deepEqual(await client.pull(strategy), []);
    await client.stop();
  });
});
