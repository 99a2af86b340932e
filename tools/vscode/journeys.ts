// Runs the journeys, which drive the window of VS Code as a person would, by Mocha in this machine's Node.

import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Outcome } from "./results.ts";
import type { Means } from "./suite.ts";
import { ROOT } from "./versions.ts";

const JOURNEYS = join(ROOT, "client/test/journeys");
const MOCHA = join(ROOT, "node_modules/mocha/bin/mocha.js");
const LONGEST_TEST = "120000";
const OPTIONS = ["--no-config", "--no-color", "--node-option", "import=tsx", "--timeout", LONGEST_TEST];

export function findJourneys(names: readonly string[]): readonly string[] {
  return readdirSync(JOURNEYS)
    .filter((file) => file.endsWith(".journey.ts"))
    .filter((file) => names.every((name) => name === "journeys" || file.includes(name)))
    .map((file) => join(JOURNEYS, file))
    .sort();
}

export async function runJourneys(
  files: readonly string[],
  { processes, chromium, extensions, network }: Means,
): Promise<Outcome> {
  const child = processes.start(process.execPath, [MOCHA, ...OPTIONS, ...files], {
    cwd: ROOT,
    env: {
      ...process.env,
      STRATKIT_VSCODE: JSON.stringify({ chromium, extensions, proxy: network.address }),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  child.stdout?.setEncoding("utf8");
  child.stdout?.on("data", (piece: string) => {
    text += piece;
    process.stdout.write(piece);
  });
  const code = await new Promise((resolve) => child.on("close", resolve));
  const passing = Number(/^\s*(\d+) passing/m.exec(text)?.[1] ?? 0);
  // A run that ended without a test has failed, too.
  return { passing, failing: code === 0 && passing > 0 ? 0 : 1 };
}
