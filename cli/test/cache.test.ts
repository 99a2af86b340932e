// Results of checks that are kept from one run to the next: the same to the byte, never taken for another's, never in the
// way.

import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cacheFolder } from "../src/cache/folder.ts";
import { CHECK_FORMATS } from "../src/checkRequest.ts";
import {
  BINARY,
  cleanEnvironment,
  DAY,
  git,
  inFolder,
  type Ran,
  REPOSITORY,
  run,
  STRATEGY,
  writeIn,
} from "./support.ts";

/** Comments make a workspace large enough to be kept, and cost little. */
const LONG = `measures: {}\n${`# ${"words of an author ".repeat(50)}\n`.repeat(300)}`;
const FILES = {
  "trust/stratkit.config.yaml": "extends: review\n",
  "trust/ours.strategy.yaml": STRATEGY,
  "trust/more.measures.yaml": LONG,
};

const FOUND = /^Nothing has changed since an earlier check, whose result is kept in \$STRATKIT_CACHE_DIR$/m;
const KEPT = /^The result is kept in \$STRATKIT_CACHE_DIR/m;
const SPEED = /, \d+ ms$/gm;

interface Place {
  /** Holds the workspace `trust`, and `cache` once something is kept. */
  readonly folder: string;
  readonly cache: string;
  readonly trust: string;
}

function inPlace(use: (place: Place) => void, files: Readonly<Record<string, string>> = FILES): void {
  inFolder(files, (folder) => use({ folder, cache: join(folder, "cache"), trust: join(folder, "trust") }));
}

interface CheckOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
}

function check(place: Place, args: readonly string[] = [], { cwd, env, input }: CheckOptions = {}): Ran {
  return run(["check", "--as-of", DAY, ...args], {
    cwd: cwd ?? place.trust,
    env: { STRATKIT_CACHE_DIR: place.cache, ...env },
    ...(input === undefined ? {} : { input }),
  });
}

function isFound(place: Place, args: readonly string[] = [], options: CheckOptions = {}): boolean {
  return FOUND.test(check(place, ["-v", ...args], options).err);
}

function entriesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

function onlyEntry({ cache }: Place): string {
  const [name, ...others] = entriesIn(cache);
  assert.deepEqual(others, []);
  return join(cache, name ?? "none");
}

