// Takes in what happens around the documents: files on disk, files that the client itself made or moved, settings.

import type { Connection } from "vscode-languageserver";
import { guardNotification, type Log } from "./guard.ts";
import type { OpenServer } from "./openServer.ts";

export function listenToWorkspace(connection: Connection, log: Log, server: () => OpenServer): void {
  connection.onDidChangeWatchedFiles(
    guardNotification(log, "workspace/didChangeWatchedFiles", ({ changes }) => {
      server().session.noticeDay();
      server().watching.notice(changes);
    }),
  );
  connection.workspace.onDidCreateFiles(
    guardNotification(log, "workspace/didCreateFiles", ({ files }) =>
      server().watching.noticeNow(files.map(({ uri }) => uri)),
    ),
  );
  connection.workspace.onDidRenameFiles(
    guardNotification(log, "workspace/didRenameFiles", ({ files }) => {
      const { session, watching } = server();
      for (const { oldUri, newUri } of files) session.renameHappened(oldUri, newUri);
      watching.noticeNow(files.flatMap(({ oldUri, newUri }) => [oldUri, newUri]));
    }),
  );
  connection.workspace.onDidDeleteFiles(
    guardNotification(log, "workspace/didDeleteFiles", ({ files }) =>
      server().watching.noticeNow(files.map(({ uri }) => uri)),
    ),
  );
  connection.onDidChangeConfiguration(
    guardNotification(log, "workspace/didChangeConfiguration", ({ settings }) =>
      server().askForSettings(sectionOf(settings)),
    ),
  );
}

function sectionOf(settings: unknown): unknown {
  return typeof settings === "object" && settings !== null ? Reflect.get(settings, "stratkit") : undefined;
}
