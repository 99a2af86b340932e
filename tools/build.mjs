// Bundles the command line and the language server, and puts the schemas beside the former. Does nothing for a package
// where nothing changed. A package that is named is built alone.

import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { isOlder } from "./stale.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const COMMON_SOURCES = ["core/src", "schemas", "package-lock.json", "tools/build.mjs"];

const PACKAGES = {
  async cli() {
    await bundleForNode("cli");
    copySchemas();
  },
  async server() {
    await bundleForNode("server");
    await bundleForWorker("server");
  },
};

const named = process.argv.slice(2);
for (const [name, make] of Object.entries(PACKAGES)) {
  if (named.length === 0 || named.includes(name)) await buildPackage(name, make);
}

async function buildPackage(name, make) {
  const dist = join(ROOT, name, "dist");
  const stamp = join(dist, ".built");
  const sources = [...COMMON_SOURCES, `${name}/src`, `${name}/package.json`].map((source) =>
    join(ROOT, source),
  );
  if (!isOlder(stamp, sources)) return;
  rmSync(dist, { recursive: true, force: true });
  await make();
  writeFileSync(stamp, "");
}

/** One bundle with everything in it; what a run does not need stands in pieces that it does not load. */
async function bundleForNode(name) {
  await build({
    absWorkingDir: ROOT,
    entryPoints: [`${name}/src/main.ts`],
    outdir: join(ROOT, name, "dist"),
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    legalComments: "eof",
    logLevel: "warning",
    banner: {
      // Libraries in the older form of modules ask for Node's own ones by require.
      js: [
        'import { createRequire as makeRequire } from "node:module";',
        "const require = makeRequire(import.meta.url);",
      ].join("\n"),
    },
  });
}

/** A browser loads a worker as one file. */
async function bundleForWorker(name) {
  await build({
    absWorkingDir: ROOT,
    entryPoints: [`${name}/src/worker.ts`],
    outdir: join(ROOT, name, "dist"),
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2023",
    legalComments: "eof",
    logLevel: "warning",
  });
}

/** The package publishes them for other editors and validators. */
function copySchemas() {
  const target = join(ROOT, "cli/schemas");
  rmSync(target, { recursive: true, force: true });
  cpSync(join(ROOT, "schemas"), target, { recursive: true });
}
