// Folders on disk that inputs are tried in, outside the project.

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseDay } from "../core/src/model/day.ts";
import { TEST_DAY } from "../core/src/testing/fixture.ts";
import { readFolder } from "../core/src/workspace/readFolder.ts";
import { textFile, type Workspace } from "../core/src/workspace/workspace.ts";
import { nodeFileSystem } from "../disk/src/index.ts";
import type { File } from "./input.ts";
import { isRead } from "./workspaces.ts";

export async function inFolder<Result>(
  files: readonly File[],
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "stratkit-fuzz-folder-")));
  try {
    for (const { path, text } of files) writeIn(folder, path, text);
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function writeIn(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** As the command line reads it; the open texts go before those on disk. */
export function readWorkspace(folder: string, open: ReadonlyMap<string, string>): Workspace {
  const reading = readFolder(nodeFileSystem(), folder.replaceAll("\\", "/"));
  const files = new Map(reading.files.map((file) => [file.path, file]));
  for (const [path, text] of open) if (isRead(path)) files.set(path, textFile(path, text));
  return {
    files,
    nearMisses: reading.nearMisses.filter((path) => !files.has(path)),
    complete: reading.unreadableFolders.length === 0,
    asOf: parseDay(TEST_DAY) ?? 0,
  };
}
