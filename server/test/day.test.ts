// A new day is a new answer. The clock is handed in, so this one test runs the server in its own process.

import assert from "node:assert/strict";
import { dayOf } from "@stratkit/core";
import { cleanUp, makeFolder, PUSH, startClient } from "./client.ts";

const WAIVED = `
#- trust.strategy.yaml
title: Ours
period: 2026/27 to 2028/29
objectives:
  cut-waiting:
    title: Cut waiting
    lead: Medical Director
    waive: {trace/objective-unmeasured: {because: Counting begins in spring, until: 2026-11-30}}
`;

describe("a new day", () => {
  after(cleanUp);

  it("ends a waiver with the next message that comes", async () => {
    const folder = makeFolder(WAIVED);
    let today = dayOf(2026, 11, 30);
    const client = await startClient({
      folders: [folder.path],
      capabilities: PUSH,
      options: { asOf: undefined },
      platform: { today: () => today },
    });
    await client.ready();
    const uri = folder.uri("trust.strategy.yaml");
    assert.match(String(client.published.get(uri)?.diagnostics[0]?.message), /^Waived until 2026-11-30: /);
    today += 1;
    await client.afterCheck(async () => {
      await client.request("stratkit/coverage", {});
    });
    assert.deepEqual(
      client.published.get(uri)?.diagnostics.map(({ code }) => code),
      ["waive/expired"],
    );
    await client.stop();
  });
});
