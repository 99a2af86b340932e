// The entry for VS Code in a browser: the server is a worker, and all files are read through the client.

import { type ExtensionContext, Uri } from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import { type Extension, open } from "./activate.ts";

export function activate(context: ExtensionContext): Extension {
  const script = Uri.joinPath(context.extensionUri, "server/worker.js").toString(true);
  // Not the worker itself: VS Code's own Worker makes objects that the client library does not recognise as one.
  const run = async () => {
    const worker = new Worker(script);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  return open(context, "client", (id, name, options) => new LanguageClient(id, name, run, options));
}
