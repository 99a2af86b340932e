// Puts the parts together and wires them to a connection. The same in Node and in a browser's worker; what differs is
// handed in.

import { createEngine, product } from "@stratkit/core";
import {
  type ClientCapabilities,
  type Connection,
  ErrorCodes,
  type FileOperationRegistrationOptions,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { asRecord, type Client, readClient } from "./client.ts";
import { clientFolders } from "./clientFolders.ts";
import { guardNotification, logTo } from "./guard.ts";
import { handlers } from "./handlers/all.ts";
import { listenToDocuments } from "./listenToDocuments.ts";
import { listenToWorkspace } from "./listenToWorkspace.ts";
import { OpenServer } from "./openServer.ts";
import type { Platform } from "./platform.ts";

/** Of more files than a strategy has with all that it is connected with, names and titles are enough. */
const MOST_FILES = 200;

export interface StartedServer {
  /** True from the client's `shutdown` on. */
  readonly isShutDown: boolean;
}

export function startServer(connection: Connection, platform: Platform): StartedServer {
  const log = logTo(connection);
  const engine = createEngine({ items: MOST_FILES });
  let current: OpenServer | undefined;
  let isShutDown = false;
  const server = (): OpenServer => {
    if (isShutDown) throw refusal("The server was asked to shut down");
    if (current !== undefined) return current;
    throw new ResponseError(ErrorCodes.ServerNotInitialized, "The server was not asked to initialize");
  };
  connection.onInitialize((params) => {
    if (current !== undefined) return refusal("The server was asked to initialize already");
    const client = readClient(params);
    current = new OpenServer({
      connection,
      platform,
      engine,
      log,
      client,
      folders: foldersOf(params),
      clientFolders: clientFolders(connection),
    });
    return describe(client);
  });
  connection.onInitialized(guardNotification(log, "initialized", () => server().begin()));
  for (const one of handlers) one.register(connection, log, server);
  listenToDocuments(connection, log, server);
  listenToWorkspace(connection, log, server);
  connection.onShutdown(() => {
    server();
    isShutDown = true;
  });
  connection.listen();
  return {
    get isShutDown() {
      return isShutDown;
    },
  };
}

/** A client that names one folder may leave the other way of naming it out, or say that there is none. */
function foldersOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  const named: readonly unknown[] = Array.isArray(workspaceFolders)
    ? workspaceFolders.map((folder: unknown) => asRecord(folder).uri)
    : [rootUri];
  return named.filter((uri) => typeof uri === "string");
}

function refusal(sentence: string): ResponseError<never> {
  return new ResponseError(ErrorCodes.InvalidRequest, sentence);
}

function describe(client: Client): InitializeResult {
  return {
    serverInfo: { name: product.name, version: product.version },
    capabilities: {
      positionEncoding: client.encoding,
      ...ownCapabilities,
      ...capabilitiesOf(client.capabilities),
    },
  };
}

const allFiles: FileOperationRegistrationOptions = { filters: [{ pattern: { glob: "**" } }] };

const ownCapabilities: ServerCapabilities = {
  textDocumentSync: {
    openClose: true,
    change: TextDocumentSyncKind.Incremental,
    save: { includeText: false },
  },
  workspace: {
    workspaceFolders: { supported: true, changeNotifications: true },
    fileOperations: { didCreate: allFiles, didRename: allFiles, didDelete: allFiles },
  },
};

/** Abilities of handlers are put together; those that speak of the workspace fill one object. */
function capabilitiesOf(client: ClientCapabilities): ServerCapabilities {
  let all: ServerCapabilities = {};
  let workspace = ownCapabilities.workspace;
  for (const one of handlers) {
    const own = one.capabilities(client);
    const fileOperations = { ...workspace?.fileOperations, ...own.workspace?.fileOperations };
    workspace = { ...workspace, ...own.workspace, fileOperations };
    all = { ...all, ...own };
  }
  return { ...all, ...(workspace === undefined ? {} : { workspace }) };
}
