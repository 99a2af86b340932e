// Folders and files that are made to keep a reader busy: each file is read once, and what nests without end is told of in
// words.

import assert from "node:assert/strict";
import { analyse, createEngine, type Day, type FileSystem, parseDay, textFile } from "../core/src/index.ts";
import { readFolder } from "../core/src/workspace/readFolder.ts";

const HEAD = "title: Ours\nperiod: 2026/27 to 2028/29\n";

function many(size: number, make: (at: number) => string): string {
  return Array.from({ length: size }, (_, at) => make(at)).join("");
}

function today(): Day {
  const day = parseDay("2026-11-21");
  assert.ok(day !== undefined);
  return day;
}

function check(path: string, text: string) {
  const files = new Map([[path, textFile(path, text)]]);
  const analysis = analyse({ files, nearMisses: [], complete: true, asOf: today() }, createEngine());
  return { findings: analysis.findings, complete: analysis.complete };
}

describe("files that are made to keep a reader busy", function () {
  this.timeout(120_000);

  it("are read only once each, and each folder is listed only once, however many there are", () => {
    const calls = { list: 0, read: 0, realPath: 0, isFile: 0 };
    const names = Array.from({ length: 10_000 }, (_, at) => `m${at}.measures.yaml`);
    const folders = Array.from({ length: 10 }, (_, at) => `f${at}`);
    const fileSystem: FileSystem = {
      list(folder) {
        calls.list += 1;
        return folder === "/w"
          ? folders.map((name) => ({ name, kind: "folder", link: false }))
          : names.map((name) => ({ name, kind: "file", link: false }));
      },
      read() {
        calls.read += 1;
        return new Uint8Array();
      },
      isFile() {
        calls.isFile += 1;
        return false;
      },
      realPath(path) {
        calls.realPath += 1;
        return path;
      },
    };
    assert.equal(readFolder(fileSystem, "/w").files.length, 100_000);
    assert.deepEqual(calls, { list: 11, read: 100_000, realPath: 11, isFile: 1 });
  });

  const laughs = many(
    12,
    (at) => `a${at}: &a${at} [${many(10, () => (at === 0 ? "x," : `*a${at - 1},`))}]\n`,
  );
  const deep = (open: string, close: string) =>
    `objectives: ${open.repeat(10_000)}x${close.repeat(10_000)}\n`;
  for (const [what, text, rule] of [
    ["repeat themselves", laughs, "yaml/alias"],
    ["lie too deep in brackets", deep("[", "]"), "yaml/syntax"],
    ["lie too deep in braces", deep("{a: ", "}"), "yaml/syntax"],
    ["are never closed", deep("[", ""), "yaml/syntax"],
    ["lie too deep behind dashes", `objectives:\n${"- ".repeat(10_000)}x\n`, "yaml/syntax"],
    [
      "lie too deep in steps",
      `objectives:\n${many(1000, (at) => `${" ".repeat(at + 1)}a:\n`)}`,
      "yaml/syntax",
    ],
  ] as const) {
    it(`are refused in one finding where they ${what}`, () => {
      const { findings, complete } = check("a.strategy.yaml", HEAD + text);
      const ofReading = findings.filter((one) => one.rule.startsWith("yaml/"));
      assert.deepEqual(
        ofReading.map((one) => one.rule),
        [rule],
      );
      assert.equal(complete, false);
    });
  }
});
