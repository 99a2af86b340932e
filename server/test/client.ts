// A client for tests: starts the built server as a process of its own and speaks with it over stdio. It waits for what
// the server says, never for time to pass.

import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PassThrough, type Readable, type Writable } from "node:stream";
import { fileURLToPath, pathToFileURL } from "node:url";
import { dayOf } from "@stratkit/core";
import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  type InitializeParams,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { parseFixture } from "../../core/src/testing/fixture.ts";
import { nodeFolders } from "../src/node/nodeFolders.ts";
import { laterByClock, type Platform } from "../src/platform.ts";
import { startServer } from "../src/server.ts";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const SERVER = join(ROOT, "server/bin/stratkit-language-server.js");

/** The day of all tests. */
export const TEST_DAY = "2026-11-21";

/** The client watches files, so that only what tests say has happened. */
const WATCHING: ClientCapabilities["workspace"] = {
  didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
};

export const PUSH: ClientCapabilities = {
  textDocument: { publishDiagnostics: { versionSupport: true } },
  workspace: WATCHING,
  window: { workDoneProgress: true },
};
export const PULL: ClientCapabilities = {
  textDocument: { diagnostic: { dynamicRegistration: false } },
  workspace: { ...WATCHING, diagnostics: { refreshSupport: true } },
};

/** It is shown findings, and asks for the edits of a quick fix when one is chosen. */
export const PUSH_AND_FIX: ClientCapabilities = {
  ...PUSH,
  textDocument: {
    ...PUSH.textDocument,
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: ["quickfix"] } },
      resolveSupport: { properties: ["edit"] },
      dataSupport: true,
    },
  },
};

export interface StartOptions {
  readonly folders?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly options?: object;
  /** Further fields of `initialize`. */
  readonly params?: Partial<InitializeParams>;
  /** Called before anything is sent, to answer what the server asks. */
  readonly prepare?: (connection: ProtocolConnection) => void;
  /** Another program than the built one; `--stdio` is put behind its arguments. */
  readonly program?: { readonly command: string; readonly args: readonly string[]; readonly cwd: string };
  /** Runs the server in this process, with some of what it gets from its surroundings handed in. */
  readonly platform?: Partial<Platform>;
}

export interface Published {
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}

export interface Heard {
  readonly method: string;
  readonly params: unknown;
}

/** Lives from the start of the server to `stop`. */
export class TestClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  /** The newest list for each address that the server pushed. */
  readonly published = new Map<string, Published>();
  /** Every notification and request of the server, in order. */
  readonly heard: Heard[];
  /** Undefined where the server runs in this process. */
  readonly process: ChildProcess | undefined;
  readonly #waiting: Set<() => void>;
  readonly #versions = new Map<string, number>();

  constructor(parts: {
    connection: ProtocolConnection;
    initialized: InitializeResult;
    heard: Heard[];
    process: ChildProcess | undefined;
    waiting: Set<() => void>;
    published: Map<string, Published>;
  }) {
    this.connection = parts.connection;
    this.initialized = parts.initialized;
    this.heard = parts.heard;
    this.process = parts.process;
    this.#waiting = parts.waiting;
    this.published = parts.published;
  }

  /** Comes back as soon as the condition holds; it is looked at with each message of the server. */
  until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!condition()) return;
        this.#waiting.delete(look);
        resolve();
      };
      this.#waiting.add(look);
      look();
    });
  }

  count(method: string): number {
    return this.heard.filter((one) => one.method === method).length;
  }

  /** What makes the server check anew, and the end of that check. */
  async afterCheck(act: () => void | Promise<void>): Promise<void> {
    const before = this.count("stratkit/changed");
    await act();
    await this.until(() => this.count("stratkit/changed") > before);
  }

  /** Whether a check is over that said something of an address: its findings come one file after the other. */
  isTold(uri: string): boolean {
    const isAbout = ({ params }: Heard) =>
      typeof params === "object" && params !== null && Reflect.get(params, "uri") === uri;
    const isOver = this.heard.findLastIndex(({ method }) => method === "stratkit/changed");
    return isOver > this.heard.findLastIndex(isAbout);
  }

  /** Addresses of the roots, once the server is ready. */
  get roots(): readonly string[] {
    const { params } = this.heard.find(({ method }) => method === "stratkit/ready") ?? {};
    const roots: unknown = typeof params === "object" && params !== null ? Reflect.get(params, "roots") : [];
    return Array.isArray(roots) ? roots.map(String) : [];
  }

  ready(): Promise<void> {
    return this.until(() => this.count("stratkit/ready") > 0);
  }

  open(uri: string, text: string, languageId = "yaml"): void {
    this.#versions.set(uri, 1);
    this.notify("textDocument/didOpen", { textDocument: { uri, languageId, version: 1, text } });
  }

  /** Replaces the whole text. */
  change(uri: string, text: string): number {
    return this.edit(uri, [{ text }]);
  }

  edit(uri: string, contentChanges: readonly object[]): number {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    this.notify("textDocument/didChange", { textDocument: { uri, version }, contentChanges });
    return version;
  }

  close(uri: string): void {
    this.notify("textDocument/didClose", { textDocument: { uri } });
  }

  save(uri: string): void {
    this.notify("textDocument/didSave", { textDocument: { uri } });
  }

  watched(...changes: readonly (readonly [uri: string, type: "created" | "changed" | "deleted"])[]): void {
    const types = { created: 1, changed: 2, deleted: 3 };
    this.notify("workspace/didChangeWatchedFiles", {
      changes: changes.map(([uri, type]) => ({ uri, type: types[type] })),
    });
  }

  notify(method: string, params: object): void {
    void this.connection.sendNotification(method, params);
  }

  request<Result>(method: string, params: object | null): Promise<Result> {
    return this.connection.sendRequest<Result>(method, params);
  }

  /** Messages of what was pushed for an address; empty where nothing was. */
  pushed(uri: string): string[] {
    return (this.published.get(uri)?.diagnostics ?? []).map(describe);
  }

  async pull(uri: string): Promise<string[]> {
    const report = await this.request<{ items?: Diagnostic[] }>("textDocument/diagnostic", {
      textDocument: { uri },
    });
    return (report.items ?? []).map(describe);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => {
      if (this.process === undefined) resolve(undefined);
      else this.process.once("exit", resolve);
    });
    await this.connection.sendRequest("shutdown");
    // In this process it would end the tests.
    if (this.process !== undefined) await this.connection.sendNotification("exit");
    await ended;
    this.connection.dispose();
  }
}

