// In a browser that reaches no other machine everything works, and nothing tries.

import assert from "node:assert/strict";
import { extensions } from "vscode";
import { useEverything } from "../../harness/everything.ts";
import { EXTENSION } from "../../harness/extension.ts";
import { triedHosts } from "../../harness/triedHosts.ts";

describe("the network", () => {
  it("B67 is switched off, everything works, and no worker of ours tries it", async () => {
    assert.equal(extensions.getExtension(EXTENSION)?.isActive, false);
    await assert.rejects(fetch("https://stratkit.example/"));
    const before = await triedHosts();
    assert.ok(before.includes("stratkit.example:443"), "what is wanted is noticed");
    await useEverything();
    assert.deepEqual((await triedHosts()).slice(before.length), []);
  });
});
