// Makes the extension's package, client/stratkit-vscode-<version>.vsix, and holds it against the sizes that it may have.

import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createVSIX } from "@vscode/vsce";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const CLIENT = join(ROOT, "client");
const KB = 1000;

const { name, version, repository } = JSON.parse(readFileSync(join(CLIENT, "package.json"), "utf8"));
const vsix = join(CLIENT, `${name}-${version}.vsix`);

/** Largest sizes in bytes: people download the package, and wait for the bundles when they open a file. */
const MOST = [
  [vsix, 2000 * KB],
  [join(CLIENT, "dist/desktop.js"), 420 * KB],
  [join(CLIENT, "dist/browser.js"), 420 * KB],
  [join(CLIENT, "server/main.js"), 1200 * KB],
  [join(CLIENT, "server/worker.js"), 1200 * KB],
];

await import("./build.mjs");
// The page in the store shows pictures by their address, and vsce does not look at the repository's "directory".
const home = repository.url.replace(/\.git$/, "");
await createVSIX({
  cwd: CLIENT,
  packagePath: vsix,
  dependencies: false,
  baseImagesUrl: `${home}/raw/HEAD/${repository.directory}`,
  baseContentUrl: `${home}/blob/HEAD/${repository.directory}`,
});

for (const [file, most] of MOST) {
  const { size } = statSync(file);
  process.stdout.write(`${file.slice(ROOT.length)}  ${Math.ceil(size / KB)} KB of at most ${most / KB} KB\n`);
  if (size > most) process.exitCode = 1;
}
