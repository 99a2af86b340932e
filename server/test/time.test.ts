// What happens when time passes. The clock is handed in, so these tests run the server in their own process, and no
// test waits.

import assert from "node:assert/strict";
import type { Folders, RootReading } from "../src/folders.ts";
import { nodeFolders } from "../src/node/nodeFolders.ts";
import { cleanUp, makeFolder, PUSH, startClient } from "./client.ts";
import { makeClock, makeGate } from "./holding.ts";

const STRATEGY = "trust.strategy.yaml";
const MEASURES = "trust.measures.yaml";
const TEXTS = `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  waiting: {title: Cut waiting, lead: Medical Director, measures: [waits]}
#- trust.measures.yaml
measures:
  waits: {title: Waits, unit: days, better: lower, baseline: {2025/26: 20}, targets: {2028/29: 10}}
`;

/** Neither pull nor files that the client watches. */
const UNWATCHED = { textDocument: PUSH.textDocument };

/** A disk whose next readings wait until they are let go. */
function slowFolders() {
  const disk = nodeFolders();
  const reading = makeGate();
  const folders: Folders = {
    ...disk,
    async read(root, request): Promise<RootReading> {
      await reading.pass();
      return disk.read(root, request);
    },
  };
  return { folders, isReading: reading.reached, release: reading.open };
}

describe("progress", () => {
  afterEach(cleanUp);

  it("is shown once reading has lasted for a second, and ends with it", async () => {
    const folder = makeFolder(TEXTS);
    const clock = makeClock();
    const { folders, isReading, release } = slowFolders();
    const client = await startClient({
      folders: [folder.path],
      capabilities: PUSH,
      platform: { folders, later: clock.later },
    });
    await isReading;
    clock.pass(999);
    await client.request("stratkit/coverage", {});
    assert.equal(client.count("window/workDoneProgress/create"), 0);
    clock.pass(1);
    await client.until(() => kinds(client.heard).includes("begin"));
    release();
    await client.ready();
    await client.until(() => kinds(client.heard).includes("end"));
    assert.deepEqual(kinds(client.heard), ["begin", "end"]);
    await client.stop();
  });

  it("is not shown where reading is quick, nor to a client that cannot", async () => {
    for (const capabilities of [PUSH, UNWATCHED]) {
      const folder = makeFolder(TEXTS);
      const clock = makeClock();
      const client = await startClient({
        folders: [folder.path],
        capabilities,
        platform: { later: clock.later },
      });
      await client.ready();
      await client.request("stratkit/coverage", {});
      clock.pass(5000);
      await client.request("stratkit/coverage", {});
      assert.equal(client.count("window/workDoneProgress/create"), 0);
      await client.stop();
    }
  });
});

describe("where nobody watches the folder", () => {
  afterEach(cleanUp);

  it("files are compared every ten seconds", async () => {
    const folder = makeFolder(TEXTS);
    const clock = makeClock();
    const client = await startClient({
      folders: [folder.path],
      capabilities: UNWATCHED,
      platform: { later: clock.later },
    });
    await client.ready();
    assert.deepEqual(clock.waits(), [10_000]);
    folder.remove(MEASURES);
    await client.request("stratkit/coverage", {});
    assert.deepEqual(client.pushed(folder.uri(STRATEGY)), []);
    await client.afterCheck(() => clock.pass(10_000));
    assert.deepEqual(client.pushed(folder.uri(STRATEGY)), ["4:68 ref/not-found"]);
    folder.write(MEASURES, folder.text(MEASURES));
    await client.afterCheck(() => clock.pass(10_000));
    assert.deepEqual(client.pushed(folder.uri(STRATEGY)), []);
    await client.stop();
  });

  it("files are compared when one is opened or saved", async () => {
    const folder = makeFolder(TEXTS);
    const client = await startClient({
      folders: [folder.path],
      capabilities: UNWATCHED,
      platform: { later: makeClock().later },
    });
    await client.ready();
    const uri = folder.uri(STRATEGY);
    client.open(uri, folder.text(STRATEGY));
    await client.until(() => client.published.get(uri)?.version === 1);
    folder.remove(MEASURES);
    client.save(uri);
    await client.until(() => client.pushed(uri).length > 0);
    assert.deepEqual(client.pushed(uri), ["4:68 ref/not-found"]);
    await client.stop();
  });

  it("a watcher that fails is stood in for", async () => {
    const folder = makeFolder(TEXTS);
    const clock = makeClock();
    let fail = () => {};
    const client = await startClient({
      folders: [folder.path],
      capabilities: UNWATCHED,
      platform: {
        later: clock.later,
        watch(_, __, onFailure) {
          fail = onFailure;
          return { close: () => undefined };
        },
      },
    });
    await client.ready();
    assert.deepEqual(clock.waits(), []);
    fail();
    folder.remove(MEASURES);
    await client.afterCheck(() => clock.pass(10_000));
    assert.deepEqual(client.pushed(folder.uri(STRATEGY)), ["4:68 ref/not-found"]);
    await client.stop();
  });
});

describe("saving", () => {
  afterEach(cleanUp);

  it("alone starts no check: what is stored then was checked while it was typed", async () => {
    const folder = makeFolder(TEXTS);
    let turns = 0;
    const client = await startClient({
      folders: [folder.path],
      capabilities: PUSH,
      platform: {
        nextTurn() {
          turns += 1;
          return new Promise((resolve) => setImmediate(resolve));
        },
      },
    });
    await client.ready();
    const uri = folder.uri(STRATEGY);
    const text = folder.text(STRATEGY).replace("[waits]", "[weights]");
    await client.afterCheck(() => client.open(uri, text));
    await client.request("stratkit/coverage", {});
    const before = turns;
    folder.write(STRATEGY, text);
    client.save(uri);
    await client.request("stratkit/coverage", {});
    assert.equal(turns, before);
    client.close(uri);
    await client.request("stratkit/coverage", {});
    assert.deepEqual(client.pushed(uri), ["4:68 ref/not-found"]);
    await client.stop();
  });
});

/** `begin`, `report` and `end` of all progress that the client was told of. */
function kinds(heard: readonly { readonly method: string; readonly params: unknown }[]): unknown[] {
  return heard.flatMap(({ method, params }) => {
    if (method !== "$/progress") return [];
    const { value } = params as { readonly value?: { readonly kind?: unknown } };
    return [value?.kind];
  });
}
