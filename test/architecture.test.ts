// The house rules that a compiler cannot hold: layers import downward only, everything used is declared where it is
// used, and nothing in the tree speaks of the machine that it was written on.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** The layers of the engine, lowest first. A folder may import from itself and from what stands before it. */
const LAYERS = [
  "generated",
  "text",
  "findings",
  "syntax",
  "edit",
  "schema",
  "model",
  "link",
  "judge",
  "trace",
  "rules",
  "workspace",
  "lookup",
  "diff",
  "reviews",
  "report",
  "features",
  "guides",
];

/** Leaves that a lower layer may read: plain vocabulary without imports of its own. */
const LEAVES = ["model/fileName.ts"];

/** Which of the project's packages each may use, by folder. The command line and the server know nothing of each other. */
const BUILT_ON: Readonly<Record<string, readonly string[]>> = {
  core: [],
  disk: ["@stratkit/core"],
  cli: ["@stratkit/core", "@stratkit/disk"],
  server: ["@stratkit/core", "@stratkit/disk"],
};

const PACKAGES = Object.keys(BUILT_ON);

interface Import {
  readonly from: string;
  readonly to: string;
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name));
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/^(?:import|export)\s[\w$*{},\s]*?from\s+"([^"]+)"|import\("([^"]+)"\)/gm)].map(
    (match) => match[1] ?? match[2] ?? "",
  );
}

/** What a package runs, without its tests. */
function programsOf(name: string): string[] {
  return filesBelow(join(root, name, "src")).filter(
    (file) => !file.endsWith(".test.ts") && !file.includes("/testing/"),
  );
}

/** `features/hover.ts` and `features/hover/card.ts` belong to one feature. */
function featureOf(path: string): string | undefined {
  return /^features\/([^/.]+)/.exec(path)?.[1];
}

