// Without a YAML extension beside it, ours says what there is to say about a strategy file.

import assert from "node:assert/strict";
import { closeEditors, showFile } from "../harness/documents.ts";
import { startExtension } from "../harness/extension.ts";
import { openFiles } from "../harness/folders.ts";
import { SLIP, saidOf } from "../harness/speaking.ts";
import { waitFor } from "../harness/waitFor.ts";

describe("without a YAML extension", () => {
  before(startExtension);

  it("B69 a strategy file has one finding, one card and one offer for each thing", async () => {
    const own = await openFiles({ "ours.strategy.yaml": SLIP });
    const { document } = await showFile(own.uri, "ours.strategy.yaml");
    await waitFor("the finding", async () => (await saidOf(document)).findings.length > 0);
    assert.deepEqual(await saidOf(document), { findings: ["stratkit"], cards: 1, offers: 1 });
    await closeEditors();
    await own.close();
  });
});
