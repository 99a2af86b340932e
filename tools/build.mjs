// Bundles the command line and the language server, and puts beside each what ships with it. Does nothing for a package
// where nothing changed. A package that is named is built alone.

import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { leanLanguageClient } from "./leanLanguageClient.mjs";
import { leanServer } from "./leanServer.mjs";
import { sharedHelpers } from "./sharedHelpers.mjs";
import { isOlder } from "./stale.mjs";
import { straightImports } from "./straightImports.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
/** The pages are what findings and `explain` point to. */
const SHIPPED_WITH_ALL = ["docs", "LICENSE", "CHANGELOG.md"];
const COMMON_SOURCES = [
  "core/src",
  "disk/src",
  "schemas",
  "ci",
  "package-lock.json",
  "product.json",
  "tools/build.mjs",
  "tools/leanLanguageClient.mjs",
  "tools/leanServer.mjs",
  "tools/sharedHelpers.mjs",
  "tools/straightImports.mjs",
  ...SHIPPED_WITH_ALL,
];

/** What the extension offers to look at. */
const EXAMPLE = "examples/kmpt";

const PACKAGES = {
  cli: {
    async make(dist) {
      await bundleForNode("cli", dist, { plugins: [straightImports(join(ROOT, "core/src/index.ts"))] });
      writeFingerprint(dist);
    },
    // For other editors and validators.
    copies: ["schemas", ...SHIPPED_WITH_ALL],
  },
  server: {
    async make(dist) {
      // It is part of the extension, too, which people download.
      await bundleForNode("server", dist, { minify: true, plugins: [leanServer, sharedHelpers] });
      await bundleForWorker("server", dist);
    },
    copies: SHIPPED_WITH_ALL,
  },
  client: {
    async make(dist) {
      await bundleForExtensionHost("desktop", "node", dist);
      await bundleForExtensionHost("browser", "browser", dist);
      await bundleForPanel(dist);
      await writePanelStyle("client/media/panel.css");
      copyServerInto("client");
      copyExampleInto("client");
    },
    copies: ["docs/rules", "LICENSE", "CHANGELOG.md"],
    // After the server's own turn: the extension carries it as it was built.
    extraSources: ["server/src", EXAMPLE],
    beside: ["media/panel.css", "server/main.js", "server/worker.js", "example/files.json"],
  },
};

/** Licences stay in what ships. */
const COMMON = { absWorkingDir: ROOT, bundle: true, legalComments: "eof", logLevel: "warning" };

const named = process.argv.slice(2);
for (const [name, parts] of Object.entries(PACKAGES)) {
  if (named.length === 0 || named.includes(name)) await buildPackage(name, parts);
}

async function buildPackage(name, { make, copies, extraSources = [], beside = [] }) {
  const dist = join(ROOT, name, "dist");
  const stamp = join(dist, ".built");
  const sources = [...COMMON_SOURCES, ...extraSources, `${name}/src`, `${name}/package.json`].map((source) =>
    join(ROOT, source),
  );
  const isWhole = [...copies, ...beside].every((made) => existsSync(join(ROOT, name, made)));
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
async function bundleForNode(name, outdir, options = {}) {
  await build({
    ...COMMON,
    entryPoints: [`${name}/src/main.ts`],
    outdir,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    // Its form for browsers is made of today's modules: what is not used is left out, and it loads in a third of the time.
    alias: { yaml: join(ROOT, "node_modules/yaml/browser/index.js") },
    ...options,
    banner: {
      // Libraries in the older form of modules ask for Node's own ones by require.
      js: [
        'import { createRequire as makeRequire } from "node:module";',
        "const require = makeRequire(import.meta.url);",
      ].join("\n"),
    },
  });
  writePlainLetters(outdir);
}

/**
 * The bundler leaves other letters in patterns. Without them Node keeps the whole program in half of the memory, and
 * begins it sooner.
 */
function writePlainLetters(outdir) {
  const escaped = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
  for (const name of readdirSync(outdir).filter((file) => file.endsWith(".js"))) {
    const path = join(outdir, name);
    writeFileSync(path, readFileSync(path, "utf8").replace(/[^\0-\x7F]/g, escaped));
  }
}

/** Tells this program from every other one, so that what one of them kept is never taken for another's answer. */
function writeFingerprint(dist) {
  const hash = createHash("sha256");
  for (const name of readdirSync(dist).sort()) {
    const bytes = readFileSync(join(dist, name));
    hash.update(`${name} ${bytes.length} `).update(bytes);
  }
  writeFileSync(join(dist, "fingerprint"), hash.digest("hex"));
}

/** A browser loads a worker as one file. */
async function bundleForWorker(name, outdir) {
  await build({
    ...COMMON,
    entryPoints: [`${name}/src/worker.ts`],
    outdir,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2023",
    plugins: [leanServer, sharedHelpers],
  });
  writePlainLetters(outdir);
}

/** One file for each host: an extension has no folder of libraries. */
async function bundleForExtensionHost(entry, platform, outdir) {
  await build({
    ...COMMON,
    entryPoints: [`client/src/${entry}.ts`],
    outdir,
    minify: true,
    format: "cjs",
    platform,
    target: "es2023",
    external: ["vscode"],
    plugins: [leanLanguageClient, sharedHelpers],
  });
  writePlainLetters(outdir);
}

/** The script of a page that the editor shows. */
async function bundleForPanel(outdir) {
  await build({
    ...COMMON,
    entryPoints: { panel: "client/src/panel/page/main.ts" },
    outdir,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2023",
  });
}

/** Such a page may use a style only from a file: the layout is the engine's, the colours are the editor's. */
async function writePanelStyle(path) {
  const { outputFiles } = await build({
    ...COMMON,
    entryPoints: ["core/src/report/page/drawingStyles.ts"],
    format: "esm",
    write: false,
  });
  const { drawingStyles } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  const own = readFileSync(join(ROOT, "client/src/panel/page/panel.css"), "utf8");
  mkdirSync(dirname(join(ROOT, path)), { recursive: true });
  writeFileSync(join(ROOT, path), `${drawingStyles}${own}`);
}

function copyServerInto(name) {
  const target = join(ROOT, name, "server");
  rmSync(target, { recursive: true, force: true });
  for (const file of ["main.js", "worker.js"]) {
    cpSync(join(ROOT, "server/dist", file), join(target, file));
  }
  // Node reads main.js as a module of today's form.
  writeFileSync(join(target, "package.json"), '{ "type": "module" }\n');
}

/** With a list of its files, because an extension in a browser cannot ask for one. */
function copyExampleInto(name) {
  const [source, target] = [join(ROOT, EXAMPLE), join(ROOT, name, "example")];
  rmSync(target, { recursive: true, force: true });
  cpSync(source, target, { recursive: true });
  const files = readdirSync(source).sort();
  writeFileSync(join(target, "files.json"), `${JSON.stringify(files, undefined, 2)}\n`);
}

function copyInto(name, source) {
  const target = join(ROOT, name, source);
  rmSync(target, { recursive: true, force: true });
  cpSync(join(ROOT, source), target, { recursive: true });
}
