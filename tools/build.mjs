// Bundles the command line and the language server, and puts beside each what ships with it. Does nothing for a package
// where nothing changed. A package that is named is built alone.

import { cpSync, existsSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { isOlder } from "./stale.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** The pages are what findings and `explain` point to. */
const SHIPPED_WITH_ALL = ["docs", "LICENSE", "CHANGELOG.md"];
const COMMON_SOURCES = [
  "core/src",
  "disk/src",
  "schemas",
  "package-lock.json",
  "product.json",
  "tools/build.mjs",
  ...SHIPPED_WITH_ALL,
];

const PACKAGES = {
  cli: {
    async make(dist) {
      await bundleForNode("cli", dist);
    },
    // For other editors and validators.
    copies: ["schemas", ...SHIPPED_WITH_ALL],
  },
  server: {
    async make(dist) {
      await bundleForNode("server", dist);
      await bundleForWorker("server", dist);
    },
    copies: SHIPPED_WITH_ALL,
  },
};

const named = process.argv.slice(2);
for (const [name, parts] of Object.entries(PACKAGES)) {
  if (named.length === 0 || named.includes(name)) await buildPackage(name, parts);
}

async function buildPackage(name, { make, copies }) {
  const dist = join(ROOT, name, "dist");
  const stamp = join(dist, ".built");
  const sources = [...COMMON_SOURCES, `${name}/src`, `${name}/package.json`].map((source) =>
    join(ROOT, source),
  );
  const isWhole = copies.every((copy) => existsSync(join(ROOT, name, copy)));
  if (isWhole && !isOlder(stamp, sources)) return;
  for (const copy of copies) copyInto(name, copy);
  // Built aside and put in place as a whole, so that a run meanwhile finds the old one or the new one.
  const fresh = join(ROOT, name, "out", `dist-${process.pid}`);
  await make(fresh);
  writeFileSync(join(fresh, ".built"), "");
  rmSync(dist, { recursive: true, force: true });
  renameSync(fresh, dist);
}

/** One bundle with everything in it; what a run does not need stands in pieces that it does not load. */
async function bundleForNode(name, outdir) {
  await build({
    absWorkingDir: ROOT,
    entryPoints: [`${name}/src/main.ts`],
    outdir,
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
async function bundleForWorker(name, outdir) {
  await build({
    absWorkingDir: ROOT,
    entryPoints: [`${name}/src/worker.ts`],
    outdir,
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2023",
    legalComments: "eof",
    logLevel: "warning",
  });
}

function copyInto(name, source) {
  const target = join(ROOT, name, source);
  rmSync(target, { recursive: true, force: true });
  cpSync(join(ROOT, source), target, { recursive: true });
}
