// Watches from a thread of its own whether an input comes to an end: where none does, the run can neither say so nor stop
// itself. The thread writes the input down and ends the process.

import { Worker } from "node:worker_threads";
import type { Input } from "./input.ts";

/** Far beyond the patience of every target: work that goes on for so long does not end. In milliseconds. */
const LONGEST = 90_000;

export interface Watchdog {
  begin(target: string, input: Input): void;
  end(): void;
  stop(): Promise<void>;
}

export function startWatchdog(longest = LONGEST): Watchdog {
  // With what this process was started with, the thread would ask it how to read files, and wait for it.
  const worker = new Worker(new URL("./watchdogThread.mjs", import.meta.url), {
    workerData: { longest },
    execArgv: [],
  });
  worker.unref();
  return {
    begin: (target, input) => worker.postMessage({ target, input: JSON.stringify(input, undefined, 2) }),
    end: () => worker.postMessage(undefined),
    async stop() {
      await worker.terminate();
    },
  };
}
