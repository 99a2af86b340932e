// P12: files that are made to keep a reader busy. Eight times as much of the same must not take much more than eight times
// as long; what grows with the square takes sixty-four times as long.

import { analyse, createEngine, parseDay, textFile } from "../../core/src/index.ts";
import { atMost, OURS, type Row } from "../row.ts";
import { median } from "../statistics.ts";

const HEAD = "title: Ours\nperiod: 2026/27 to 2028/29\n";
const TIMES = 8;
/** Between what is linear, with all that a computer does beside it, and what is not. */
const MOST = 28;
const ROUNDS = 3;
/** What takes no time at all has no ratio. */
const LEAST_MS = 10;

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
  "texts that begin alike": [
    1000,
    "a.strategy.yaml",
    (size) =>
      `${HEAD}objectives:\n${many(size, (at) => `  o${at}: {title: T, description: The board sees this ${at}}\n`)}`,
  ],
  spaces: [200_000, "a.strategy.yaml", (size) => `${HEAD}description: x${" ".repeat(size)}y\n`],
  "merge keys": [
    300,
    "a.strategy.yaml",
    (size) => `${HEAD}x-a: &a {a: 1}\n${many(size, (at) => `k${at}: {<<: *a}\n`)}`,
  ],
  "objectives in lines": [
    1000,
    "a.strategy.yaml",
    (size) => `${HEAD}objectives:\n${many(size, (at) => `  o${at}: {title: T, wrong: 1}\n`)}`,
  ],
  "objectives in one line": [
    1000,
    "a.strategy.yaml",
    (size) => `${HEAD}objectives: {${many(size, (at) => `o${at}: {title: T},`)}}\n`,
  ],
};

export const p12BusyFiles: Row = {
  id: "P12",
  title: "Files that are made to keep a reader busy",
  async measure() {
    const measured = Object.entries(SHAPES).map(([what, [size, path, make]]) => {
      const times = (text: string) => Array.from({ length: ROUNDS }, () => millisecondsOf(path, text));
      return { what, small: times(make(size)), large: times(make(size * TIMES)) };
    });
    return {
      samples: measured.flatMap(({ what, small, large }) => [
        { what, who: OURS, unit: "ms" as const, values: small },
        { what: `${what}, ${TIMES} times as long`, who: OURS, unit: "ms" as const, values: large },
      ]),
      aims: measured.map(({ what, small, large }) =>
        atMost(`${what}, ${TIMES} times as long`, MOST, median(large) / Math.max(median(small), LEAST_MS)),
      ),
      notes: ["Processor time of the whole check of one file, in this process."],
    };
  },
};

function many(size: number, make: (at: number) => string): string {
  return Array.from({ length: size }, (_, at) => make(at)).join("");
}

function millisecondsOf(path: string, text: string): number {
  const begun = process.cpuUsage();
  const files = new Map([[path, textFile(path, text)]]);
  analyse({ files, nearMisses: [], complete: true, asOf: parseDay("2026-11-21") ?? 0 }, createEngine());
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000;
}
