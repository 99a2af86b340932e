// Measures: all rows, or those that are named. A whole run writes bench/results.md.

import { performance } from "node:perf_hooks";
import { installPeers } from "./peers.ts";
import { type Measured, printRow, writePage } from "./results.ts";
import { rows } from "./rows/all.ts";
import { takeBuilt } from "./takeBuilt.ts";

const asked = process.argv.slice(2).map((id) => id.toLowerCase());
const unknown = asked.filter((id) => !rows.some((row) => row.id.toLowerCase() === id));

if (unknown.length > 0) {
  process.stderr.write(
    `There is no row ${unknown.join(", ")}; there are ${rows.map(({ id }) => id).join(", ")}\n`,
  );
  process.exitCode = 2;
} else {
  installPeers();
  takeBuilt();
  await measure();
}

async function measure(): Promise<void> {
  const begun = performance.now();
  const measured: Measured[] = [];
  for (const row of rows) {
    if (asked.length > 0 && !asked.includes(row.id.toLowerCase())) continue;
    const one = { row, result: await row.measure() };
    measured.push(one);
    printRow(one);
  }
  const seconds = (performance.now() - begun) / 1000;
  if (asked.length === 0) writePage(measured, seconds);
  process.stderr.write(`${Math.round(seconds)} s\n`);
}
