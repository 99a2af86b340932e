// The server as a browser's worker: all files are read through the client.

import { dayOf } from "@stratkit/core";
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
  ProposedFeatures,
} from "vscode-languageserver/browser";
import { laterByClock } from "./platform.ts";
import { startServer } from "./server.ts";

/** What the worker's global scope offers; the library of plain ECMAScript does not name it. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

startServer(
  createConnection(ProposedFeatures.all, new BrowserMessageReader(self), new BrowserMessageWriter(self)),
  {
    folders: undefined,
    today() {
      const now = new Date();
      return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
    },
    now: () => performance.now(),
    later: laterByClock,
    nextTurn,
  },
);

/** A message to oneself comes back after what arrived before it; a timer would wait four milliseconds each time. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener("message", () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}
