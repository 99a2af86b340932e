// Files that are made to keep a reader busy: eight times as much of the same must not take much more than eight times as
// long. What is compared are two figures of one run, and what grows with the square takes sixty-four times as long.

import assert from "node:assert/strict";
import { analyse, createEngine, type Day, type FileSystem, parseDay, textFile } from "../core/src/index.ts";
import { readFolder } from "../core/src/workspace/readFolder.ts";

const HEAD = "title: Ours\nperiod: 2026/27 to 2028/29\n";

/** The smaller size, the name of the file, and its text of any size. */
const SHAPES: Readonly<
  Record<string, readonly [size: number, path: string, make: (size: number) => string]>
> = {
  "keys that nobody knows, beside names that nobody uses": [
    250,
    "a.strategy.yaml",
    (size) => HEAD + many(size, (at) => `a${at}: &x${at} 1\n`),
  ],
  "cells with a quote that is never closed": [
    4000,
    "a.actuals.csv",
    (size) => `measure,period,value\n"${'x,""\n'.repeat(size)}`,
  ],
  "rows without a measure": [
    4000,
    "a.actuals.csv",
    (size) => `measure,period,value\n${",2026/27,1\n".repeat(size)}`,
  ],
  "separators and nothing else": [40_000, "a.actuals.csv", (size) => ",".repeat(size)],
  "tabs at the start of lines": [
    500,
    "a.strategy.yaml",
    (size) => `${HEAD}objectives:\n${"\tk: x\n".repeat(size)}`,
  ],
  "the same key": [
    1000,
    "a.strategy.yaml",
    (size) => `${HEAD}objectives:\n${"  k: {title: T}\n".repeat(size)}`,
  ],
  "braces that are never closed": [400, "a.strategy.yaml", (size) => HEAD + "  x: {\n".repeat(size)],
  "quotes that are never closed": [60, "a.strategy.yaml", (size) => HEAD + '  x: "\n'.repeat(size)],
  "one line of words": [
    20_000,
    "a.strategy.yaml",
    (size) => `${HEAD}description: ${"twelve of a: ".repeat(size)}\n`,
  ],
  figures: [20_000, "a.strategy.yaml", (size) => `${HEAD}description: ${"943 476 5919 ".repeat(size)}\n`],
  "targets of many words": [
    20_000,
    "a.strategy.yaml",
    (size) => `${HEAD}measures: {m: {title: M, targets: {2026/27: ${"at most 1 ".repeat(size)}}}}\n`,
  ],
  "periods of many words": [
    20_000,
    "a.strategy.yaml",
    (size) => `title: A\nperiod: ${"2026/27 to ".repeat(size)}\n`,
  ],
  spaces: [200_000, "a.strategy.yaml", (size) => `${HEAD}description: x${" ".repeat(size)}y\n`],
  "merge keys": [
    300,
    "a.strategy.yaml",
    (size) => `${HEAD}x-a: &a {a: 1}\n${many(size, (at) => `k${at}: {<<: *a}\n`)}`,
  ],
};

const TIMES = 8;
/** Between what is linear, with all that a computer does beside it, and what is not. */
const MOST = 28;

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

/** Processor time, which others on the machine do not lengthen. */
function millisecondsOf(path: string, text: string): number {
  const begun = process.cpuUsage();
  assert.ok(check(path, text).findings.length < text.length);
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}

describe("files that are made to keep a reader busy", function () {
  this.timeout(120_000);

  for (const [what, [size, path, make]] of Object.entries(SHAPES)) {
    it(`take as long as they are: ${what}`, () => {
      const small = Math.min(...[1, 2].map(() => millisecondsOf(path, make(size))));
      // What takes no time at all has no ratio.
      const most = Math.max(small, 10) * MOST;
      const once = millisecondsOf(path, make(size * TIMES));
      const large = once < most ? once : Math.min(once, millisecondsOf(path, make(size * TIMES)));
      assert.ok(large < most, `${small.toFixed(1)} ms, then ${large.toFixed(1)} ms`);
    });
  }

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
