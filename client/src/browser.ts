// The entry for VS Code in a browser: the server is a worker, and all files are read through the client.

import { type ExtensionContext, Uri } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import { type Extension, open } from "./activate.ts";

export function activate(context: ExtensionContext): Extension {
  const script = Uri.joinPath(context.extensionUri, "server/worker.js").toString(true);
  const run = async () => new Worker(script);
  return open(context, "client", (id, name, options) => new LanguageClient(id, name, run, options));
}
