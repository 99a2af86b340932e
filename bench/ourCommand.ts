// Our command line as its users run it.

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { BUILT, DAY, ROOT } from "./paths.ts";
import type { Program } from "./processes.ts";

const SCRIPT = join(BUILT, "cli/bin/stratkit.js");

/** Warm runs may use what an earlier run kept. */
export function ourCheck(
  folder: string,
  kind: "cold" | "warm",
  env: Readonly<Record<string, string>> = {},
  more: readonly string[] = [],
): Program {
  const args = ["check", "--as-of", DAY, ...more, ...(kind === "cold" && hasCache() ? ["--no-cache"] : [])];
  // Findings of severity error end a check with 1, which is no failure of the run.
  return { command: process.execPath, args: [SCRIPT, ...args], cwd: folder, env, goodCodes: [0, 1] };
}

export function ourVersion(): Program {
  return { command: process.execPath, args: [SCRIPT, "--version"], cwd: ROOT };
}

export function bareNode(): Program {
  return { command: process.execPath, args: ["-e", "0"], cwd: ROOT };
}

/** Whether this version keeps anything between two runs. */
export function hasCache(): boolean {
  const { stdout } = spawnSync(process.execPath, [SCRIPT, "check", "--help"], { encoding: "utf8" });
  return stdout.includes("--no-cache");
}
