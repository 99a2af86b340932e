// Is loaded into a measured process beside its own program: on a signal it writes how much memory is in use, once what
// is not needed any more has been given back. Needs --expose-gc.

import { writeFileSync } from "node:fs";

process.on("SIGUSR2", () => {
  // What a first pass leaves to be finalised, a second one takes away.
  globalThis.gc();
  globalThis.gc();
  writeFileSync(process.env.STRATKIT_BENCH_MEMORY, JSON.stringify(process.memoryUsage()));
});
