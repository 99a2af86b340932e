// A language client that does as little as possible, so that what it measures is the server. Times run from the moment
// before a message is written to the moment at which its answer had arrived, without making or reading JSON.

import { type ChildProcess, spawn } from "node:child_process";
import { performance } from "node:perf_hooks";
import type { Readable, Writable } from "node:stream";

export interface ServerProgram {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What the server gets when it asks for settings, by their section. */
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly initializationOptions?: object;
}

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

export interface Answer {
  readonly milliseconds: number;
  readonly result: unknown;
}

interface Waiting {
  isMet(message: Message): boolean;
  resolve(arrival: { readonly at: number; readonly message: Message }): void;
}

/** Longer than any answer takes; a server that says nothing must fail the run. */
const LONGEST_MS = 180_000;
const END_OF_HEAD = Buffer.from("\r\n\r\n");

/** Lives from `startServer` to `stop`. */
export class LspPeer {
  readonly process: ChildProcess;
  readonly spawnedAt: number;
  readonly #program: ServerProgram;
  readonly #input: Writable;
  readonly #waiting = new Set<Waiting>();
  readonly #counts = new Map<string, number>();
  readonly #versions = new Map<string, number>();
  #rest: Buffer = Buffer.alloc(0);
  #nextId = 1;
  #says = "";

  constructor(program: ServerProgram) {
    this.#program = program;
    this.spawnedAt = performance.now();
    const { command, args, cwd, env } = program;
    const child = spawn(command, [...args], {
      cwd,
      stdio: ["pipe", "pipe", "pipe"],
      env: { ...process.env, ...env },
    });
    this.process = child;
    this.#input = child.stdin;
    const output: Readable = child.stdout;
    output.on("data", (piece: Buffer) => this.#take(piece, performance.now()));
    child.stderr.on("data", (piece: Buffer) => {
      this.#says = (this.#says + piece).slice(-2000);
    });
  }

  /** Comes back when the server has answered; the milliseconds count from the start of its process. */
  async initialize(folder: string): Promise<number> {
    const { initializationOptions } = this.#program;
    const answered = this.#until((message) => message.id === 0 && message.method === undefined);
    const uri = `file://${folder}`;
    this.#write({
      id: 0,
      method: "initialize",
      params: {
        processId: null,
        rootUri: uri,
        workspaceFolders: [{ uri, name: "bench" }],
        capabilities: CAPABILITIES,
        ...(initializationOptions === undefined ? {} : { initializationOptions }),
      },
    });
    const { at } = await answered;
    this.notify("initialized", {});
    return at - this.spawnedAt;
  }

  notify(method: string, params: object): void {
    this.#write({ method, params });
  }

  async request(method: string, params: object): Promise<Answer> {
    const id = this.#nextId++;
    const bytes = frame({ id, method, params });
    const answered = this.#until((message) => message.id === id && message.method === undefined);
    const begun = performance.now();
    this.#input.write(bytes);
    const { at, message } = await answered;
    if (message.error !== undefined)
      throw new Error(`${this.#program.name}: ${method}: ${message.error.message}`);
    return { milliseconds: at - begun, result: message.result };
  }

  /** Opens a document, and gives its first findings. */
  async open(uri: string, text: string): Promise<readonly unknown[]> {
    this.#versions.set(uri, 1);
    const told = this.#untilFindings(uri, 1);
    this.notify("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
    return findingsOf((await told).message);
  }

  /** Milliseconds from a change to the findings of the text that it made. */
  async change(uri: string, contentChanges: readonly object[]): Promise<number> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    const bytes = frame({
      method: "textDocument/didChange",
      params: { textDocument: { uri, version }, contentChanges },
    });
    const told = this.#untilFindings(uri, version);
    const begun = performance.now();
    this.#input.write(bytes);
    return (await told).at - begun;
  }

  /** Milliseconds from an action to the next message of this name. */
  async until(
    method: string,
    act: () => void = () => undefined,
    isIt: (params: unknown) => boolean = () => true,
  ) {
    const heard = this.#until((message) => message.method === method && isIt(message.params));
    const begun = performance.now();
    act();
    return (await heard).at - begun;
  }

  /** How many messages of this name have come so far. */
  count(method: string): number {
    return this.#counts.get(method) ?? 0;
  }

  /** The server is asked to end, and is ended where it does not. */
  async stop(): Promise<void> {
    const ended = new Promise<void>((resolve) => this.process.once("exit", () => resolve()));
    await this.request("shutdown", {}).catch(() => undefined);
    this.notify("exit", {});
    const patience = setTimeout(() => this.process.kill("SIGKILL"), 5000);
    await ended;
    clearTimeout(patience);
  }

  /** Some servers do not say of which version they speak. */
  #untilFindings(uri: string, version: number) {
    return this.#until(({ method, params }) => {
      if (method !== "textDocument/publishDiagnostics" || !isObject(params) || params.uri !== uri)
        return false;
      return params.version === undefined || params.version === version;
    });
  }

  #until(isMet: (message: Message) => boolean): Promise<{ readonly at: number; readonly message: Message }> {
    return new Promise((resolve, reject) => {
      const patience = setTimeout(() => {
        this.#waiting.delete(waiting);
        reject(new Error(`${this.#program.name} gave no answer. It said: ${this.#says}`));
      }, LONGEST_MS);
      const waiting: Waiting = {
        isMet,
        resolve: (arrival) => {
          clearTimeout(patience);
          this.#waiting.delete(waiting);
          resolve(arrival);
        },
      };
      this.#waiting.add(waiting);
    });
  }

  #write(message: object): void {
    this.#input.write(frame(message));
  }

  #take(piece: Buffer, at: number): void {
    let rest = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece]);
    for (;;) {
      const end = rest.indexOf(END_OF_HEAD);
      if (end < 0) break;
      const length = Number(/Content-Length: (\d+)/i.exec(rest.toString("latin1", 0, end))?.[1]);
      const from = end + END_OF_HEAD.length;
      if (rest.length < from + length) break;
      this.#hear(JSON.parse(rest.toString("utf8", from, from + length)), at);
      rest = rest.subarray(from + length);
    }
    this.#rest = rest;
  }

  #hear(message: Message, at: number): void {
    const { id, method } = message;
    if (method !== undefined) this.#counts.set(method, this.count(method) + 1);
    if (method !== undefined && id !== undefined) this.#write({ id, result: this.#answer(message) });
    for (const waiting of this.#waiting) if (waiting.isMet(message)) waiting.resolve({ at, message });
  }

  /** Servers ask for settings, and for leave to do things; they get the ones, and the other without a word. */
  #answer({ method, params }: Message): unknown {
    if (method !== "workspace/configuration" || !isObject(params) || !Array.isArray(params.items))
      return null;
    return params.items.map((item: unknown) =>
      isObject(item) ? (this.#program.settings?.[String(item.section)] ?? null) : null,
    );
  }
}

/** A client that is told findings, watches files itself, and takes hovers as Markdown. */
const CAPABILITIES = {
  textDocument: {
    publishDiagnostics: { versionSupport: true },
    hover: { contentFormat: ["markdown", "plaintext"] },
    rename: { prepareSupport: true },
  },
  workspace: {
    workspaceFolders: true,
    workspaceEdit: { documentChanges: true, resourceOperations: ["create", "rename", "delete"] },
    didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
  },
};

function frame(message: object): Buffer {
  const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
}

function findingsOf({ params }: Message): readonly unknown[] {
  return isObject(params) && Array.isArray(params.diagnostics) ? params.diagnostics : [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
