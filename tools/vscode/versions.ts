// Which VS Code the tests run in, and where it is kept. Versions stand here and nowhere else.

import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Names and versions of npm packages. code-server 4.139.1 is VS Code 1.139.1, which wants Node 24. */
export const SERVER_PACKAGES = {
  "code-server": "4.139.1",
  [`node-${nodeSystem()}-${process.arch}`]: "24.9.0",
};

/** The release of the same age that @vscode/test-electron downloads. */
export const DESKTOP_VERSION = "1.139.1";

/** Git ignores it; removing it costs a minute. */
export const CACHE = join(ROOT, ".cache");
export const SERVER_HOME = join(CACHE, `vscode-server-${SERVER_PACKAGES["code-server"]}`);
export const SERVER_FOLDER = join(SERVER_HOME, "node_modules/code-server/lib/vscode");
export const NODE_FOLDER = join(SERVER_HOME, `node_modules/node-${nodeSystem()}-${process.arch}`);
export const NODE = join(NODE_FOLDER, process.platform === "win32" ? "bin/node.exe" : "bin/node");

function nodeSystem(): string {
  return process.platform === "win32" ? "win" : process.platform;
}
