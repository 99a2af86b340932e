// Results of checks, kept from one run to the next by what they depend on. Whatever goes wrong here, a check goes on.

import type { Revision } from "@stratkit/disk";
import type { CheckRequest } from "../checkRequest.ts";
import type { CheckResult } from "../checkResult.ts";
import { note, type Opened } from "../opening.ts";
import { codeOf } from "../writingErrors.ts";
import { packEntry, unpackEntry } from "./entry.ts";
import { type CacheFolder, cacheFolder, isInWorkspace } from "./folder.ts";
import { keyOf, programFingerprint } from "./key.ts";
import { readEntry, tidyEntries, touchEntry, writeEntry } from "./store.ts";

export interface CheckCache {
  /** The result of an earlier check of exactly the same. */
  find(): CheckResult | undefined;
  keep(result: CheckResult): void;
}

/**
 * In UTF-16 units, as about a hundred files hold them. Their check takes 0.45 s of processor time and a kept result 0.13 s:
 * to save less than that, nobody needs a copy of what authors wrote.
 */
const LEAST_TEXT = 250_000;

/** Undefined where there is no place for a cache, or where it would not pay. */
export function openCheckCache(
  opened: Opened,
  request: CheckRequest,
  since?: Revision,
): CheckCache | undefined {
  const { loaded, shell } = opened;
  if (!isWorthKeeping(opened) || loaded.unreadableFolders.length > 0) return undefined;
  const program = programFingerprint();
  const folder = cacheFolder(shell);
  if (program === undefined || folder === undefined) return undefined;
  if (isInWorkspace(folder.path, loaded.root)) {
    whisper(opened, `Nothing is kept for the next check: ${folder.shown} stands in the workspace`);
    return undefined;
  }
  const key = keyOf(opened, request, program, since);
  return {
    find: () => findResult(opened, folder, key),
    keep: (result) => keepResult(opened, folder, key, result),
  };
}

function isWorthKeeping({ loaded }: Opened): boolean {
  let letters = 0;
  for (const { text } of loaded.workspace.files.values()) letters += text.length;
  return letters >= LEAST_TEXT;
}

function findResult(opened: Opened, folder: CacheFolder, key: string): CheckResult | undefined {
  const bytes = readEntry(folder.path, key);
  const result = bytes === undefined ? undefined : unpackEntry(bytes, key);
  if (result === undefined) return undefined;
  touchEntry(folder.path, key);
  whisper(opened, `Nothing has changed since an earlier check, whose result is kept in ${folder.shown}`);
  return result;
}

/** What could not be done may be possible the next time, so that is never kept. */
function keepResult(opened: Opened, folder: CacheFolder, key: string, result: CheckResult): void {
  if (result.error !== undefined) return;
  try {
    if (!writeEntry(folder.path, key, packEntry(key, result))) return;
    tidyEntries(folder.path);
    whisper(opened, `The result is kept in ${folder.shown} for the next check of the same`);
  } catch (error) {
    whisper(
      opened,
      `Nothing is kept for the next check: ${folder.shown} cannot be written (${codeOf(error)})`,
    );
  }
}

/** For those who ask with -v. */
function whisper(opened: Opened, text: string): void {
  if (opened.settings.loudness !== "verbose") return;
  opened.progress.end();
  note(opened, text);
}
