// Writing to disks that fill up, are locked, or keep names in a way of their own. Each step of a change is made to fail in
// turn, and what is left is compared with what was said.

import assert from "node:assert/strict";
import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { type FileChange, writeChanges } from "../src/changeFiles.ts";
import { JobError } from "../src/jobError.ts";
import { writeWhole } from "../src/writeWhole.ts";
import { nodeDisk, type WritingDisk } from "../src/writingDisk.ts";
import { inFolder, readIn, writeIn } from "./support.ts";

interface Fault {
  readonly code: string;
  /** Which step fails, from 0. */
  readonly at: number;
  /** Whether all steps after it fail too. */
  readonly stays: boolean;
}

class MemoryDisk implements WritingDisk {
  readonly files = new Map<string, string>();
  readonly folders = new Set(["/w"]);
  readonly #fold: (path: string) => string;
  readonly #fault: Fault | undefined;
  steps = 0;
  #drafts = 0;

  /** `fold` says how the disk compares names. */
  constructor(files: Readonly<Record<string, string>>, fault?: Fault, fold = (path: string) => path) {
    for (const [path, text] of Object.entries(files)) this.files.set(path, text);
    this.#fault = fault;
    this.#fold = fold;
  }

  exists(path: string): boolean {
    return this.#stored(path) !== undefined;
  }

  isFile(path: string): boolean {
    return this.exists(path);
  }

  isSame(one: string, other: string): boolean {
    return this.exists(one) && this.#fold(one) === this.#fold(other);
  }