describe("a result that is kept", () => {
  for (const format of CHECK_FORMATS) {
    it(`is the same to the byte as ${format}, with the same code`, () => {
      inPlace((place) => {
        const anew = check(place, ["-f", format, "--no-cache"]);
        const first = check(place, ["-f", format]);
        const again = check(place, ["-f", format]);
        assert.deepEqual([first, again], [anew, anew]);
        assert.equal(anew.code, 1);
        assert.ok(isFound(place, ["-f", format]));
        assert.notEqual(again.out, "");
      });
    });
  }

  it("goes to files as it would have gone without", () => {
    inPlace((place) => {
      const args = ["-f", "json:../out/0.json", "-f", "sarif:../out/a.sarif", "--fail-on", "never"];
      const first = check(place, args);
      const files = () =>
        entriesIn(join(place.folder, "out")).map((name) =>
          readFileSync(join(place.folder, "out", name), "utf8"),
        );
      const before = files();
      assert.equal(before.length, 2);
      rmSync(join(place.folder, "out"), { recursive: true });
      const other = args.map((word) => word.replace("0.json", "1.json"));
      assert.deepEqual(check(place, other), first);
      assert.deepEqual([files(), first.code], [before, 0]);
      assert.equal(entriesIn(place.cache).length, 1);
      const refused = check(place, ["-f", "json:more.measures.yaml", "-f", "sarif:../x"]);
      assert.equal(refused.code, 2);
      assert.match(refused.err, /is a file of the strategy/);
    });
  });

  it("has its frames, its colours and its annotations", () => {
    inPlace((place) => {
      const onTerminal = (columns: number, env: Readonly<Record<string, string>> = {}, ...more: string[]) => {
        const command = [process.execPath, BINARY, "check", "--as-of", DAY, ...more].join(" ");
        return spawnSync("script", ["-qec", `stty cols ${columns}; ${command}`, "/dev/null"], {
          cwd: place.trust,
          encoding: "utf8",
          env: cleanEnvironment({ TERM: "xterm", SHELL: "/bin/sh", STRATKIT_CACHE_DIR: place.cache, ...env }),
        }).stdout;
      };
      const framed = onTerminal(100, {}, "--no-cache");
      assert.match(framed, /\^\^\^/);
      assert.equal(onTerminal(100), framed);
      assert.equal(onTerminal(100), framed);
      assert.equal(onTerminal(60), onTerminal(60, {}, "--no-cache"));
      assert.notEqual(onTerminal(100, { NO_COLOR: "1" }), framed);
      assert.doesNotMatch(check(place).out, /\^/);
      const env = { GITHUB_ACTIONS: "true", CI: "true" };
      const annotated = check(place, ["--no-cache"], { env });
      assert.match(annotated.out, /^::error /m);
      check(place, [], { env });
      assert.deepEqual(check(place, [], { env }), annotated);
      assert.ok(isFound(place, [], { env }));
    });
  });

  it("says with -v what was read, and with -q nothing", () => {
    inPlace((place) => {
      const first = check(place, ["-v"]).err;
      assert.match(first, KEPT);
      const again = check(place, ["-v"]).err;
      const said = (text: string) =>
        text
          .replace(FOUND, "")
          .replace(/^The result.*$/m, "")
          .replace(SPEED, "")
          .trim();
      assert.match(said(again), /^Root \., config stratkit\.config\.yaml, 3 files, 5 items/);
      assert.equal(said(again), said(first));
      assert.equal(check(place, ["-q"]).err, "");
      assert.equal(entriesIn(place.cache).length, 1);
    });
  });

  it("brings the notes on what was left out", () => {
    inPlace(
      (place) => {
        const anew = check(place, ["--no-cache"]);
        assert.match(anew.err, /other is a workspace of its own/);
        check(place);
        assert.deepEqual(check(place), anew);
      },
      { ...FILES, "trust/other/stratkit.config.yaml": "extends: draft\n" },
    );
  });

  it("is found without loading what judges", () => {
    inPlace((place) => {
      const program = copyProgram(place.folder);
      const runCopy = (...more: string[]) =>
        spawnSync(process.execPath, [join(program, "bin/stratkit.js"), "check", "--as-of", DAY, ...more], {
          cwd: place.trust,
          encoding: "utf8",
          env: cleanEnvironment({ STRATKIT_CACHE_DIR: place.cache }),
        });
      const first = runCopy();
      const engine = readdirSync(join(program, "dist")).filter((name) =>
        /^\/\/ (core\/src\/(rules|link|trace|judge|generated\/schemas)|cli\/src\/checkAnew)/m.test(
          readFileSync(join(program, "dist", name), "utf8"),
        ),
      );
      assert.ok(engine.length >= 3);
      for (const name of engine) writeFileSync(join(program, "dist", name), 'throw new Error("loaded");\n');
      const again = runCopy();
      assert.deepEqual(
        [again.stdout, again.stderr, again.status],
        [first.stdout, first.stderr, first.status],
      );
      assert.match(runCopy("--no-cache").stderr, /loaded/);
    });
  });
});

function copyProgram(folder: string): string {
  const program = join(folder, "program");
  for (const part of ["bin", "dist", "package.json"]) {
    cpSync(join(REPOSITORY, "cli", part), join(program, part), { recursive: true });
  }
  return program;
}

/** Asks three times: the first answer is no kept one, the second is, and both are right. */
function checkFresh(place: Place, args: readonly string[], name: string): void {
  const right = check(place, ["-v", ...args, "--no-cache"]);
  const first = check(place, ["-v", ...args]);
  const again = check(place, ["-v", ...args]);
  assert.deepEqual([FOUND.test(first.err), FOUND.test(again.err)], [false, true], name);
  for (const { code, out } of [first, again]) assert.deepEqual([code, out], [right.code, right.out], name);
}

