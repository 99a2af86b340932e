// The packages as users get them: packed, installed into an empty folder without a network, and run there.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { checkOutput } from "../cli/test/outputSchema.ts";
import { cleanEnvironment, DAY, KMPT, type Ran, REPOSITORY } from "../cli/test/support.ts";
import { product } from "../core/src/generated/product.ts";
import { allRules } from "../core/src/rules/all.ts";
import { rulePage } from "../core/src/rules/rulePage.ts";
import { cleanUp, startClient } from "../server/test/client.ts";

const PACKAGES = {
  cli: { name: "stratkit", golden: "package-stratkit.txt" },
  server: { name: "stratkit-language-server", golden: "package-language-server.txt" },
} as const;

const PAGES_ON_THE_WEB = `${product.home}/blob/main/`;

describe("the packages", function () {
  this.timeout(120_000);
  let work = "";

  before(() => {
    work = realpathSync(mkdtempSync(join(tmpdir(), "stratkit-packages-")));
    const built = spawnSync(process.execPath, [join(REPOSITORY, "tools/build.mjs")], { encoding: "utf8" });
    assert.equal(built.status, 0, built.stderr);
    const tarballs = Object.keys(PACKAGES).map((folder) => {
      const ran = runIn(join(REPOSITORY, folder), ["npm", "pack", "--silent", "--pack-destination", work]);
      assert.equal(ran.code, 0, ran.err);
      return join(work, ran.out.trim());
    });
    mkdirSync(home());
    writeFileSync(join(home(), "package.json"), '{"name": "home", "private": true}');
    const ran = runIn(home(), ["npm", "install", "--offline", "--no-audit", "--no-fund", ...tarballs]);
    assert.equal(ran.code, 0, ran.err);
  });

  after(() => {
    cleanUp();
    rmSync(work, { recursive: true, force: true });
  });

  const home = () => join(work, "home");
  const installed = (name: string) => join(home(), "node_modules", name);

  /** The cache is a fresh one, so that nothing of this machine helps; `--offline` holds for npx as well. */
  function runIn(cwd: string, [command = "", ...args]: readonly string[]): Ran {
    const ran = spawnSync(command, args, {
      cwd,
      encoding: "utf8",
      env: cleanEnvironment({ npm_config_cache: join(work, "cache"), npm_config_offline: "true" }),
      shell: process.platform === "win32",
    });
    return { code: ran.status, out: ran.stdout, err: ran.stderr };
  }

  it("bring nothing along but themselves", () => {
    const names = readdirSync(join(home(), "node_modules")).filter((name) => !name.startsWith("."));
    assert.deepEqual(names.sort(), ["stratkit", "stratkit-language-server"]);
  });

  it("stratkit runs where it was installed", () => {
    const ran = runIn(home(), ["npx", "stratkit", "--version"]);
    assert.deepEqual([ran.code, ran.out], [0, `${product.version}\n`], ran.err);
  });

  it("stratkit checks a real strategy there", () => {
    const workspace = join(work, "kmpt");
    cpSync(KMPT, workspace, { recursive: true });
    const ran = runIn(home(), ["npx", "stratkit", "check", workspace, "-f", "json", "--as-of", DAY]);
    assert.equal(ran.code, 1, ran.err);
    checkOutput("check", JSON.parse(ran.out));
  });

  it("stratkit prints a schema and explains a rule there", () => {
    assert.equal(runIn(home(), ["npx", "stratkit", "schema", "strategy"]).code, 0);
    const ran = runIn(home(), ["npx", "stratkit", "explain", "trace/objective-unmeasured"]);
    assert.ok(ran.out.includes(rulePage("trace/objective-unmeasured")), ran.err);
  });

  it("the language server greets and takes its leave there", async () => {
    const client = await startClient({
      program: { command: "npx", args: ["--offline", "stratkit-language-server"], cwd: home() },
    });
    assert.deepEqual(client.initialized.serverInfo, { name: product.name, version: product.version });
    await client.stop();
    assert.equal(client.process?.exitCode, 0);
  });

  for (const [folder, { name, golden }] of Object.entries(PACKAGES)) {
    it(`${name} ships what it should`, () => {
      const path = join(REPOSITORY, "test/golden", golden);
      const files = filesBelow(installed(name));
      const pages = (paths: string[]) => paths.filter((file) => file.startsWith("docs/"));
      assert.deepEqual(
        pages(files),
        filesBelow(join(REPOSITORY, "docs")).map((file) => `docs/${file}`),
      );
      const rest = files.filter((file) => !file.startsWith("docs/")).map(withoutHash);
      const text = `${[...new Set(rest)].sort().join("\n")}\n`;
      if (process.env.STRATKIT_UPDATE === "1") writeFileSync(path, text);
      assert.equal(text, readFileSync(path, "utf8"));
    });

    it(`${name} has a page for each rule, and the pages lead nowhere else`, () => {
      for (const { id } of allRules) {
        const page = rulePage(id);
        assert.ok(page.startsWith(PAGES_ON_THE_WEB), page);
        const file = join(installed(name), page.slice(PAGES_ON_THE_WEB.length));
        for (const [, target = ""] of readFileSync(file, "utf8").matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)) {
          assert.ok(existsSync(resolve(dirname(file), target)), `${id} links to ${target}`);
        }
      }
    });

    it(`${name} has a front page whose links lead somewhere`, () => {
      const page = readFileSync(join(installed(name), "README.md"), "utf8");
      const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, link = ""]) => link);
      assert.ok(links.length > 0);
      for (const link of links) {
        if (link === product.home) continue;
        assert.ok(link.startsWith(PAGES_ON_THE_WEB), `${link} is not an address, as a registry needs it`);
        assert.ok(existsSync(join(installed(name), link.slice(PAGES_ON_THE_WEB.length))), link);
      }
    });

    it(`${name} says what it is`, () => {
      const manifest: Record<string, unknown> = JSON.parse(
        readFileSync(join(installed(name), "package.json"), "utf8"),
      );
      const { description, keywords, engines, bin, dependencies, scripts, publishConfig, ...said } = manifest;
      assert.ok(typeof description === "string" && description.endsWith("."));
      assert.ok(Array.isArray(keywords) && keywords.length >= 5);
      assert.deepEqual(engines, { node: ">=20" });
      assert.deepEqual(bin, { [name]: `bin/${name}.js` });
      assert.deepEqual([dependencies, scripts, publishConfig], [undefined, undefined, undefined]);
      assert.equal(said.name, name);
      assert.equal(said.version, product.version);
      assert.equal(said.license, product.licence);
      assert.equal(said.author, product.contributors);
      assert.equal(said.homepage, `${product.home}#readme`);
      assert.equal(said.bugs, `${product.home}/issues`);
      assert.deepEqual(said.repository, {
        type: "git",
        url: `git+${product.home}.git`,
        directory: folder,
      });
    });
  }
});

/** The builder names pieces by what they hold: `check-3AWOXW6K.js`. */
function withoutHash(path: string): string {
  return path.replace(/-[0-9A-Z]{8}\.js$/, "-*.js");
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}