  readText(path: string): string {
    return this.files.get(this.#stored(path) ?? "") ?? this.#fail("ENOENT");
  }

  realPath(path: string): string {
    return path;
  }

  draftBeside(path: string): string {
    this.#drafts += 1;
    return `${path.slice(0, path.lastIndexOf("/"))}/draft-${this.#drafts}.tmp`;
  }

  writeNew(path: string, text: string): void {
    if (this.exists(path)) this.#fail("EEXIST");
    // As much of it as there was room for.
    this.files.set(path, text.slice(0, 1));
    this.#step();
    this.files.set(path, text);
  }

  writeInPlace(path: string, text: string): void {
    this.#step();
    this.files.set(path, text);
  }

  replace(from: string, to: string): void {
    this.#step();
    const text = this.readText(from);
    this.files.delete(this.#stored(from) ?? "");
    this.files.delete(this.#stored(to) ?? "");
    this.files.set(to, text);
  }

  moveToNew(from: string, to: string): void {
    if (this.exists(to)) this.#fail("EEXIST");
    this.replace(from, to);
  }

  remove(path: string): void {
    this.#step();
    if (!this.files.delete(this.#stored(path) ?? "")) this.#fail("ENOENT");
  }

  makeFolder(path: string): readonly string[] {
    if (this.folders.has(path)) return [];
    this.#step();
    this.folders.add(path);
    return [path];
  }

  removeEmptyFolder(path: string): void {
    if (![...this.files.keys()].some((file) => file.startsWith(`${path}/`))) this.folders.delete(path);
  }

  #stored(path: string): string | undefined {
    return [...this.files.keys()].find((known) => this.#fold(known) === this.#fold(path));
  }

  #step(): void {
    const fault = this.#fault;
    const fails = fault !== undefined && (fault.stays ? this.steps >= fault.at : this.steps === fault.at);
    this.steps += 1;
    if (fails) this.#fail(fault.code);
  }

  #fail(code: string): never {
    throw Object.assign(new Error(code), { code });
  }
}

const BEFORE = { "/w/a.strategy.yaml": "a", "/w/b.strategy.yaml": "b", "/w/c.measures.yaml": "c" };

const CHANGES: readonly FileChange[] = [
  { path: "/w/a.strategy.yaml", before: "a", after: "A" },
  { path: "/w/b.strategy.yaml", before: "b", after: "B", newPath: "/w/bb.strategy.yaml" },
  { path: "/w/c.measures.yaml", before: "c", after: "c", newPath: "/w/cc.measures.yaml" },
  { path: "/w/new/d.strategy.yaml", before: undefined, after: "D" },
];

const AFTER = {
  "/w/a.strategy.yaml": "A",
  "/w/bb.strategy.yaml": "B",
  "/w/cc.measures.yaml": "c",
  "/w/new/d.strategy.yaml": "D",
};

function refusal(write: () => void): string {
  try {
    write();
  } catch (error) {
    assert.ok(error instanceof JobError && error.code === "not-written", String(error));
    return error.message;
  }
  return "";
}

function stepsOf(changes: readonly FileChange[]): number {
  const disk = new MemoryDisk(BEFORE);
  writeChanges(changes, disk);
  return disk.steps;
}

const CODES = ["ENOSPC", "EACCES", "EBUSY", "EROFS"];

describe("changing files", () => {
  it("makes all changes", () => {
    const disk = new MemoryDisk(BEFORE);
    writeChanges(CHANGES, disk);
    assert.deepEqual(Object.fromEntries(disk.files), AFTER);
  });

  it("leaves everything as it was where any step fails, and nothing beside it", () => {
    const steps = stepsOf(CHANGES);
    assert.ok(steps >= 8, `${steps} steps`);
    for (const code of CODES) {
      for (let at = 0; at < steps; at += 1) {
        const disk = new MemoryDisk(BEFORE, { code, at, stays: false });
        const said = refusal(() => writeChanges(CHANGES, disk));
        assert.match(said, new RegExp(`^/w/[a-z/.]+ cannot be written \\(${code}\\): [a-z]`), `step ${at}`);
        assert.deepEqual(Object.fromEntries(disk.files), BEFORE, `${code} at step ${at}`);
        assert.deepEqual([...disk.folders], ["/w"], `${code} at step ${at}`);
      }
    }
  });

  it("names what was written where even that cannot be put back", () => {
    let named = 0;
    const steps = stepsOf(CHANGES);
    for (let at = 0; at < steps; at += 1) {
      const disk = new MemoryDisk(BEFORE, { code: "EIO", at, stays: true });
      const said = refusal(() => writeChanges(CHANGES, disk));
      for (const { path, newPath, after } of CHANGES) {
        const isWritten = disk.files.get(newPath ?? path) === after;
        const isSaid =
          said
            .split("could not be put back: ")[1]
            ?.split(", ")
            .includes(newPath ?? path) ?? false;
        const isCutShort = said.startsWith(`${newPath ?? path} cannot`);
        assert.ok(isWritten === isSaid || isCutShort, `${path} at step ${at}: ${said}`);
        if (isSaid) named += 1;
      }
    }
    assert.ok(named > 0);
  });

  it("leaves alone what changed since it was read, what is gone, and what exists already", () => {
    const changed = { ...BEFORE, "/w/a.strategy.yaml": "a colleague's" };
    const { "/w/a.strategy.yaml": _gone, ...without } = BEFORE;
    const exists = { ...BEFORE, "/w/bb.strategy.yaml": "another" };
    for (const files of [changed, without, exists]) {
      const disk = new MemoryDisk(files);
      const said = refusal(() => writeChanges(CHANGES, disk));
      assert.match(
        said,
        /changed in the meantime: run the command again$|exists already and is left as it is/,
      );
      assert.deepEqual(Object.fromEntries(disk.files), files);
    }
  });

  it("gives a file other capitals where the disk makes no difference between them, and takes that back", () => {
    const files = { "/w/Trust.strategy.yaml": "a" };
    const lower = (path: string) => path.toLowerCase();
    for (const after of ["a", "A"]) {
      const change = {
        path: "/w/Trust.strategy.yaml",
        before: "a",
        after,
        newPath: "/w/trust.strategy.yaml",
      };
      const disk = new MemoryDisk(files, undefined, lower);
      writeChanges([change], disk);
      assert.deepEqual(Object.fromEntries(disk.files), { "/w/trust.strategy.yaml": after });
      for (let at = 0; at < disk.steps; at += 1) {
        const failing = new MemoryDisk(files, { code: "EBUSY", at, stays: false }, lower);
        assert.match(
          refusal(() => writeChanges([change], failing)),
          /EBUSY\): close the program/,
        );
        assert.deepEqual(Object.fromEntries(failing.files), files, `step ${at}`);
      }
    }
  });

  it("spells an accent another way where the disk takes both for one name", () => {
    const [composed, apart] = ["/w/caf\u00e9.strategy.yaml", "/w/cafe\u0301.strategy.yaml"];
    const disk = new MemoryDisk({ [apart]: "a" }, undefined, (path) => path.normalize("NFC"));
    writeChanges([{ path: apart, before: "a", after: "A", newPath: composed }], disk);
    assert.deepEqual(Object.fromEntries(disk.files), { [composed]: "A" });
  });

  it("refuses a new file whose name differs from another's by its capitals only, where that is one name", () => {
    const disk = new MemoryDisk({ "/w/trust.strategy.yaml": "a" }, undefined, (path) => path.toLowerCase());
    const change = { path: "/w/Trust.strategy.yaml", before: undefined, after: "new" };
    assert.match(
      refusal(() => writeChanges([change], disk)),
      /exists already/,
    );
  });

  it("keeps permissions and links on a real disk, and leaves no draft", () => {
    inFolder({ "real/ours.strategy.yaml": "a" }, (folder) => {
      const real = join(folder, "real/ours.strategy.yaml");
      const link = join(folder, "ours.strategy.yaml");
      chmodSync(real, 0o666);
      symlinkSync("real/ours.strategy.yaml", link);
      writeChanges([{ path: link, before: "a", after: "A" }]);
      assert.equal(readFileSync(real, "utf8"), "A");
      assert.equal(lstatSync(link).isSymbolicLink(), true);
      assert.equal(statSync(real).mode & 0o777, 0o666);
      writeWhole(link, "B");
      assert.deepEqual([readFileSync(real, "utf8"), lstatSync(link).isSymbolicLink()], ["B", true]);
      assert.deepEqual(readdirSync(join(folder, "real")), ["ours.strategy.yaml"]);
      assert.deepEqual(readdirSync(folder).sort(), ["ours.strategy.yaml", "real"]);
    });
  });

  it("says so where a name is too long, a folder, or below a file, and makes nothing", () => {
    inFolder({ "ours.strategy.yaml": "a" }, (folder) => {
      mkdirSync(join(folder, "there.strategy.yaml"));
      const cases = [
        [`${"x".repeat(250)}.strategy.yaml`, /ENAMETOOLONG\): choose a shorter name/],
        ["there.strategy.yaml", /exists already/],
        [
          "ours.strategy.yaml/new.strategy.yaml",
          /cannot be written \(ENOTDIR\): a part of its path is a file/,
        ],
        ["deep/er/CON/\0.strategy.yaml", /cannot be written/],
      ] as const;
      for (const [path, says] of cases) {
        const change = { path: join(folder, path), before: undefined, after: "x" };
        assert.match(
          refusal(() => writeChanges([change])),
          says,
        );
      }
      assert.deepEqual(readdirSync(folder).sort(), ["ours.strategy.yaml", "there.strategy.yaml"]);
    });
  });
});

describe("writing a result", () => {
  it("replaces it whole, or leaves the old one with nothing beside it", () => {
    const { steps } = writeTo(new MemoryDisk({ "/w/page.html": "old" }));
    for (let at = 0; at < steps; at += 1) {
      const disk = new MemoryDisk({ "/w/page.html": "old" }, { code: "ENOSPC", at, stays: false });
      assert.match(
        refusal(() => writeWhole("/w/page.html", "new", disk)),
        /ENOSPC\): the disk is full/,
      );
      assert.deepEqual(Object.fromEntries(disk.files), { "/w/page.html": "old" });
    }
  });

  it("writes into a file whose folder takes no others", () => {
    const disk = new MemoryDisk({ "/w/page.html": "old" }, { code: "EACCES", at: 0, stays: false });
    writeTo(disk);
    assert.deepEqual(Object.fromEntries(disk.files), { "/w/page.html": "new" });
  });

  it("writes into what is no file, such as a terminal", () => {
    writeWhole("/dev/null", "gone");
    assert.equal(nodeDisk.isFile("/dev/null"), false);
  });

  function writeTo(disk: MemoryDisk): MemoryDisk {
    writeWhole("/w/page.html", "new", disk);
    return disk;
  }
});

describe("a draft", () => {
  it("is hidden, of a name of its own, and no file of a strategy", () => {
    inFolder({}, (folder) => {
      writeIn(folder, "ours.strategy.yaml", "a");
      const [one, other] = [0, 1].map(() => nodeDisk.draftBeside(join(folder, "ours.strategy.yaml")));
      assert.notEqual(one, other);
      assert.match(one ?? "", /\/\.stratkit-[0-9a-f]{12}\.tmp$/);
      assert.equal(readIn(folder, "ours.strategy.yaml"), "a");
    });
  });
});
