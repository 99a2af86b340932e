// Tells whether something made is older than what it is made from.

import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** `made` is one file, or is missing; sources are files and folders, tests left out. */
export function isOlder(made, sources) {
  const time = timeOf(made);
  return time === undefined || sources.some((source) => newestIn(source) > time);
}

function newestIn(path) {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts === undefined) return Number.POSITIVE_INFINITY;
  if (!facts.isDirectory()) return facts.mtimeMs;
  const names = readdirSync(path).filter((name) => !name.endsWith(".test.ts"));
  return names.reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), facts.mtimeMs);
}

function timeOf(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}
