// Paths of other systems than the one that runs the tests: drives, both ways of the slash, shares, capitals, accents.

import assert from "node:assert/strict";
import { posix, win32 } from "node:path";
import { createLookup, newFile } from "../core/src/index.ts";
import { slugOf } from "../core/src/schema/slug.ts";
import { analyseFixture } from "../core/src/testing/checkFindings.ts";
import { findRoot } from "../core/src/workspace/readFolder.ts";
import { pathsOf } from "../disk/src/paths.ts";
import { keyOf, keyOfPath, pathBelow, pathOf, uriOf } from "../server/src/uris.ts";

describe("paths of every system", () => {
  it("on Windows have one form, whichever slash, drive or share they were written with", () => {
    const { absolutePath, relativePath, isWithin } = pathsOf(win32);
    const cwd = "C:/trust/plans";
    for (const [written, path] of [
      ["ours.strategy.yaml", "C:/trust/plans/ours.strategy.yaml"],
      ["..\\ours.strategy.yaml", "C:/trust/ours.strategy.yaml"],
      [".\\a/b\\..\\c", "C:/trust/plans/a/c"],
      ["\\elsewhere", "C:/elsewhere"],
      ["D:\\x", "D:/x"],
      ["\\\\server\\share\\x", "//server/share/x"],
      ["//server/share/x/../y", "//server/share/y"],
      ["\\\\?\\C:\\long", "//?/C:/long"],
    ] as const) {
      assert.equal(absolutePath(cwd, written), path, written);
    }
    assert.equal(relativePath("C:/trust", "c:/TRUST/a/b.strategy.yaml"), "a/b.strategy.yaml");
    assert.equal(relativePath("C:/trust", "C:/trust"), ".");
    assert.equal(relativePath("C:/trust", "D:/x"), "D:/x");
    assert.equal(relativePath("//server/share/x", "//server/share/y"), "../y");
    assert.ok(isWithin("C:/trust", "c:/Trust/a"));
    assert.ok(isWithin("C:/trust", "C:/trust/..a"));
    for (const path of ["C:/", "C:/trusty", "D:/trust/a", "//server/share"])
      assert.ok(!isWithin("C:/trust", path), path);
  });

  it("keep a backslash elsewhere, where it is a letter", () => {
    const { absolutePath, slashed } = pathsOf(posix);
    assert.equal(absolutePath("/w", "a\\b"), "/w/a\\b");
    assert.equal(slashed("a\\b"), "a\\b");
  });

  it("are one address, however a client writes the drive, its colon and what it escapes", () => {
    const key = "file:///c:/Our Trust/ours.strategy.yaml";
    for (const uri of [
      "file:///c%3A/Our%20Trust/ours.strategy.yaml",
      "file:///C:/Our%20Trust/ours.strategy.yaml",
      "file:///C%3a/Our Trust/ours.strategy.yaml",
      "FILE:///c:/Our%20Trust/ours.strategy.yaml/",
    ]) {
      assert.equal(keyOf(uri), key, uri);
    }
    assert.equal(pathOf(key), "c:/Our Trust/ours.strategy.yaml");
    assert.equal(keyOfPath("C:/Our Trust/ours.strategy.yaml"), key);
    assert.equal(uriOf(key), "file:///c%3A/Our%20Trust/ours.strategy.yaml");
    assert.equal(keyOf(uriOf(key)), key);
    assert.equal(pathBelow(keyOf("file:///C%3A/Our%20Trust"), key), "ours.strategy.yaml");
  });

  it("name a share by its server", () => {
    const key = keyOf("file://server/share/a%25b/x.strategy.yaml");
    assert.equal(pathOf(key), "//server/share/a%b/x.strategy.yaml");
    assert.equal(keyOfPath("//server/share/x"), "file://server/share/x");
    assert.equal(keyOf(uriOf(key)), key);
  });

  it("keep accents as the disk spells them, since both spellings may be names there", () => {
    const [composed, apart] = ["caf\u00e9", "cafe\u0301"].map((name) =>
      keyOf(`file:///w/${encodeURIComponent(name)}`),
    );
    assert.notEqual(composed, apart);
    assert.equal(pathOf(composed ?? ""), "/w/caf\u00e9");
    assert.equal(pathOf(apart ?? ""), "/w/cafe\u0301");
  });

  it("are looked through upwards as far as a drive or share reaches", () => {
    const asked: string[] = [];
    const fileSystem = {
      list: () => [],
      read: () => new Uint8Array(),
      realPath: (path: string) => path,
      isFile(path: string) {
        asked.push(path);
        return false;
      },
    };
    assert.equal(findRoot(fileSystem, "C:/a/b"), undefined);
    assert.deepEqual(
      asked,
      ["C:/a/b", "C:/a", "C:"].map((folder) => `${folder}/stratkit.config.yaml`),
    );
    asked.length = 0;
    assert.equal(findRoot(fileSystem, "//server/share/a"), undefined);
    assert.ok(asked.length <= 5, asked.join());
  });
});

describe("names of new files", () => {
  it("are none that Windows keeps for itself", () => {
    const lookup = createLookup(analyseFixture("#- trust.organisation.yaml\ntitle: Trust\n"));
    for (const id of ["con", "aux", "nul", "prn", "com1", "lpt9"]) {
      const made = newFile(lookup, "strategy", { id });
      assert.ok("refused" in made && made.refused.startsWith("Windows keeps the name"), id);
      assert.equal(slugOf(id.toUpperCase(), "file"), undefined);
      assert.equal(slugOf(id, "item"), id);
    }
    assert.ok("createFile" in newFile(lookup, "strategy", { id: "console" }));
  });

  it("end in neither dot nor space, and hold nothing that a system refuses", () => {
    const lookup = createLookup(analyseFixture("#- trust.organisation.yaml\ntitle: Trust\n"));
    for (const id of ["a.", "a ", "a/b", "a\\b", "..", "a:b", "a\0", "A", "caf\u00e9", "-a"])
      assert.ok("refused" in newFile(lookup, "strategy", { id }), id);
    assert.equal(slugOf("Cafe\u0301 / \u00c9t\u00e9: 5*?.", "file"), "cafe-ete-5");
  });
});
