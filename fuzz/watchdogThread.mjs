// The thread of watchdog.ts. Plain JavaScript, because a thread reads nothing else by itself.

import { mkdtempSync, writeFileSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";

let alarm;

/** An input begins, with its target's name and its JSON; or, without them, the last one has come to its end. */
parentPort?.on("message", (trial) => {
  clearTimeout(alarm);
  if (trial === undefined) return;
  alarm = setTimeout(() => giveUp(trial), workerData.longest);
});

function giveUp({ target, input }) {
  const path = join(mkdtempSync(join(tmpdir(), `stratkit-fuzz-${target}-`)), "input.json");
  writeFileSync(path, input);
  // At once: the main thread would never come to write it.
  writeSync(2, `${target}: FAULT: an input does not come to an end, written to ${path}\n`);
  process.kill(process.pid, "SIGKILL");
}
