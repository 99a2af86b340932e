// A new day is a new answer. The clock is handed in, so this one test runs the server in its own process.

import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { dayOf } from "@stratkit/core";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import {
  createProtocolConnection,
  type Diagnostic,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { nodeFolders } from "../src/node/nodeFolders.ts";
import { startServer } from "../src/server.ts";
import { cleanUp, makeFolder, PUSH } from "./client.ts";

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
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const server = createConnection(
      ProposedFeatures.all,
      new StreamMessageReader(toServer),
      new StreamMessageWriter(toClient),
    );
    startServer(server, {
      folders: nodeFolders(),
      today: () => today,
      now: () => performance.now(),
      nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
    });
    const client = createProtocolConnection(
      new StreamMessageReader(toClient),
      new StreamMessageWriter(toServer),
    );
    let heard: (diagnostics: Diagnostic[]) => void = () => {};
    const next = () =>
      new Promise<Diagnostic[]>((resolve) => {
        heard = resolve;
      });
    client.onNotification(
      "textDocument/publishDiagnostics",
      ({ diagnostics }: { diagnostics: Diagnostic[] }) => heard(diagnostics),
    );
    client.onRequest("client/registerCapability", () => null);
    client.listen();
    await client.sendRequest("initialize", { processId: null, rootUri: folder.uri(""), capabilities: PUSH });
    const first = next();
    await client.sendNotification("initialized", {});
    assert.match(String((await first)[0]?.message), /^Waived until 2026-11-30: /);
    today += 1;
    const second = next();
    await client.sendRequest("stratkit/coverage", {});
    assert.deepEqual(
      (await second).map(({ code }) => code),
      ["waive/expired"],
    );
    client.dispose();
    server.dispose();
  });
});
