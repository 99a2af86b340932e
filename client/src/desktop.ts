// The entry for VS Code on a desktop or a remote machine: the server is a process of its own.

import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { type Extension, open } from "./activate.ts";

export function activate(context: ExtensionContext): Extension {
  const module = context.asAbsolutePath("server/main.js");
  const run = { module, transport: TransportKind.ipc };
  return open(context, "server", (id, name, options) => new LanguageClient(id, name, run, options));
}
