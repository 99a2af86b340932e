// The server as a process of its own: over stdio for any editor, over Node's IPC for VS Code. It ends when its client
// says so, when the client's end of the connection closes, and when the process that started it is gone.

import { dayOf } from "@stratkit/core";
import {
  createConnection,
  IPCMessageReader,
  IPCMessageWriter,
  ProposedFeatures,
} from "vscode-languageserver/node";
import { nodeFolders } from "./node/nodeFolders.ts";
import { watchFolder } from "./node/nodeWatcher.ts";
import { laterByClock } from "./platform.ts";
import { startServer } from "./server.ts";

const USAGE = "Usage: stratkit-language-server --stdio\n";

const connection = openConnection();
if (connection === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  startServer(connection, {
    folders: nodeFolders(),
    today() {
      const now = new Date();
      return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
    },
    now: () => performance.now(),
    later: laterByClock,
    nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
    watch: watchFolder,
  });
}

function openConnection() {
  if (process.argv.includes("--stdio")) {
    return createConnection(ProposedFeatures.all, process.stdin, process.stdout);
  }
  if (process.send === undefined) return undefined;
  process.on("disconnect", () => process.exit(1));
  return createConnection(ProposedFeatures.all, new IPCMessageReader(process), new IPCMessageWriter(process));
}
