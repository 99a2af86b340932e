// Makes a folder with those around it. Node's own way to do so never ends where the system has no place for new folders
// and calls that a missing folder, as below /proc.

import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { codeOf } from "./writingErrors.ts";

/** `mode` is for those that are made. Returns the outermost of them, or undefined where all were there. */
export function makeFolders(path: string, mode = 0o777): string | undefined {
  if (existsSync(path)) return undefined;
  const above = dirname(path);
  const outermost = above === path ? undefined : makeFolders(above, mode);
  return makeFolder(path, mode) ? (outermost ?? path) : outermost;
}

/** False where another process was quicker. */
function makeFolder(path: string, mode: number): boolean {
  try {
    mkdirSync(path, { mode });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}