describe("a result is not taken", () => {
  it("for another question", () => {
    inPlace((place) => {
      check(place);
      const others: readonly (readonly string[])[] = [
        ["--as-of", "2026-11-22"],
        ["--profile", "publish"],
        ["--only", "trace"],
        ["--skip", "trace"],
        ["--fail-on", "never"],
        ["--show", "error"],
        ["--max-warnings", "0"],
        ["--color", "always"],
        ["-f", "json"],
        ["-f", "text:../text"],
        ["--config", "../other.config.yaml"],
        ["ours.strategy.yaml"],
        ["more.measures.yaml"],
      ];
      writeIn(place.folder, "other.config.yaml", "extends: draft\n");
      for (const args of others) checkFresh(place, args, args.join(" "));
      assert.ok(!isFound(place, ["trust"], { cwd: place.folder }));
      assert.ok(isFound(place), "the first one is still there");
    });
  }).timeout(60_000);

  it("for a changed byte, another name, a file more or less", () => {
    inPlace((place) => {
      const path = (name: string) => join(place.trust, name);
      const more = path("more.measures.yaml");
      const changes: Readonly<Record<string, () => void>> = {
        "a byte": () => writeFileSync(more, LONG.replace("words", "wordS")),
        "a byte order mark": () => writeFileSync(more, `\ufeff${LONG}`),
        "an encoding": () => writeFileSync(more, Buffer.from(`\ufeff${LONG}`, "utf16le")),
        "a name": () => renameSync(more, path("most.measures.yaml")),
        "a file more": () => writeIn(place.trust, "a.measures.yaml", "measures: {}\n"),
        "an empty file more": () => writeIn(place.trust, "b.measures.yaml", ""),
        "a file less": () => rmSync(path("a.measures.yaml")),
        "a name that is nearly one": () => writeIn(place.trust, "c.mesures.yaml", ""),
        "a link that leads nowhere": () => symlinkSync("nowhere", path("d.measures.yaml")),
        "a workspace below": () => writeIn(place.trust, "e/stratkit.config.yaml", ""),
        "the config": () => writeIn(place.trust, "stratkit.config.yaml", "extends: draft\n"),
      };
      check(place);
      for (const [name, change] of Object.entries(changes)) {
        change();
        checkFresh(place, [], name);
      }
    });
  }).timeout(60_000);

  it("where a text moves from one file to the next", () => {
    inPlace((place) => {
      const [a, b] = ["a.measures.yaml", "b.measures.yaml"];
      writeIn(place.trust, a, "measures: {}\n# moves\n");
      writeIn(place.trust, b, "measures: {}\n");
      check(place);
      writeIn(place.trust, a, "measures: {}\n");
      writeIn(place.trust, b, "# moves\nmeasures: {}\n");
      assert.ok(!isFound(place));
    });
  });

  it("where git's top folder is another, and only where that shows", () => {
    inPlace((place) => {
      const sarif = check(place, ["-f", "sarif"]).out;
      check(place);
      git(place.folder, "init", "-q");
      assert.ok(isFound(place));
      const moved = check(place, ["-f", "sarif"]).out;
      assert.notEqual(moved, sarif);
      assert.match(moved, /"uri": "trust\/ours\.strategy\.yaml"/);
    });
  });

  it("from another program", () => {
    inPlace((place) => {
      check(place);
      const program = copyProgram(place.folder);
      const isFoundByCopy = () =>
        FOUND.test(
          spawnSync(process.execPath, [join(program, "bin/stratkit.js"), "check", "-v", "--as-of", DAY], {
            cwd: place.trust,
            encoding: "utf8",
            env: cleanEnvironment({ STRATKIT_CACHE_DIR: place.cache }),
          }).stderr,
        );
      assert.ok(isFoundByCopy(), "the same program elsewhere");
      writeFileSync(join(program, "dist/fingerprint"), "another");
      assert.ok(!isFoundByCopy());
      assert.ok(isFoundByCopy());
      rmSync(join(program, "dist/fingerprint"));
      assert.ok(!isFoundByCopy());
      assert.ok(!isFoundByCopy(), "a program that nobody can tell from others keeps nothing");
    });
  });

  it("where it is damaged, cut off or of another question", () => {
    inPlace((place) => {
      const anew = check(place);
      const path = onlyEntry(place);
      const whole = readFileSync(path);
      const middle = Math.floor(whole.length / 2);
      const damaged = Buffer.from(whole);
      damaged.write(damaged[middle] === 0x61 ? "b" : "a", middle);
      check(place, ["--show", "error"]);
      const foreign = entriesIn(place.cache).find((name) => !path.endsWith(name)) ?? "";
      const wrongs = {
        damaged,
        "cut off": whole.subarray(0, middle),
        "cut off in the hash": whole.subarray(0, 20),
        empty: Buffer.alloc(0),
        "of another question": readFileSync(join(place.cache, foreign)),
        "no entry at all": Buffer.from("{}"),
      };
      for (const [name, bytes] of Object.entries(wrongs)) {
        writeFileSync(path, bytes);
        assert.ok(!isFound(place), name);
        assert.deepEqual(readFileSync(path), whole, `${name}: written anew`);
        writeFileSync(path, bytes);
        assert.deepEqual(check(place), anew, name);
      }
      rmSync(path);
      mkdirSync(path);
      assert.deepEqual(check(place), anew, "a folder in its place");
    });
  });
});

