// With the network switched off for the extension host and the server's process, everything works, and nothing tries.

import assert from "node:assert/strict";
import { extensions, Uri, workspace } from "vscode";
import { useEverything } from "../../harness/everything.ts";
import { EXTENSION } from "../../harness/extension.ts";
import { facts } from "../../harness/runner.ts";
import { triedHosts } from "../../harness/triedHosts.ts";

interface Entry {
  /** What the process runs. */
  readonly script: string;
  readonly watched?: true;
  readonly tried?: string;
  readonly stack?: string;
}

/** Extensions of VS Code itself, which live in the same process as ours, ask here what they may try out on people. */
const EDITORS_OWN = /^connect default\.exp-tas\.com$/;
const LOG = `${facts().scratch}/network.log`;
const GUARD = `${facts().project}/client/test/harness/refuseNetwork.cjs`;

async function entries(): Promise<readonly Entry[]> {
  const text = new TextDecoder().decode(await workspace.fs.readFile(Uri.file(LOG)));
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

describe("the network", () => {
  it("B67 is switched off, everything works, and no process of ours tries it", async () => {
    const ours = extensions.getExtension(EXTENSION);
    assert.equal(ours?.isActive, false, "watched from its start");
    assert.ok(ours);
    process.env.STRATKIT_NETWORK_LOG = LOG;
    // This process is the extension's own; the server's inherits what is set here.
    require(GUARD);
    process.env.NODE_OPTIONS = `--require "${GUARD}"`;
    await assert.rejects(fetch("http://stratkit.example/"));
    const [here, ownTry] = await entries();
    assert.ok(here?.watched);
    assert.match(ownTry?.tried ?? "", /stratkit\.example/, "the guard guards");
    const hosts = await triedHosts();

    await useEverything();

    const after = (await entries()).slice(2);
    const servers = after.filter(({ script, watched }) => watched && script.startsWith(ours.extensionPath));
    assert.equal(servers.length, 2, "the server was started, and started again");
    assert.deepEqual(
      after.filter(({ tried }) => tried !== undefined && !EDITORS_OWN.test(tried)),
      [],
    );
    assert.deepEqual((await triedHosts()).slice(hosts.length), []);
  });
});
