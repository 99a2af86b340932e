// The few things that writing asks of a disk, so that tests can hand in one that is full, locked or keeps names in its
// own way.

import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { decodeBytes } from "@stratkit/core";
import { kindBehind } from "@stratkit/disk";
import { makeFolders } from "./makeFolders.ts";
import { codeOf } from "./writingErrors.ts";

/** Paths are absolute. What cannot be done throws an error with the system's `code`. */
export interface WritingDisk {
  /** True for anything, also for a link that leads nowhere. */
  exists(path: string): boolean;
  /** Also at the end of a link; a link that leads nowhere is none. */
  isFile(path: string): boolean;
  /** Whether two paths are one file, as `Trust` and `trust` are where capitals make no difference. */
  isSame(one: string, other: string): boolean;
  readText(path: string): string;
  /** What a link leads to; any other path as it is. */
  realPath(path: string): string;
  /** A path beside another that nothing stands at. */
  draftBeside(path: string): string;
  /** With the permissions of another file, where one is named. Throws where something stands there. */
  writeNew(path: string, text: string, like: string | undefined): void;
  /** Into what stands there. Whoever reads meanwhile may find a part. */
  writeInPlace(path: string, text: string): void;
  /** In one step: whoever reads meanwhile finds the old file or the new one, and never a part. */
  replace(from: string, to: string): void;
  /** The same, where nothing stands at the new place yet; throws EEXIST where something does. */
  moveToNew(from: string, to: string): void;
  remove(path: string): void;
  /** Makes a folder with those around it, and names the ones that were made, the innermost first. */
  makeFolder(path: string): readonly string[];
  /** Nothing happens where the folder holds something. */
  removeEmptyFolder(path: string): void;
}

export const nodeDisk: WritingDisk = {
  exists: (path) => lstatSync(path, { throwIfNoEntry: false }) !== undefined,
  isFile: (path) => kindBehind(path) === "file",
  isSame(one, other) {
    const [a, b] = [one, other].map((path) => lstatSync(path, { throwIfNoEntry: false, bigint: true }));
    return a !== undefined && b !== undefined && a.dev === b.dev && a.ino === b.ino;
  },
  readText: (path) => decodeBytes(readFileSync(path)).text,
  realPath: (path) => realpathSync(path),
  // Short, because the name beside it may be as long as a name can be.
  draftBeside: (path) => join(dirname(path), `.stratkit-${randomBytes(6).toString("hex")}.tmp`),
  writeNew(path, text, like) {
    writeFileSync(path, text, { flag: "wx" });
    if (like !== undefined) takeAfter(path, like);
  },
  writeInPlace: (path, text) => writeFileSync(path, text),
  replace: renameSync,
  moveToNew,
  remove: unlinkSync,
  makeFolder,
  removeEmptyFolder(path) {
    try {
      rmdirSync(path);
    } catch {
      // Somebody put something there, so it is needed.
    }
  },
};

/** Permissions and, where we may, the owner: what was a colleague's file stays one. */
function takeAfter(path: string, like: string): void {
  const { mode, uid, gid } = statSync(like);
  const own = statSync(path);
  if (own.uid !== uid || own.gid !== gid) {
    try {
      chownSync(path, uid, gid);
    } catch {
      // Only who owns the machine may give files away.
    }
  }
  chmodSync(path, mode);
}

/** A second name cannot be given where one stands already, so nothing is overwritten in between. */
function moveToNew(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    // Some file systems know no second names; it was looked a moment ago whether something stands there.
    if (nodeDisk.exists(to)) throw error;
    renameSync(from, to);
    return;
  }
  rmSync(from, { force: true });
}

function makeFolder(path: string): readonly string[] {
  const outermost = makeAll(path);
  if (outermost === undefined) return [];
  const made = [path];
  for (let folder = path; folder !== outermost && folder !== dirname(folder); ) {
    folder = dirname(folder);
    made.push(folder);
  }
  return made;
}

function makeAll(path: string): string | undefined {
  try {
    return makeFolders(path);
  } catch (error) {
    // Said of the file that stands where a folder is needed, and easily taken for the file that is to be written.
    throw codeOf(error) === "EEXIST"
      ? Object.assign(new Error("A file is no folder"), { code: "ENOTDIR" })
      : error;
  }
}