describe("nothing is kept", () => {
  it("with --no-cache, of repairs, and of a text from the standard input", () => {
    inPlace((place) => {
      const input = { input: STRATEGY };
      check(place, ["--no-cache"]);
      check(place, ["--fix-dry-run"]);
      check(place, ["--fix"]);
      check(place, ["--stdin", "--stdin-filename", "ours.strategy.yaml"], input);
      check(place, ["--stdin", "--stdin-filename", "ours.strategy.yaml", "--fix"], input);
      assert.ok(!existsSync(place.cache));
      check(place);
      assert.ok(isFound(place));
      assert.ok(!isFound(place, ["--no-cache"]));
      assert.ok(!isFound(place, ["--fix-dry-run"]));
    });
  });

  it("of a small workspace", () => {
    inPlace(
      (place) => {
        check(place);
        assert.ok(!existsSync(place.cache));
      },
      { "trust/ours.strategy.yaml": STRATEGY },
    );
  });

  it("of a job that could not be done", () => {
    inPlace(
      (place) => {
        assert.equal(check(place).code, 2);
        assert.deepEqual(entriesIn(place.cache), []);
      },
      { ...FILES, "trust/stratkit.config.yaml": "extends: strictest\n" },
    );
  });

  it("in the workspace, whatever is asked for", () => {
    inPlace((place) => {
      const before = entriesIn(place.trust);
      check(place);
      symlinkSync(place.trust, join(place.folder, "link"));
      for (const cache of [place.trust, join(place.trust, "deep/cache"), "cache", "../link/cache"]) {
        const { err } = check(place, ["-v"], { env: { STRATKIT_CACHE_DIR: cache } });
        assert.match(
          err,
          /^Nothing is kept for the next check: \$STRATKIT_CACHE_DIR stands in the workspace$/m,
        );
      }
      check(place, [], { env: { STRATKIT_CACHE_DIR: "", XDG_CACHE_HOME: "", HOME: place.trust } });
      assert.deepEqual(entriesIn(place.trust), before);
    });
  });

  it("where the folder cannot be written, and nobody is disturbed", () => {
    inPlace((place) => {
      const anew = check(place, ["--no-cache"]);
      writeFileSync(place.cache, "a file");
      assert.deepEqual(check(place), anew);
      assert.match(
        check(place, ["-v"]).err,
        /^Nothing is kept for the next check: .* cannot be written \(E[A-Z]+\)$/m,
      );
      assert.equal(readFileSync(place.cache, "utf8"), "a file");
      assert.deepEqual(check(place, [], { env: { STRATKIT_CACHE_DIR: "/proc/nowhere" } }), anew);
    });
  });

  it("but read all the same where the folder is only there to be read", () => {
    inPlace((place) => {
      const program = copyProgram(place.folder);
      // Whoever owns the machine may write everything, so the command runs as somebody else.
      const other = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
      const runAsAnother = (...more: string[]) => {
        const ran = spawnSync(
          process.execPath,
          [join(program, "bin/stratkit.js"), "check", "-v", "--as-of", DAY, ...more],
          {
            cwd: place.trust,
            encoding: "utf8",
            env: cleanEnvironment({ STRATKIT_CACHE_DIR: place.cache }),
            ...other,
          },
        );
        return { ...ran, err: ran.stderr };
      };
      const anew = check(place);
      chmodSync(place.folder, 0o755);
      chmodSync(onlyEntry(place), 0o444);
      chmodSync(place.cache, 0o555);
      const found = runAsAnother();
      assert.match(found.err, FOUND);
      assert.deepEqual([found.stdout, found.status], [anew.out, anew.code]);
      assert.match(runAsAnother("--show", "error").err, /cannot be written \(EACCES\)/);
      assert.equal(entriesIn(place.cache).length, 1);
      chmodSync(place.cache, 0o755);
    });
  });
});

