// The server that does nothing once more, on the library that language servers in Node are written with.

import { createConnection, ProposedFeatures, TextDocumentSyncKind } from "vscode-languageserver/node";

const connection = createConnection(ProposedFeatures.all, process.stdin, process.stdout);

connection.onInitialize(() => ({
  capabilities: { textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental } },
}));
connection.onDidOpenTextDocument(({ textDocument }) => found(textDocument));
connection.onDidChangeTextDocument(({ textDocument }) => found(textDocument));
connection.onRequest(() => null);
connection.listen();

function found({ uri, version }) {
  void connection.sendDiagnostics({ uri, version, diagnostics: [] });
}
