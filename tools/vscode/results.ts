// Listens to what the tests inside VS Code report, prints it as Mocha does, and counts.

import { readFileSync, statSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { join } from "node:path";
import type { Message } from "../../client/test/harness/runner.ts";
import type { MapStack } from "./stacks.ts";

export interface Outcome {
  readonly passing: number;
  readonly failing: number;
}

export interface Listener {
  readonly address: string;
  /** Comes back when the tests say that they ended. */
  readonly ended: Promise<void>;
  hasEnded(): boolean;
  /** Milliseconds since the tests said anything, or since the listener began. */
  silence(): number;
  /** Ends the listening. Failures are printed here. A run that did not end properly, or ran nothing, has failed. */
  close(problem?: string): Promise<Outcome>;
}

/** What a test asks to be done outside VS Code; each takes and returns plain values. */
export type Errands = Readonly<Record<string, (argument: never) => unknown>>;

type Fail = Extract<Message, { kind: "fail" }>;

interface Setup {
  readonly errands: Errands;
  /** Folders that may be read, by the first part of the address. */
  readonly served: Readonly<Record<string, string>>;
  readonly mapStack: MapStack;
}

export async function listenToTests({ errands, served, mapStack }: Setup): Promise<Listener> {
  const start = performance.now();
  const failures: Fail[] = [];
  let [total, passing, lastWord, hasEnded] = [0, 0, performance.now(), false];
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const hear = (message: Message) => {
    lastWord = performance.now();
    if (message.kind === "begin") total = message.total;
    if (message.kind === "pass") passing++;
    if (message.kind === "fail") failures.push(message);
    if (message.kind === "end") {
      hasEnded = true;
      end();
    }
    if (message.kind === "note") write(`    ${message.text}`);
    if (message.kind === "pass" || message.kind === "fail") print(message);
  };
  const server = createServer(async (request, response) => {
    // The page asks from another origin, and its browser asks whether it may.
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-allow-headers", "*");
    try {
      if (request.method === "GET") return serve(request, served, response);
      const answer = request.method === "POST" ? await handle(request, errands, hear) : undefined;
      response.end(answer === undefined ? "" : JSON.stringify(answer));
    } catch (error) {
      response.statusCode = 500;
      response.end(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The runner has no port");

  return {
    // By name: VS Code's web worker loads scripts of this machine from "localhost" alone.
    address: `http://localhost:${address.port}`,
    ended,
    hasEnded: () => hasEnded,
    silence: () => performance.now() - lastWord,
    async close(problem) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      const lost = problem ?? whatIsLost(hasEnded, total, passing, failures.length);
      if (lost !== undefined) failures.push({ kind: "fail", title: ["the run"], message: lost });
      printSum(passing, failures, performance.now() - start, mapStack);
      return { passing, failing: failures.length };
    },
  };
}

async function handle(request: IncomingMessage, errands: Errands, hear: (message: Message) => void) {
  let text = "";
  for await (const piece of request) text += piece;
  const body = text === "" ? undefined : JSON.parse(text);
  const [, kind, name = ""] = (request.url ?? "").split("/");
  if (kind === "tell") return hear(body);
  const errand = errands[name];
  if (errand === undefined) throw new Error(`The runner knows no errand "${name}"`);
  return errand(body as never);
}

function serve(request: IncomingMessage, folders: Setup["served"], response: ServerResponse): void {
  const { pathname } = new URL(request.url ?? "", "http://here");
  const [, name = "", ...path] = pathname.split("/").map(decodeURIComponent);
  const folder = folders[name];
  const file = folder === undefined || path.includes("..") ? undefined : join(folder, ...path);
  if (file === undefined || !statSync(file, { throwIfNoEntry: false })?.isFile()) response.statusCode = 404;
  else if (file.endsWith(".js")) response.setHeader("content-type", "text/javascript");
  response.end(response.statusCode === 404 || file === undefined ? "" : readFileSync(file));
}

/** A reason why counts that look good are not: silence is no success. */
function whatIsLost(hasEnded: boolean, total: number, passing: number, failing: number): string | undefined {
  if (!hasEnded) return "The tests did not come to their end";
  if (passing + failing < total) return `Of ${total} tests only ${passing + failing} told their result`;
  if (passing + failing === 0) return "No test ran";
  return undefined;
}

function print(message: Message & { kind: "pass" | "fail" }): void {
  const title = message.title.join(" > ");
  if (message.kind === "fail") write(`  ✖ ${title}`);
  else write(`  ✔ ${title}${message.duration > 500 ? ` (${Math.round(message.duration)}ms)` : ""}`);
}

function printSum(passing: number, failures: readonly Fail[], time: number, mapStack: MapStack): void {
  write(`\n  ${passing} passing (${(time / 1000).toFixed(1)}s)`);
  if (failures.length > 0) write(`  ${failures.length} failing`);
  for (const [index, failure] of failures.entries()) write(`\n${textOf(index + 1, failure, mapStack)}`);
  write("");
}

function textOf(number: number, failure: Fail, mapStack: MapStack): string {
  const lines = [`  ${number}) ${failure.title.join(" > ")}:`, failure.message];
  if (failure.expected !== undefined)
    lines.push(`expected: ${failure.expected}`, `actual:   ${failure.actual}`);
  const stack = failure.stack === undefined ? "" : mapStack(failure.stack);
  lines.push(...stack.split("\n").filter((line) => /^\s+at /.test(line)));
  return lines.join("\n").replaceAll("\n", "\n     ");
}

function write(line: string): void {
  process.stdout.write(`${line}\n`);
}
