// The files of the cache: each is written whole or not at all, is for its user's eyes alone, and the oldest give way.

import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeFolders } from "../makeFolders.ts";

/** Together no more than this is kept. */
const MOST_ENTRIES = 32;
const MOST_BYTES = 128 * 1024 * 1024;
/** What would push out most of the others. */
const LARGEST_ENTRY = MOST_BYTES / 2;

/** What a process that was ended left behind; an hour later nobody writes it any more. */
const ABANDONED_AFTER = 60 * 60 * 1000;

/** Nothing that is called otherwise is ever touched, whatever folder was named. */
const ENTRY = /^[0-9a-f]{64}\.check$/;
const UNFINISHED = /^[0-9a-f]{64}\.[0-9a-f]{16}\.unfinished$/;

/** A file's bytes, or undefined where there is none that can be read. */
export function readEntry(folder: string, key: string): Buffer | undefined {
  const path = entryPath(folder, key);
  try {
    const facts = statSync(path);
    return facts.isFile() && facts.size <= LARGEST_ENTRY ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}

/** Counts as young again, as far as the folder may be written. */
export function touchEntry(folder: string, key: string): void {
  const now = new Date();
  tryTo(() => utimesSync(entryPath(folder, key), now, now));
}

/** Throws where the folder cannot be written. Returns whether the entry was kept. */
export function writeEntry(folder: string, key: string, bytes: Uint8Array): boolean {
  if (bytes.length > LARGEST_ENTRY) return false;
  makeFolders(folder, 0o700);
  const unfinished = join(folder, `${key}.${randomBytes(8).toString("hex")}.unfinished`);
  try {
    writeFileSync(unfinished, bytes, { flag: "wx", mode: 0o600 });
    renameSync(unfinished, entryPath(folder, key));
  } catch (error) {
    tryTo(() => rmSync(unfinished, { force: true }));
    throw error;
  }
  return true;
}

/** Takes the oldest entries away until few enough are left. */
export function tidyEntries(folder: string): void {
  const files = filesIn(folder);
  let bytes = 0;
  const entries = files.filter(({ name }) => ENTRY.test(name)).sort((a, b) => b.time - a.time);
  for (const [index, entry] of entries.entries()) {
    bytes += entry.bytes;
    if (index >= MOST_ENTRIES || bytes > MOST_BYTES) tryTo(() => rmSync(entry.path));
  }
  for (const { name, path, time } of files) {
    if (UNFINISHED.test(name) && Date.now() - time > ABANDONED_AFTER) tryTo(() => rmSync(path));
  }
}

export interface CacheSize {
  readonly entries: number;
  readonly bytes: number;
}

export function sizeOfEntries(folder: string): CacheSize {
  const entries = filesIn(folder).filter(({ name }) => ENTRY.test(name));
  return { entries: entries.length, bytes: entries.reduce((sum, entry) => sum + entry.bytes, 0) };
}

function entryPath(folder: string, key: string): string {
  return join(folder, `${key}.check`);
}

function filesIn(folder: string) {
  return namesIn(folder).flatMap((name) => {
    const path = join(folder, name);
    try {
      const facts = statSync(path);
      return facts.isFile() ? [{ name, path, bytes: facts.size, time: facts.mtimeMs }] : [];
    } catch {
      // Another process took it away meanwhile.
      return [];
    }
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => ENTRY.test(name) || UNFINISHED.test(name));
  } catch {
    return [];
  }
}

/** For what is done only as far as it can be. */
function tryTo(act: () => void): void {
  try {
    act();
  } catch {
    // Another process or the folder's permissions were in the way, which is as well.
  }
}