/** `3:5 rule`, with the line and column as people count. */
export function describe(diagnostic: Diagnostic): string {
  const { start } = diagnostic.range;
  return `${start.line + 1}:${start.character + 1} ${diagnostic.code}`;
}

export async function startClient(start: StartOptions = {}): Promise<TestClient> {
  const { process, input, output } =
    start.platform === undefined ? spawnServer(start) : runServer(start.platform);
  const connection = createProtocolConnection(
    new StreamMessageReader(output),
    new StreamMessageWriter(input),
  );
  const heard: Heard[] = [];
  const waiting = new Set<() => void>();
  const published = new Map<string, Published>();
  const hear = (method: string, params: unknown) => {
    heard.push({ method, params });
    for (const look of [...waiting]) look();
  };
  connection.onNotification("textDocument/publishDiagnostics", (params: Published & { uri: string }) => {
    published.set(params.uri, params);
    hear("textDocument/publishDiagnostics", params);
  });
  for (const method of [
    "stratkit/ready",
    "stratkit/changed",
    "stratkit/status",
    "window/logMessage",
    "$/progress",
  ]) {
    connection.onNotification(method, (params: unknown) => hear(method, params));
  }
  for (const method of [
    "client/registerCapability",
    "client/unregisterCapability",
    "workspace/diagnostic/refresh",
    "workspace/codeLens/refresh",
    "workspace/inlayHint/refresh",
    "window/workDoneProgress/create",
  ]) {
    connection.onRequest(method, (params: unknown) => {
      hear(method, params);
      return null;
    });
  }
  start.prepare?.(connection);
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>("initialize", {
    processId: null,
    rootUri: null,
    capabilities: start.capabilities ?? PUSH,
    workspaceFolders: (start.folders ?? []).map((folder) => ({ uri: uriOf(folder), name: folder })),
    initializationOptions: { asOf: TEST_DAY, ...start.options },
    ...start.params,
  });
  await connection.sendNotification("initialized", {});
  return new TestClient({ connection, initialized, heard, process, waiting, published });
}

interface Running {
  readonly process: ChildProcess | undefined;
  readonly input: Writable;
  readonly output: Readable;
}

function spawnServer({ program }: StartOptions): Running {
  assert.ok(existsSync(join(ROOT, "server/dist/main.js")), "the server is not built: npm run build");
  const { command, args, cwd } = program ?? { command: "node", args: [SERVER], cwd: ROOT };
  const process = track(spawn(command, [...args, "--stdio"], { stdio: ["pipe", "pipe", "inherit"], cwd }));
  assert.ok(process.stdout !== null && process.stdin !== null);
  return { process, input: process.stdin, output: process.stdout };
}

function runServer(platform: Partial<Platform>): Running {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const server = createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(input),
    new StreamMessageWriter(output),
  );
  startServer(server, {
    folders: nodeFolders(),
    today: () => dayOf(2026, 11, 21),
    now: () => performance.now(),
    later: laterByClock,
    nextTurn: () => new Promise((resolve) => setImmediate(resolve)),
    ...platform,
  });
  return { process: undefined, input, output };
}

/** An address that is one already stays as it is. */
export function uriOf(path: string): string {
  return /^[a-z][a-z-]+:\/\//.test(path) ? path : pathToFileURL(path).href;
}

/** A folder on disk with the files of a fixture, which `after` takes away. */
export interface TestFolder {
  readonly path: string;
  uri(file: string): string;
  text(file: string): string;
  write(file: string, text: string): void;
  remove(file: string): void;
}

const made: string[] = [];
const running = new Set<ChildProcess>();

export function makeFolder(fixture = ""): TestFolder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), "stratkit-server-")));
  made.push(path);
  const texts = new Map<string, string>();
  const folder: TestFolder = {
    path,
    uri: (file) => uriOf(join(path, file)),
    text: (file) => texts.get(file) ?? "",
    write(file, text) {
      texts.set(file, text);
      mkdirSync(dirname(join(path, file)), { recursive: true });
      writeFileSync(join(path, file), text);
    },
    remove: (file) => rmSync(join(path, file), { recursive: true, force: true }),
  };
  if (fixture !== "") for (const file of parseFixture(fixture).files) folder.write(file.path, file.text);
  return folder;
}

/** Lets `cleanUp` end a process that a failed test left running. */
export function track<Process extends ChildProcess>(started: Process): Process {
  running.add(started);
  started.once("exit", () => running.delete(started));
  return started;
}

/** Takes away what tests left behind: folders, and servers of tests that failed. */
export function cleanUp(): void {
  for (const server of running) server.kill();
  for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
}
