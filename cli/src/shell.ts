// What a command meets of the outside: current folder, environment, streams. Tests and commands see nothing else of it.

import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { slashed } from "./paths.ts";

export interface Stream {
  readonly isTerminal: boolean;
  /** Width in columns; 80 where nobody knows. */
  readonly columns: number;
  write(text: string): void;
}

export interface Shell {
  /** Absolute, with `/`. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: Stream;
  readonly err: Stream;
  /** All of the standard input. */
  readInput(): Promise<Uint8Array>;
  /** What a person types; undefined where the standard input is no terminal. */
  openLines(): Lines | undefined;
}

export interface Lines {
  /** Undefined once there are no more. */
  next(): Promise<string | undefined>;
  close(): void;
}

export function processShell(): Shell {
  endQuietlyWhenNobodyReads(process.stdout);
  endQuietlyWhenNobodyReads(process.stderr);
  return {
    cwd: slashed(process.cwd()),
    env: process.env,
    out: streamOf(process.stdout),
    err: streamOf(process.stderr),
    readInput,
    openLines: () => (process.stdin.isTTY === true ? openLines() : undefined),
  };
}

function streamOf(stream: NodeJS.WriteStream): Stream {
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.columns ?? 80,
    write: (text) => void stream.write(text),
  };
}

/** `stratkit check | head` closes the pipe early, which is no failure. */
function endQuietlyWhenNobodyReads(stream: NodeJS.WriteStream): void {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit();
    throw error;
  });
}

async function readInput(): Promise<Uint8Array> {
  // Only while it waits here can an interrupt be answered; elsewhere the system ends the process by itself.
  const interrupted = () => process.exit(130);
  process.once("SIGINT", interrupted);
  try {
    const chunks: Uint8Array[] = [];
    for await (const chunk of process.stdin) chunks.push(chunk);
    return Buffer.concat(chunks);
  } catch {
    return readFileSync(0);
  } finally {
    process.off("SIGINT", interrupted);
  }
}

function openLines(): Lines {
  // What is typed is shown by the terminal itself, so nothing is written here.
  const reader = createInterface({ input: process.stdin, terminal: false });
  const lines = reader[Symbol.asyncIterator]();
  // Only while it waits here can an interrupt be answered; elsewhere the system ends the process by itself.
  const interrupted = () => process.exit(130);
  process.once("SIGINT", interrupted);
  return {
    async next() {
      const { value, done } = await lines.next();
      return done === true ? undefined : value;
    },
    close() {
      process.off("SIGINT", interrupted);
      reader.close();
    },
  };
}
