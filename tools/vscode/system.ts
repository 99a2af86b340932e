// Finds the programs that the tests need of the machine, and installs them where it may.

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { Processes } from "./processes.ts";
import { sayWhile } from "./say.ts";

/** What a machine must have, each with the names that will do. The package is Debian's. */
const NEEDED = [
  {
    package: "chromium",
    names: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    // The default places of macOS.
    paths: [
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ],
  },
  { package: "python3", names: ["python3"], paths: [] },
  { package: "make", names: ["make", "gmake"], paths: [] },
  { package: "g++", names: ["g++", "clang++"], paths: [] },
] as const;

/** Throws a sentence that names what is missing, where it cannot be installed. */
export async function findPrograms(processes: Processes): Promise<{ readonly chromium: string }> {
  const missing = NEEDED.filter((program) => find(program) === undefined).map((program) => program.package);
  if (missing.length > 0) await install(missing, processes);
  const [chromium] = NEEDED.map(find);
  if (chromium === undefined) throw new Error("chromium is missing");
  return { chromium };
}

async function install(packages: readonly string[], processes: Processes): Promise<void> {
  const isAllowed = process.getuid?.() === 0 && onPath("apt-get") !== undefined;
  if (!isAllowed) {
    throw new Error(`VS Code Server in a browser needs ${packages.join(", ")}, and this machine lacks it`);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await sayWhile(`Installing ${packages.join(", ")} by apt-get, which takes a minute or two`, async () => {
    await processes.run("apt-get", ["update", "-q"], { env });
    await processes.run("apt-get", ["install", "-q", "-y", "--no-install-recommends", ...packages], { env });
  });
  const missing = NEEDED.filter((program) => find(program) === undefined).map((program) => program.package);
  if (missing.length > 0)
    throw new Error(`apt-get installed ${missing.join(", ")}, but it is not to be found`);
}

function find(program: (typeof NEEDED)[number]): string | undefined {
  const named = program.names.map(onPath).find((path) => path !== undefined);
  return named ?? program.paths.find((path) => existsSync(path));
}

function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}
