// The server as a process of its own: over stdio for any editor, over Node's IPC for VS Code. It ends when its client
// says so, when the client's end of the connection closes, and when the process that started it is gone. As a thread of
// that process, the same program compares.

import { isMainThread } from "node:worker_threads";
import { dayOf } from "@stratkit/core";
import {
  createConnection,
  ErrorCodes,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageReader,
  type MessageWriter,
  ProposedFeatures,
  type ResponseMessage,
} from "vscode-languageserver/node";
import { answerInThread } from "./node/comparingThread.ts";
import { makeFastCodeSooner } from "./node/fastCode.ts";
import { nodeFolders } from "./node/nodeFolders.ts";
import { watchFolder } from "./node/nodeWatcher.ts";
import { NoMessage, StdioReader, StdioWriter } from "./node/stdioMessages.ts";
import { threadComparer } from "./node/threadComparer.ts";
import { tidyMemory } from "./node/tidyMemory.ts";
import { laterByClock } from "./platform.ts";
import { startServer } from "./server.ts";

const USAGE = "Usage: stratkit-language-server --stdio\n";

const channel = isMainThread ? openChannel() : undefined;
if (!isMainThread) {
  answerInThread();
} else if (channel === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  makeFastCodeSooner();
  const { reader, writer } = channel;
  const server = startServer(createConnection(ProposedFeatures.all, reader, writer), {
    folders: nodeFolders(),
    today() {
      const now = new Date();
      return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
    },
    now: () => performance.now(),
    later: laterByClock,
    nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
    tidyMemory,
    watch: watchFolder,
    comparer: threadComparer(new URL(import.meta.url)),
  });
  const end = () => process.exit(server.isShutDown ? 0 : 1);
  channel.onClose(end);
  reader.onError((error) => {
    if (error instanceof SyntaxError) void writer.write(answerToNoJson(error));
    else if (error instanceof NoMessage) {
      // A new server hears its client again.
      process.stderr.write(
        `stratkit-language-server: what came is no message: ${JSON.stringify(error.message)}\n`,
      );
      end();
    }
  });
}

interface Channel {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  onClose(act: () => void): void;
}

function openChannel(): Channel | undefined {
  if (process.argv.includes("--stdio")) {
    return {
      reader: new StdioReader(process.stdin),
      writer: new StdioWriter(process.stdout),
      onClose(act) {
        process.stdin.once("end", act);
        process.stdin.once("close", act);
      },
    };
  }
  if (process.send === undefined) return undefined;
  return {
    reader: new IPCMessageReader(process),
    writer: new IPCMessageWriter(process),
    onClose: (act) => void process.once("disconnect", act),
  };
}

/** To whom it is nobody knows, so it has no number. */
function answerToNoJson(error: SyntaxError): ResponseMessage {
  return { jsonrpc: "2.0", id: null, error: { code: ErrorCodes.ParseError, message: error.message } };
}
