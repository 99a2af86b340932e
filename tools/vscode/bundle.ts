// Bundles test files for an extension host: one file with Mocha, the helpers and all tests in it.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { ROOT } from "./versions.ts";

/** Where tests run: in Node (server or desktop), or in the web worker that vscode.dev uses. */
export type Host = "node" | "web";

const HARNESS = join(ROOT, "client/test/harness");

/** Writes `outfile` with a source map beside it. */
export async function bundleSuites(files: readonly string[], host: Host, outfile: string): Promise<void> {
  await build({
    absWorkingDir: ROOT,
    entryPoints: [join(HARNESS, "run.ts")],
    outfile,
    bundle: true,
    format: "cjs",
    platform: host === "node" ? "node" : "browser",
    target: "es2023",
    sourcemap: true,
    external: ["vscode"],
    alias: host === "web" ? { "node:assert/strict": join(HARNESS, "assertInBrowser.ts") } : {},
    plugins: [suites(files), mochaForBrowsers],
    logLevel: "warning",
  });
}

/** Its package counts as modules of today's form, but this file looks for `module.exports` and would take the bundle's. */
const mochaForBrowsers: Plugin = {
  name: "mocha-for-browsers",
  setup(builder) {
    builder.onLoad({ filter: /mocha[\\/]mocha\.js$/ }, ({ path }) => ({
      contents: `let exports, module, define; ${readFileSync(path, "utf8")}`,
    }));
  },
};

/** Lets `import "suites"` stand for all test files. */
function suites(files: readonly string[]): Plugin {
  return {
    name: "suites",
    setup(builder) {
      builder.onResolve({ filter: /^suites$/ }, () => ({ path: "suites", namespace: "suites" }));
      builder.onLoad({ filter: /.*/, namespace: "suites" }, () => ({
        contents: files.map((file) => `import ${JSON.stringify(file)};`).join("\n"),
        resolveDir: ROOT,
      }));
    },
  };
}
