// Puts VS Code Server with a Node of its own into the cache. Each step is done once; a broken one is done again.

import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lockFolder } from "./lock.ts";
import type { Processes } from "./processes.ts";
import { say, sayWhile } from "./say.ts";
import { NODE, NODE_FOLDER, SERVER_FOLDER, SERVER_HOME, SERVER_PACKAGES } from "./versions.ts";

/** The extension host does not start without these two. They ship as C++. */
const BUILT = ["@vscode/spdlog", "@vscode/native-watchdog"];

interface Step {
  readonly name: string;
  readonly says: string;
  /** What an earlier attempt may have left half done. */
  readonly leftover: readonly string[];
  work(processes: Processes): Promise<void>;
}

const STEPS: readonly Step[] = [
  {
    name: "packages",
    says: "Installing VS Code Server and Node 24 into .cache, once (800 MB, about half a minute)",
    leftover: [join(SERVER_HOME, "node_modules"), join(SERVER_HOME, "package-lock.json")],
    async work(processes) {
      const wanted = { private: true, dependencies: SERVER_PACKAGES };
      writeFileSync(join(SERVER_HOME, "package.json"), JSON.stringify(wanted));
      await npm(processes, ["install"], SERVER_HOME);
    },
  },
  {
    name: "libraries",
    says: "Installing the libraries of VS Code Server",
    leftover: [join(SERVER_FOLDER, "node_modules"), join(SERVER_FOLDER, "extensions/node_modules")],
    async work(processes) {
      await npm(processes, ["install", "--omit=dev"], SERVER_FOLDER);
      await npm(processes, ["install", "--omit=dev"], join(SERVER_FOLDER, "extensions"));
    },
  },
  {
    name: "native",
    says: "Building its two native modules",
    leftover: BUILT.map((name) => join(SERVER_FOLDER, "node_modules", name, "build")),
    async work(processes) {
      const gyp = await findNodeGyp(processes);
      for (const name of BUILT) {
        const cwd = join(SERVER_FOLDER, "node_modules", name);
        // The headers come with the package of Node, so nothing is downloaded.
        await processes.run(process.execPath, [gyp, "rebuild", `--nodedir=${NODE_FOLDER}`], {
          cwd,
          env: cleanEnv(),
        });
      }
    },
  },
];

/** Does nothing where everything is in place. Two runs at once wait for each other. */
export async function installServer(processes: Processes): Promise<void> {
  if (STEPS.every(isDone)) return;
  mkdirSync(SERVER_HOME, { recursive: true });
  const unlock = await lockFolder(SERVER_HOME, () =>
    say("Waiting for another run that installs VS Code ..."),
  );
  try {
    for (const step of STEPS) if (!isDone(step)) await sayWhile(step.says, () => doStep(step, processes));
    if (!existsSync(NODE)) throw new Error(`${NODE} is missing: remove .cache and try again`);
  } finally {
    unlock();
  }
}

function isDone(step: Step): boolean {
  return existsSync(stampOf(step));
}

async function doStep(step: Step, processes: Processes): Promise<void> {
  for (const path of step.leftover) rmSync(path, { recursive: true, force: true });
  await step.work(processes);
  writeFileSync(stampOf(step), "");
}

function stampOf(step: Step): string {
  return join(SERVER_HOME, `${step.name}.done`);
}

async function npm(processes: Processes, args: readonly string[], cwd: string): Promise<void> {
  const all = [...args, "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  await processes.run("npm", all, { cwd, env: cleanEnv(), shell: process.platform === "win32" });
}

/** npm brings node-gyp along. */
async function findNodeGyp(processes: Processes): Promise<string> {
  const gyp = "node_modules/node-gyp/bin/node-gyp.js";
  const running = process.env.npm_execpath;
  const global = (await processes.run("npm", ["root", "-g"], { shell: process.platform === "win32" })).trim();
  const places = [
    ...(running === undefined ? [] : [join(running, "../..", gyp)]),
    join(global.split("\n").at(-1) ?? "", "npm", gyp),
  ];
  const found = places.find((place) => existsSync(place));
  if (found === undefined)
    throw new Error(`npm's node-gyp was looked for and not found: ${places.join(", ")}`);
  return found;
}

/** What `npm run` sets for our own project must not steer an npm that works elsewhere. */
function cleanEnv(): NodeJS.ProcessEnv {
  const own =
    /^npm_(package|lifecycle|config_local_prefix|config_prefix|config_workspace|command|node_execpath)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}
