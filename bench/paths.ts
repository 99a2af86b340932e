// Where things lie.

import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("..", import.meta.url));
export const BENCH = join(ROOT, "bench");
/** What is made for measuring, and may be thrown away. */
export const CACHE = join(ROOT, ".cache/bench");
/** The built packages as they were when the run began. */
export const BUILT = join(CACHE, "built");
export const PEERS = join(BENCH, "node_modules");

/** The day of all checks, so that every run judges the same. */
export const DAY = "2026-11-21";
