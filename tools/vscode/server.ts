// Starts a VS Code Server of its own for one run, and tells the address of its workbench.

import { openSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { Home } from "./home.ts";
import type { Processes } from "./processes.ts";
import { NODE, SERVER_FOLDER } from "./versions.ts";

const START_WITHIN = 60_000;
const MAIN = join(SERVER_FOLDER, "out/server-main.js");

export interface VsCodeServer {
  readonly port: number;
  /** The page that shows a folder or a `.code-workspace` file. The payload is what the smoke-test driver honours. */
  workbench(open: string, payload?: readonly (readonly [string, string])[]): string;
  /** How the workbench names a file of this machine. */
  remote(path: string): string;
  stop(): Promise<void>;
}

/** Installs a packaged extension as a person would, "Install from VSIX". */
export async function installVsix(processes: Processes, home: Home, vsix: string): Promise<void> {
  await processes.run(NODE, [MAIN, ...folderArgs(home), "--install-extension", vsix], { env: hostEnv() });
}

/** Ready when it answers. It listens on this machine alone, on a port that was free. */
export async function startServer(processes: Processes, home: Home): Promise<VsCodeServer> {
  const port = await findFreePort();
  const log = openSync(home.log, "a");
  const args = [MAIN, "--host", "127.0.0.1", "--port", String(port), ...folderArgs(home), ...SERVER_ARGS];
  const child = processes.start(NODE, args, { env: hostEnv(), stdio: ["ignore", log, log] });
  await waitForAnswer(`http://127.0.0.1:${port}/version`, () => child.exitCode !== null, home.log);
  return {
    port,
    workbench(open, payload = []) {
      const kind = open.endsWith(".code-workspace") ? "workspace" : "folder";
      const query = new URLSearchParams({ [kind]: open, payload: JSON.stringify(payload) });
      return `http://127.0.0.1:${port}/?${query}`;
    },
    remote: (path) => `vscode-remote://127.0.0.1:${port}${path}`,
    stop: () => processes.stop(child),
  };
}

const SERVER_ARGS = [
  "--without-connection-token",
  "--accept-server-license-terms",
  "--enable-smoke-test-driver",
  "--disable-telemetry",
  "--disable-workspace-trust",
];

function folderArgs({ userData, extensions }: Home): readonly string[] {
  return ["--user-data-dir", userData, "--extensions-dir", extensions];
}

/** What tsx and npm set for us would steer the extension host and the language server as well. */
function hostEnv(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => name !== "NODE_OPTIONS" && !name.startsWith("npm_")),
  );
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address === null || typeof address === "string" ? reject() : resolve(address.port)));
    });
  });
}

async function waitForAnswer(url: string, hasEnded: () => boolean, log: string): Promise<void> {
  for (const end = Date.now() + START_WITHIN; Date.now() < end && !hasEnded(); await wait(100)) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Error(`VS Code Server did not start; its log is ${log}`);
}
