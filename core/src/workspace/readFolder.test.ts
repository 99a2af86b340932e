import assert from "node:assert/strict";
import {
  type FileSystem,
  type FolderEntry,
  type FolderReading,
  findRoot,
  joinPath,
  readFolder,
} from "./readFolder.ts";

/** What stands at a path: a file's text, a link (`-> /target`), a file that cannot be opened, or one of so many bytes. */
type Entries = Readonly<Record<string, string | number | undefined>>;

const UNREADABLE = undefined;

/** A file system in memory. A folder named `locked` cannot be opened. */
function memory(entries: Entries): FileSystem {
  const real = (path: string): string => {
    for (const [from, to] of Object.entries(entries)) {
      if (typeof to !== "string" || !to.startsWith("-> ")) continue;
      if (path === from || path.startsWith(`${from}/`)) return real(to.slice(3) + path.slice(from.length));
    }
    return path;
  };
  const kindOf = (path: string): FolderEntry["kind"] => {
    const at = real(path);
    if (at in entries) return entries[at] === "pipe" ? "other" : "file";
    return Object.keys(entries).some((other) => other.startsWith(`${at}/`)) ? "folder" : "other";
  };
  return {
    list(folder) {
      const at = real(folder);
      if (at.endsWith("locked")) throw new Error("EACCES");
      const below = Object.keys(entries).filter((path) => path.startsWith(`${at}/`));
      const names = [...new Set(below.map((path) => path.slice(at.length + 1).split("/")[0] ?? ""))];
      return names.map((name) => {
        const entry = entries[`${at}/${name}`];
        const link = typeof entry === "string" && entry.startsWith("-> ");
        return { name, kind: kindOf(`${at}/${name}`), link };
      });
    },
    read(path, most) {
      const entry = entries[real(path)];
      if (entry === UNREADABLE) throw new Error("EACCES");
      if (typeof entry === "number") return entry > most ? "too-large" : new Uint8Array(entry);
      return new TextEncoder().encode(entry);
    },
    isFile: (path) => kindOf(path) === "file",
    realPath: real,
  };
}

function read(entries: Entries): FolderReading {
  return readFolder(memory(entries), "/w");
}

function pathsOf(entries: Entries): string[] {
  return read(entries).files.map((file) => file.path);
}

describe("reading a folder", () => {
  it("reads what has the name of a strategy file, at any depth, in the same order everywhere", () => {
    assert.deepEqual(
      pathsOf({
        "/w/z.strategy.yaml": "title: Z",
        "/w/deep/er/b.measures.yml": "",
        "/w/a.actuals.csv": "",
        "/w/readme.md": "",
        "/w/package.yaml": "",
      }),
      ["a.actuals.csv", "deep/er/b.measures.yml", "z.strategy.yaml"],
    );
  });

  it("finds the root upwards", () => {
    const files = memory({ "/w/stratkit.config.yaml": "", "/w/a/b/c.strategy.yaml": "" });
    assert.equal(findRoot(files, "/w/a/b"), "/w");
    assert.equal(findRoot(files, "/w"), "/w");
    assert.equal(findRoot(files, "/elsewhere"), undefined);
    assert.equal(findRoot(memory({ "/stratkit.config.yaml": "" }), "/x/y"), "/");
    assert.equal(joinPath("/", "x"), "/x");
  });

  it("leaves out .git, node_modules and what the config ignores (B64)", () => {
    assert.deepEqual(
      pathsOf({
        "/w/stratkit.config.yaml": "ignore: [drafts/**, '*.actuals.yaml']",
        "/w/.git/a.strategy.yaml": "",
        "/w/x/node_modules/a.strategy.yaml": "",
        "/w/drafts/a.strategy.yaml": "",
        "/w/x/a.actuals.yaml": "",
        "/w/x/a.strategy.yaml": "",
      }),
      ["stratkit.config.yaml", "x/a.strategy.yaml"],
    );
  });

  it("leaves nested workspaces alone and names them (B62)", () => {
    const reading = read({
      "/w/a.strategy.yaml": "",
      "/w/in/ner/stratkit.config.yaml": "",
      "/w/in/ner/b.strategy.yaml": "",
      "/w/in/c.strategy.yaml": "",
    });
    assert.deepEqual(reading.nestedRoots, ["in/ner"]);
    assert.deepEqual(
      reading.files.map((file) => file.path),
      ["a.strategy.yaml", "in/c.strategy.yaml"],
    );
  });

  it("looks for a config up to the drive, and there", () => {
    const asked: string[] = [];
    const files: FileSystem = {
      ...memory({}),
      isFile(path) {
        asked.push(path);
        return false;
      },
    };
    assert.equal(findRoot(files, "C:/a"), undefined);
    assert.deepEqual(asked, ["C:/a/stratkit.config.yaml", "C:/stratkit.config.yaml"]);
  });

  it("reads a file once that a link leads to, and a link to its folder", () => {
    assert.deepEqual(
      pathsOf({
        "/w/a.strategy.yaml": "-> /outside/b.strategy.yaml",
        "/w/all": "-> /outside",
        "/outside/b.strategy.yaml": "",
      }),
      ["all/b.strategy.yaml"],
    );
  });

  it("follows links once, and no circle (B64)", () => {
    assert.deepEqual(
      pathsOf({
        "/w/a.strategy.yaml": "",
        "/w/again": "-> /w",
        "/w/all/b.measures.yaml": "",
        "/w/current": "-> /w/all",
        "/w/copy.strategy.yaml": "-> /w/a.strategy.yaml",
        "/w/from": "-> /outside",
        "/outside/c.measures.yaml": "",
        "/outside/back": "-> /w",
        "/w/d.measures.yaml": "-> /elsewhere/text",
        "/elsewhere/text": "",
        "/w/e.measures.yaml": "-> /gone",
      }),
      [
        "a.strategy.yaml",
        "all/b.measures.yaml",
        "e.measures.yaml",
        "from/c.measures.yaml",
        "d.measures.yaml",
      ],
    );
  });

  it("keeps what cannot be read as a file without a text", () => {
    const reading = read({
      "/w/a.strategy.yaml": UNREADABLE,
      "/w/b.strategy.yaml": 5 * 1024 * 1024 + 1,
      "/w/c.strategy.yaml": 5 * 1024 * 1024,
      "/w/d.strategy.yaml": "pipe",
      "/w/locked/e.strategy.yaml": "",
    });
    assert.deepEqual(
      reading.files.map((file) => [file.path, file.problem]),
      [
        ["a.strategy.yaml", "unreadable"],
        ["b.strategy.yaml", "too-large"],
        ["c.strategy.yaml", undefined],
        ["d.strategy.yaml", "unreadable"],
      ],
    );
    assert.deepEqual(reading.unreadableFolders, ["locked"]);
  });

  it("notes near-misses of names without reading them", () => {
    const reading = read({ "/w/trust.measure.yaml": UNREADABLE, "/w/x/plan.strategies.yaml": UNREADABLE });
    assert.deepEqual(reading.nearMisses, ["trust.measure.yaml", "x/plan.strategies.yaml"]);
    assert.deepEqual(reading.files, []);
  });
});
