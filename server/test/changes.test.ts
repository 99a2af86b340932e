// What changes while the server runs: open texts, files on disk, and both at once.

import assert from "node:assert/strict";
import { mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { cleanUp, makeFolder, PULL, PUSH, startClient, type TestFolder } from "./client.ts";

const STRATEGY = "trust.strategy.yaml";
const LINKED = `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting: {title: Cut waiting, lead: Medical Director, measures: [waits]}
#- library/trust.measures.yaml
measures:
  waits: {title: Waits, unit: days, better: lower, baseline: {2025/26: 20}, targets: {2028/29: 10}}
`;
const MEASURES = "library/trust.measures.yaml";

async function start(folder: TestFolder, capabilities = PUSH) {
  const client = await startClient({ folders: [folder.path], capabilities });
  await client.ready();
  return client;
}

describe("changes", () => {
  after(cleanUp);

  it("B46 a gap closes when another open, unsaved file fills it", async () => {
    const folder = makeFolder(LINKED.replace("waits:", "weights:"));
    const client = await start(folder);
    const [strategy, measures] = [folder.uri(STRATEGY), folder.uri(MEASURES)];
    client.open(strategy, folder.text(STRATEGY));
    client.open(measures, folder.text(MEASURES));
    await client.until(() => client.published.get(measures)?.version === 1);
    assert.deepEqual(client.pushed(strategy), ["4:72 ref/not-found"]);
    client.change(measures, folder.text(MEASURES).replace("weights:", "waits:"));
    await client.until(() => client.pushed(strategy).length === 0);
    assert.equal(client.published.get(strategy)?.version, 1, "the strategy itself was not touched");
    await client.stop();
  });

  it("B57 a deleted folder takes its files along, and a restored one brings them back", async () => {
    const folder = makeFolder(
      `${LINKED}  lost: {title: Lost, unit: days, better: lower, targets: {2028/29: 1}}\n`,
    );
    const client = await start(folder);
    const [strategy, measures] = [folder.uri(STRATEGY), folder.uri(MEASURES)];
    assert.equal(client.pushed(strategy).length, 0);
    assert.ok(client.pushed(measures).length > 0);
    const before = client.pushed(measures);
    folder.remove("library");
    client.watched([folder.uri("library"), "deleted"]);
    await client.until(() => client.pushed(strategy).length > 0);
    assert.deepEqual(client.pushed(strategy), ["4:72 ref/not-found"]);
    assert.deepEqual(client.pushed(measures), []);
    folder.write(MEASURES, folder.text(MEASURES));
    client.watched([measures, "created"]);
    await client.until(() => client.pushed(strategy).length === 0);
    assert.deepEqual(client.pushed(measures), before);
    await client.stop();
  });

  it("B57 a deleted file is gone also where it is the only one that is named", async () => {
    const folder = makeFolder(LINKED);
    const client = await start(folder);
    folder.remove(MEASURES);
    client.watched([folder.uri(MEASURES), "deleted"]);
    await client.until(() => client.pushed(folder.uri(STRATEGY)).length === 1);
    await client.stop();
  });

  it("B59 a thousand files that change at once are read in one pass, and end as a fresh start", async () => {
    const folder = makeFolder(LINKED);
    for (let at = 0; at < 1000; at += 1) folder.write(`many/m${at}.measures.yaml`, measure(at, "days"));
    const client = await start(folder);
    const uris = Array.from({ length: 1000 }, (_, at) => folder.uri(`many/m${at}.measures.yaml`));
    const checks = client.count("stratkit/changed");
    const shown = client.count("window/workDoneProgress/create");
    for (let at = 0; at < 1000; at += 1) folder.write(`many/m${at}.measures.yaml`, measure(at, ""));
    await client.afterCheck(() => client.watched(...uris.map((uri) => [uri, "changed"] as const)));
    assert.equal(client.count("stratkit/changed"), checks + 1);
    assert.ok(client.count("window/workDoneProgress/create") <= shown + 1);
    const fresh = await start(folder);
    assert.deepEqual(sorted(client.published), sorted(fresh.published));
    await client.stop();
    await fresh.stop();
  }).timeout(60_000);

  it("B60 what happens on disk to an open, changed file does not count", async () => {
    const folder = makeFolder(LINKED);
    const client = await start(folder);
    const strategy = folder.uri(STRATEGY);
    client.open(strategy, folder.text(STRATEGY).replace("[waits]", "[weights]"));
    await client.until(() => client.pushed(strategy).length === 1);
    folder.write(STRATEGY, "title: Something else\n");
    folder.write("other.measures.yaml", folder.text(MEASURES).replace("waits:", "weights:"));
    client.watched([strategy, "changed"], [folder.uri("other.measures.yaml"), "created"]);
    await client.until(() => client.pushed(strategy).length === 0);
    // Closing it without saving brings the disk's text to light.
    client.close(strategy);
    await client.until(() => client.pushed(strategy).length > 0);
    assert.ok(client.pushed(strategy).some((one) => one.includes("schema/missing-key")));
    await client.stop();
  });

  it("B58 a closed file leaves no ghosts and loses no findings", async () => {
    const folder = makeFolder(LINKED.replace("waits:", "weights:"));
    const client = await start(folder);
    const strategy = folder.uri(STRATEGY);
    const stored = client.pushed(strategy);
    client.open(strategy, folder.text(STRATEGY).replace("lead:", "sort:"));
    await client.until(() => client.pushed(strategy).length > stored.length);
    client.close(strategy);
    await client.until(() => client.pushed(strategy).length === stored.length);
    assert.deepEqual(client.pushed(strategy), stored);
    const unsaved = folder.uri("new.measures.yaml");
    client.open(unsaved, "measures:\n  x: {sort: fast}\n");
    await client.until(() => client.pushed(unsaved).length > 0);
    client.close(unsaved);
    await client.until(() => client.pushed(unsaved).length === 0);
    await client.stop();
  });

  it("a saved text is what the disk holds from then on", async () => {
    const folder = makeFolder(LINKED.replace("waits:", "weights:"));
    const client = await start(folder);
    const measures = folder.uri(MEASURES);
    client.open(measures, folder.text(MEASURES));
    const text = folder.text(MEASURES).replace("weights:", "waits:");
    client.change(measures, text);
    folder.write(MEASURES, text);
    client.save(measures);
    client.close(measures);
    await client.until(() => client.pushed(folder.uri(STRATEGY)).length === 0);
    await client.stop();
  });

  it("what the client moved itself is known without waiting for the watcher", async () => {
    const folder = makeFolder(LINKED);
    const client = await start(folder);
    mkdirSync(join(folder.path, "elsewhere"));
    renameSync(join(folder.path, MEASURES), join(folder.path, "elsewhere/other.measures.yaml"));
    await client.afterCheck(() =>
      client.notify("workspace/didRenameFiles", {
        files: [{ oldUri: folder.uri(MEASURES), newUri: folder.uri("elsewhere/other.measures.yaml") }],
      }),
    );
    assert.deepEqual(client.pushed(folder.uri(STRATEGY)), []);
    const { nodes } = await client.request<{ nodes: { id: string; location: { uri: string } }[] }>(
      "stratkit/trace",
      {},
    );
    assert.equal(
      nodes.find(({ id }) => id === "waits")?.location.uri,
      folder.uri("elsewhere/other.measures.yaml"),
    );
    await client.stop();
  });

  it("B65 a burst of fifty changes is checked at most twice, and nothing old is published", async () => {
    const folder = makeFolder(LINKED);
    const client = await start(folder);
    const strategy = folder.uri(STRATEGY);
    client.open(strategy, folder.text(STRATEGY));
    await client.until(() => client.published.get(strategy)?.version === 1);
    const checks = client.count("stratkit/changed");
    let version = 0;
    for (let at = 0; at < 50; at += 1) {
      version = client.change(strategy, folder.text(STRATEGY).replace("[waits]", `[weights-${at}]`));
    }
    await client.until(() => client.published.get(strategy)?.version === version);
    assert.ok(
      client.count("stratkit/changed") - checks <= 2,
      `${client.count("stratkit/changed") - checks} checks`,
    );
    const messages = client.published.get(strategy)?.diagnostics.map(({ message }) => message) ?? [];
    assert.match(messages.join(), /weights-49/);
    await client.stop();
  });

  it("a request right behind a change is answered from the new text", async () => {
    const folder = makeFolder(LINKED);
    const client = await start(folder, PULL);
    const strategy = folder.uri(STRATEGY);
    client.open(strategy, folder.text(STRATEGY));
    for (const [id, expected] of [
      ["weights", 1],
      ["waits", 0],
      ["lengths", 1],
    ] as const) {
      client.change(strategy, folder.text(STRATEGY).replace("[waits]", `[${id}]`));
      assert.equal(
        (await client.pull(strategy)).filter((one) => one.includes("ref/not-found")).length,
        expected,
      );
    }
    await client.stop();
  });

  it("a config with errors keeps the last good one in force, and a good one counts again", async () => {
    const folder = makeFolder(
      `${LINKED.replace("lead: Medical Director, ", "")}#- stratkit.config.yaml\nrules: {owner/objective-no-lead: error}\n`,
    );
    const client = await start(folder);
    const [strategy, config] = [folder.uri(STRATEGY), folder.uri("stratkit.config.yaml")];
    const severity = () =>
      client.published.get(strategy)?.diagnostics.find(({ code }) => code === "owner/objective-no-lead")
        ?.severity;
    assert.equal(severity(), 1);
    client.open(config, folder.text("stratkit.config.yaml"));
    client.change(config, "rules: {owner/objective-no-lead: [");
    await client.until(() => lastStatus(client.heard).config === "last-good");
    assert.ok(client.pushed(config).length > 0);
    assert.equal(severity(), 1, "the last good one is in force");
    client.change(config, "rules: {owner/objective-no-lead: info}\n");
    await client.until(() => lastStatus(client.heard).config === "good");
    assert.equal(severity(), 3);
    assert.deepEqual(client.pushed(config), []);
    client.change(config, "ignore: [library]\n");
    await client.until(() => client.pushed(strategy).some((one) => one.includes("ref/not-found")));
    client.change(config, "rules: {}\n");
    await client.until(() => !client.pushed(strategy).some((one) => one.includes("ref/not-found")));
    await client.stop();
  });
});

function measure(at: number, unit: string): string {
  const written = unit === "" ? "" : `unit: ${unit}, `;
  return `measures:\n  m${at}: {title: Measure ${at}, ${written}better: lower, baseline: {2025/26: 9}, targets: {2028/29: 5}}\n`;
}

function sorted(published: ReadonlyMap<string, { readonly diagnostics: readonly object[] }>) {
  return [...published]
    .filter(([, { diagnostics }]) => diagnostics.length > 0)
    .map(([uri, { diagnostics }]) => [uri, diagnostics] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function lastStatus(heard: readonly { readonly method: string; readonly params: unknown }[]): {
  config?: string;
} {
  const last = heard.filter(({ method }) => method === "stratkit/status").at(-1);
  return typeof last?.params === "object" && last.params !== null ? last.params : {};
}
