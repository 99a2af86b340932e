// What a command meets of the outside: current folder, environment, streams. Tests and commands see nothing else of it.

import { readFileSync } from "node:fs";
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
