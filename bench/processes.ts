// Runs programs from start to end and takes the time.

import { type SpawnOptions, spawn } from "node:child_process";
import { performance } from "node:perf_hooks";

export interface Program {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Exit codes that are no failure; 0 alone where nothing is said. */
  readonly goodCodes?: readonly number[];
}

/** Milliseconds from start to exit; what it prints goes nowhere. */
export async function timeProgram(program: Program): Promise<number> {
  const begun = performance.now();
  await run(program, "ignore");
  return performance.now() - begun;
}

/** What it printed. */
export async function outputOf(program: Program): Promise<Buffer> {
  return run(program, "pipe");
}

function run(
  { command, args, cwd, env, goodCodes = [0] }: Program,
  output: "ignore" | "pipe",
): Promise<Buffer> {
  const options: SpawnOptions = { cwd, stdio: ["ignore", output, "pipe"], env: { ...process.env, ...env } };
  const child = spawn(command, [...args], options);
  const pieces: Buffer[] = [];
  let says = "";
  child.stdout?.on("data", (piece: Buffer) => pieces.push(piece));
  child.stderr?.on("data", (piece: Buffer) => {
    says = (says + piece).slice(-2000);
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => {
      if (goodCodes.includes(code ?? -1)) resolve(Buffer.concat(pieces));
      else reject(new Error(`${command} ${args.join(" ")} ended with ${code}. It said: ${says}`));
    });
  });
}
