// Takes in what happens to open documents. Each message changes the texts at once; checks follow by themselves.

import type { Connection } from "vscode-languageserver";
import { guardNotification, type Log } from "./guard.ts";
import type { OpenServer } from "./openServer.ts";
import { keyOf } from "./uris.ts";

export function listenToDocuments(connection: Connection, log: Log, server: () => OpenServer): void {
  connection.onDidOpenTextDocument(
    guardNotification(log, "textDocument/didOpen", ({ textDocument }) => {
      const { session, publisher, watching } = server();
      session.noticeDay();
      publisher.opened(textDocument.uri);
      session.documentChanged(session.documents.open(textDocument).key);
      watching.lookNow();
    }),
  );
  connection.onDidChangeTextDocument(
    guardNotification(log, "textDocument/didChange", (params) => {
      const { session } = server();
      session.noticeDay();
      const document = session.documents.change(params);
      if (document !== undefined) session.documentChanged(document.key);
    }),
  );
  connection.onDidSaveTextDocument(
    guardNotification(log, "textDocument/didSave", ({ textDocument }) => {
      const { session, watching } = server();
      session.noticeDay();
      const document = session.documents.get(keyOf(textDocument.uri));
      if (document !== undefined) session.documentSaved(document);
      watching.lookNow();
    }),
  );
  connection.onDidCloseTextDocument(
    guardNotification(log, "textDocument/didClose", ({ textDocument }) => {
      const { session } = server();
      session.noticeDay();
      return session.documentClosed(session.documents.close(textDocument.uri));
    }),
  );
}
