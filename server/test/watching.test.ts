// How the server learns of files that change outside the editor.

import assert from "node:assert/strict";
import { cleanUp, makeFolder, PUSH, startClient } from "./client.ts";

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
const STRATEGY = "trust.strategy.yaml";
const MEASURES = "library/trust.measures.yaml";

interface Watched {
  readonly globPattern: { readonly baseUri: string; readonly pattern: string } | string;
  readonly kind: number;
}

describe("watching", () => {
  afterEach(cleanUp);

  it("is asked of the client for each root: the patterns, names of near-misses, and deletions of anything", async () => {
    const folder = makeFolder(LINKED);
    const client = await startClient({ folders: [folder.path] });
    await client.ready();
    const asked = client.heard.filter(({ method }) => method === "client/registerCapability");
    const watchers = asked.flatMap(({ params }) => watchersOf(params));
    const base = folder.uri("").replace(/\/$/, "");
    const patterns = watchers.map(({ globPattern, kind }) => {
      assert.ok(typeof globPattern === "object");
      assert.equal(globPattern.baseUri, base);
      return `${globPattern.pattern} ${kind}`;
    });
    assert.ok(patterns.includes("** 4"));
    assert.ok(patterns.includes("**/stratkit.config.yaml 7"));
    assert.ok(patterns.includes("**/*.actuals.csv 7"));
    assert.ok(patterns.includes("**/*.{yaml,yml} 5"));
    await client.stop();
  });

  it("B57 is the server's own work where the client cannot", async () => {
    const folder = makeFolder(LINKED);
    const client = await startClient({
      folders: [folder.path],
      capabilities: { textDocument: PUSH.textDocument },
    });
    await client.ready();
    folder.remove("library");
    await client.until(() => client.pushed(folder.uri(STRATEGY)).length === 1);
    folder.write(MEASURES, folder.text(MEASURES));
    await client.until(() => client.pushed(folder.uri(STRATEGY)).length === 0);
    await client.stop();
  });

  it("a near-miss is noticed by its name when it is made, and gone when it is renamed", async () => {
    const folder = makeFolder(LINKED);
    const client = await startClient({ folders: [folder.path] });
    await client.ready();
    const near = folder.uri("other.measure.yaml");
    folder.write("other.measure.yaml", "measures: {}\n");
    client.watched([near, "created"]);
    await client.until(() => client.pushed(near).length === 1);
    folder.remove("other.measure.yaml");
    client.watched([near, "deleted"]);
    await client.until(() => client.pushed(near).length === 0);
    await client.stop();
  });
});

function watchersOf(params: unknown): Watched[] {
  const { registrations = [] } = params as {
    registrations?: { registerOptions?: { watchers?: Watched[] } }[];
  };
  return registrations.flatMap(({ registerOptions }) => registerOptions?.watchers ?? []);
}
