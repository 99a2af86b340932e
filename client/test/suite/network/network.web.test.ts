// In a browser that reaches no other machine everything works, and nothing tries.

import assert from "node:assert/strict";
import { extensions } from "vscode";
import { useEverything } from "../../harness/everything.ts";
import { EXTENSION } from "../../harness/extension.ts";
import { askRunner } from "../../harness/runner.ts";

/** The gallery of extensions, which the editor itself looks at whenever it likes. */
const EDITORS_OWN = /(^|\.)open-vsx\.org(:443)?$/;

function triedHosts(): Promise<readonly string[]> {
  return askRunner("triedHosts", {});
}

describe("the network", () => {
  it("B67 is switched off, everything works, and no worker of ours tries it", async () => {
    assert.equal(extensions.getExtension(EXTENSION)?.isActive, false);
    await assert.rejects(fetch("https://stratkit.example/"));
    const before = await triedHosts();
    assert.ok(before.includes("stratkit.example:443"), "what is wanted is noticed");
    await useEverything();
    const tried = (await triedHosts()).slice(before.length);
    assert.deepEqual(
      tried.filter((host) => !EDITORS_OWN.test(host)),
      [],
    );
  });
});