describe("the folder of what is kept", () => {
  it("is for its user's eyes alone", () => {
    inPlace((place) => {
      check(place);
      assert.equal(statSync(place.cache).mode & 0o777, 0o700);
      assert.equal(statSync(onlyEntry(place)).mode & 0o777, 0o600);
    });
  });

  it("stays small: the oldest go first, and nothing else is touched", () => {
    inPlace((place) => {
      const { cache } = place;
      check(place);
      const mine = onlyEntry(place);
      const old = (index: number) => `${String(index).padStart(64, "0")}.check`;
      const put = (name: string, minutes: number, bytes = 1) => {
        writeFileSync(join(cache, name), "x");
        truncateSync(join(cache, name), bytes);
        const time = new Date(Date.now() - minutes * 60_000);
        utimesSync(join(cache, name), time, time);
      };
      for (let index = 0; index < 40; index += 1) put(old(index), 100 + index);
      const unfinished = `${"a".repeat(64)}.${"b".repeat(16)}.unfinished`;
      const running = unfinished.replace("b", "c");
      put(unfinished, 61);
      put(running, 1);
      put("letter.txt", 9999);
      const long = new Date(0);
      utimesSync(mine, long, long);
      assert.ok(isFound(place), "what is found counts as young again");
      check(place, ["--show", "error"]);
      const left = entriesIn(cache);
      assert.equal(left.filter((name) => name.endsWith(".check")).length, 32);
      assert.ok(left.includes(old(0)) && !left.includes(old(39)) && existsSync(mine));
      assert.deepEqual(
        left.filter((name) => !name.endsWith(".check")),
        [running, "letter.txt"].sort(),
      );
      put(old(50), 10, 60 * 1024 * 1024);
      put(old(51), 20, 60 * 1024 * 1024);
      put(old(52), 30, 60 * 1024 * 1024);
      check(place, ["--show", "warning"]);
      const after = entriesIn(cache);
      assert.deepEqual(
        [50, 51, 52].map((index) => after.includes(old(index))),
        [true, true, false],
      );
    });
  });

  it("takes several at once", async () => {
    const folder = mkdtempSync(join(tmpdir(), "stratkit-test-"));
    try {
      for (const [path, text] of Object.entries(FILES)) writeIn(folder, path, text);
      const cache = join(folder, "cache");
      const start = () =>
        new Promise<string>((end) => {
          const child = spawn(process.execPath, [BINARY, "check", "--as-of", DAY], {
            cwd: join(folder, "trust"),
            env: cleanEnvironment({ STRATKIT_CACHE_DIR: cache }),
          });
          let out = "";
          child.stdout.on("data", (piece) => {
            out += piece;
          });
          child.on("close", (code) => end(`${code} ${out}`));
        });
      const results = await Promise.all([start(), start(), start(), start()]);
      assert.equal(new Set(results).size, 1);
      assert.match(results[0] ?? "", /^1 .*trace\/objective-unmeasured/);
      assert.equal(entriesIn(cache).length, 1);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it("is the one that each system has for it", () => {
    const where = (env: Readonly<Record<string, string>>, system: NodeJS.Platform) =>
      cacheFolder({ cwd: "/here", env }, system);
    const home = { HOME: "/home/jo" };
    assert.deepEqual(where(home, "linux"), {
      path: "/home/jo/.cache/stratkit",
      shown: "~/.cache/stratkit",
    });
    assert.equal(where({ ...home, XDG_CACHE_HOME: "/var/c" }, "linux")?.path, "/var/c/stratkit");
    assert.equal(where({ ...home, XDG_CACHE_HOME: "c" }, "linux")?.path, "/home/jo/.cache/stratkit");
    assert.equal(
      where({ ...home, XDG_CACHE_HOME: "/c" }, "darwin")?.path,
      "/home/jo/Library/Caches/stratkit",
    );
    const local = { LOCALAPPDATA: "C:\\Users\\jo\\AppData\\Local" };
    assert.match(where(local, "win32")?.path ?? "", /Local[\\/]stratkit[\\/]Cache$/);
    assert.equal(where({}, "win32"), undefined);
    for (const system of ["linux", "darwin", "win32"] as const) {
      assert.deepEqual(where({ ...home, STRATKIT_CACHE_DIR: "/c" }, system), {
        path: "/c",
        shown: "$STRATKIT_CACHE_DIR",
      });
      assert.equal(where({ ...home, STRATKIT_CACHE_DIR: "c" }, system)?.path, "/here/c");
    }
  });

  it("is named by doctor, without saying whose it is", () => {
    inPlace((place) => {
      check(place);
      const facts = (env: Readonly<Record<string, string>>) =>
        JSON.parse(run(["doctor", "-f", "json"], { cwd: place.trust, env }).out);
      const {
        cache,
        "cache-entries": entries,
        "cache-bytes": bytes,
      } = facts({ STRATKIT_CACHE_DIR: place.cache });
      assert.deepEqual([cache, entries, bytes], ["$STRATKIT_CACHE_DIR", 1, statSync(onlyEntry(place)).size]);
      const other = facts({ STRATKIT_CACHE_DIR: "", HOME: place.folder });
      assert.deepEqual([other["cache-entries"], other["cache-bytes"]], [0, 0]);
      assert.ok(!JSON.stringify(other).includes(place.folder));
    });
  });
});
