// Writes a result to the file that was named for it: whole, or not at all.

import { dirname } from "node:path";
import { JobError } from "./jobError.ts";
import { nodeDisk, type WritingDisk } from "./writingDisk.ts";
import { codeOf, sayWhyNot } from "./writingErrors.ts";

/** What stands there already is replaced in one step; a link stays one, and a device or pipe is written into. */
export function writeWhole(path: string, text: string, disk: WritingDisk = nodeDisk): void {
  try {
    disk.makeFolder(dirname(path));
    if (disk.exists(path) && !disk.isFile(path)) disk.writeInPlace(path, text);
    else replaceWhole(path, text, disk);
  } catch (error) {
    throw new JobError("not-written", sayWhyNot(path, error));
  }
}

function replaceWhole(path: string, text: string, disk: WritingDisk): void {
  const isThere = disk.exists(path);
  const target = isThere ? disk.realPath(path) : path;
  const draft = disk.draftBeside(target);
  try {
    disk.writeNew(draft, text, isThere ? target : undefined);
    disk.replace(draft, target);
  } catch (error) {
    if (disk.exists(draft)) disk.remove(draft);
    // A file that may be written stands in a folder that may not, or is one that something else holds in its place.
    if (!isThere || !IN_PLACE.has(codeOf(error))) throw error;
    disk.writeInPlace(target, text);
  }
}

const IN_PLACE = new Set(["EACCES", "EPERM", "EBUSY", "EROFS", "EXDEV"]);