describe("architecture", () => {
  const core = join(root, "core/src");
  const sources = programsOf("core");

  it("every folder of the engine is a layer", () => {
    const folders = readdirSync(core, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== "testing")
      .map((entry) => entry.name);
    assert.deepEqual(
      folders.filter((folder) => !LAYERS.includes(folder)),
      [],
    );
  });

  it("the engine's imports run downward", () => {
    const wrong: Import[] = [];
    for (const file of sources) {
      const from = relative(core, file);
      const layer = LAYERS.indexOf(from.split("/")[0] ?? "");
      // What is generated is data with the types of the layer that reads it.
      if (layer <= 0) continue;
      for (const target of importsOf(file).filter((name) => name.startsWith("."))) {
        const to = relative(core, resolve(dirname(file), target));
        if (LEAVES.includes(to)) continue;
        if (LAYERS.indexOf(to.split("/")[0] ?? "") > layer) wrong.push({ from, to });
      }
    }
    assert.deepEqual(wrong, []);
  });

  it("files of the engine do not import each other in a circle of values", () => {
    const graph = new Map(sources.map((file) => [file, valueImports(file)]));
    assert.deepEqual(findCircle(graph), undefined);
  });

  it("features never import features", () => {
    const wrong: Import[] = [];
    for (const file of sources) {
      const from = relative(core, file);
      for (const target of importsOf(file).filter((name) => name.startsWith("."))) {
        const to = relative(core, resolve(dirname(file), target));
        const [own, other] = [featureOf(from), featureOf(to)];
        if (own !== undefined && other !== undefined && own !== other) wrong.push({ from, to });
      }
    }
    assert.deepEqual(wrong, []);
  });

  it("guides never import guides", () => {
    const shared = ["guides/guide.ts", "guides/nextQuestion.ts"];
    const wrong = sources.flatMap((file) => {
      const from = relative(core, file);
      if (!from.startsWith("guides/") || from === "guides/all.ts") return [];
      return importsOf(file)
        .filter((name) => name.startsWith("."))
        .map((target) => ({ from, to: relative(core, resolve(dirname(file), target)) }))
        .filter(({ to }) => /^guides\/[^/]+$/.test(to) && !shared.includes(to));
    });
    assert.deepEqual(wrong, []);
  });

  it("packages use those of the project that they may, and no others", () => {
    for (const name of PACKAGES) {
      for (const file of programsOf(name)) {
        const own = importsOf(file).filter((target) => /^(@stratkit\/|stratkit)/.test(target));
        for (const target of own) {
          assert.ok(BUILT_ON[name]?.includes(target), `${relative(root, file)} imports ${target}`);
        }
      }
    }
  });

  it("each package declares what it imports, and reaches another by its door alone", () => {
    for (const name of PACKAGES) {
      const manifest = JSON.parse(readFileSync(join(root, name, "package.json"), "utf8")) as {
        dependencies?: Record<string, string>;
        devDependencies?: Record<string, string>;
      };
      const declared = new Set(Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }));
      for (const file of programsOf(name)) {
        for (const target of importsOf(file)) {
          if (target.startsWith(".")) {
            const isInside = resolve(dirname(file), target).startsWith(join(root, name, "/"));
            assert.ok(isInside, `${relative(root, file)} imports ${target}, of another package`);
          }
          if (target.startsWith(".") || target.startsWith("node:")) continue;
          const packageName = target
            .split("/")
            .slice(0, target.startsWith("@") ? 2 : 1)
            .join("/");
          assert.ok(declared.has(packageName), `${relative(root, file)} imports ${target}, undeclared`);
          if (packageName.startsWith("@stratkit/")) assert.equal(target, packageName);
        }
      }
    }
  });

  it("the server alone knows the protocol of editors, and knows Node in its entry and one folder", () => {
    for (const name of PACKAGES) {
      for (const file of programsOf(name)) {
        const path = relative(root, file);
        for (const target of importsOf(file)) {
          if (name !== "server") assert.doesNotMatch(target, /^vscode/, path);
          else if (path !== "server/src/main.ts" && !path.startsWith("server/src/node/"))
            assert.doesNotMatch(target, /^node:|^vscode-languageserver\/node$|^@stratkit\/disk$/, path);
        }
      }
    }
  });

  it("the engine knows neither Node nor the browser nor an editor", () => {
    for (const file of sources) {
      for (const target of importsOf(file)) {
        assert.doesNotMatch(target, /^(node:|vscode)/, relative(root, file));
      }
    }
  });

  it("no file of the project names this machine or a package registry's address", () => {
    const files = execFileSync("git", ["ls-files"], { cwd: root, encoding: "utf8" })
      .split("\n")
      // One that was just deleted is listed until the next commit.
      .filter((file) => file !== "" && existsSync(join(root, file)));
    const registry = execFileSync("npm", ["config", "get", "registry"], { cwd: root, encoding: "utf8" });
    const telltales = [`${root}/`, `${homedir()}/`, new URL(registry.trim()).host];
    for (const file of files) {
      const text = readFileSync(join(root, file), "utf8");
      for (const telltale of telltales) assert.ok(!text.includes(telltale), `${file} names ${telltale}`);
    }
  });
});

/** Files that a file imports for more than their types. */
function valueImports(file: string): string[] {
  const text = readFileSync(file, "utf8");
  const found: string[] = [];
  for (const match of text.matchAll(/^(import|export)\s+(type\s)?([^;]*?)from\s+"(\.[^"]+)"/gm)) {
    const [, , typeOnly, names = "", target = ""] = match;
    const onlyTypes = /^\{(\s*type\s[^,}]+,?)+\s*\}\s*$/.test(names.trim());
    if (typeOnly === undefined && !onlyTypes) found.push(resolve(dirname(file), target));
  }
  return found;
}

function findCircle(graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): string[] | undefined => {
    if (trail.includes(file))
      return [...trail.slice(trail.indexOf(file)), file].map((name) => relative(root, name));
    if (done.has(file)) return undefined;
    for (const next of graph.get(file) ?? []) {
      const circle = visit(next, [...trail, file]);
      if (circle !== undefined) return circle;
    }
    done.add(file);
    return undefined;
  };
  for (const file of graph.keys()) {
    const circle = visit(file, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}
