// Memory is tidied up once all has been read, where there is much of it.

import assert from "node:assert/strict";
import { tidyMemory } from "../src/node/tidyMemory.ts";
import { cleanUp, makeFolder, PUSH, startClient } from "./client.ts";

const STRATEGY = "\n#- trust.strategy.yaml\ntitle: Ours\nperiod: 2026/27 to 2028/29\n";

describe("memory", () => {
  afterEach(cleanUp);

  it("is tidied up once, when the client has been told that all is read", async () => {
    const said: string[] = [];
    const client = await startClient({
      folders: [makeFolder(STRATEGY).path],
      capabilities: PUSH,
      platform: { tidyMemory: async () => void said.push("tidied") },
    });
    await client.ready();
    await client.until(() => said.length > 0);
    await client.request("stratkit/coverage", {});
    assert.deepEqual(said, ["tidied"]);
  });

  it("is given back where much of it is not needed any more", async () => {
    const megabyte = 2 ** 20;
    const lists = Array.from({ length: 200 }, () => new Array(megabyte / 8).fill({}));
    assert.equal(lists.length, 200);
    const before = process.memoryUsage().heapUsed;
    lists.length = 0;
    await tidyMemory();
    assert.ok(before - process.memoryUsage().heapUsed > 150 * megabyte);
  });
});
