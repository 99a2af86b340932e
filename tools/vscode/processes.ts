// Starts programs so that none outlives the run, whether it ends well, fails or is interrupted.

import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";

/** Programs that are running now. */
export interface Processes {
  start(command: string, args: readonly string[], options?: SpawnOptions): ChildProcess;
  /** Runs one to its end, and answers with its output. Throws it where it fails. */
  run(command: string, args: readonly string[], options?: SpawnOptions): Promise<string>;
  /** Ends one with all that it started itself, and waits until it has gone. */
  stop(child: ChildProcess): Promise<void>;
}

/** How long an interrupted run lets its programs end by themselves, in milliseconds. */
const GRACE = 3000;

/** From here on the end of this process, by Ctrl-C too, ends everything that was started. */
export function watchProcesses(): Processes {
  const running = new Set<ChildProcess>();
  process.on("exit", () => {
    for (const child of running) kill(child, "SIGKILL");
  });
  for (const [signal, code] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const) {
    process.on(signal, () => {
      // They may have started programs of their own, in groups of their own.
      const ends = [...running].map((child) => new Promise((resolve) => child.once("close", resolve)));
      for (const child of running) kill(child, "SIGTERM");
      setTimeout(() => process.exit(code), GRACE);
      void Promise.all(ends).then(() => process.exit(code));
    });
  }
  const start = (command: string, args: readonly string[], options: SpawnOptions = {}) => {
    // A group of its own, so that what it starts goes with it.
    const child = spawn(command, args, { ...options, detached: process.platform !== "win32" });
    running.add(child);
    child.on("error", () => running.delete(child));
    child.on("close", () => running.delete(child));
    return child;
  };
  return {
    start,
    run: (command, args, options = {}) =>
      new Promise((resolve, reject) => {
        const child = start(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
        let text = "";
        for (const stream of [child.stdout, child.stderr]) {
          stream?.setEncoding("utf8");
          stream?.on("data", (piece: string) => {
            text += piece;
          });
        }
        child.on("error", reject);
        child.on("close", (code) => {
          if (code === 0) resolve(text);
          else reject(new Error(`${command} ${args.join(" ")} ended with ${code}\n${text}`));
        });
      }),
    async stop(child) {
      const gone = hasEnded(child)
        ? Promise.resolve()
        : new Promise((resolve) => child.once("close", resolve));
      kill(child, "SIGTERM");
      const patience = setTimeout(() => kill(child, "SIGKILL"), 5000);
      await gone;
      clearTimeout(patience);
      kill(child, "SIGKILL");
      running.delete(child);
    },
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

function kill(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, signal);
  } catch {
    // It and all that it started have gone already.
  }
}
