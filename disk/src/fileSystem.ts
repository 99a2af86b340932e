// The file system of Node behind the engine's FileSystem. Its synchronous calls read ten thousand small files far faster
// than promises do.

import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from "node:fs";
import path from "node:path";
import type { FileSystem, FolderEntry } from "@stratkit/core";
import { pathsOf } from "./paths.ts";

const { slashed } = pathsOf(path);

/** `onRead` is called before each file is read. */
export function nodeFileSystem(onRead: (path: string) => void = () => undefined): FileSystem {
  return {
    list(folder) {
      return readdirSync(folder, { withFileTypes: true }).map((entry): FolderEntry => {
        const { name } = entry;
        if (entry.isSymbolicLink()) return { name, kind: kindBehind(`${folder}/${name}`), link: true };
        return {
          name,
          kind: entry.isDirectory() ? "folder" : entry.isFile() ? "file" : "other",
          link: false,
        };
      });
    },
    read(path, most) {
      onRead(path);
      return readAtMost(path, most);
    },
    isFile: (path) => kindBehind(path) === "file",
    realPath,
  };
}

/** What stands at a path, behind links; "other" where nothing does. */
export function kindBehind(path: string): FolderEntry["kind"] {
  try {
    // Most often it is asked of what is not there, and to throw takes longer than to look.
    const facts = statSync(path, { throwIfNoEntry: false });
    if (facts === undefined) return "other";
    return facts.isDirectory() ? "folder" : facts.isFile() ? "file" : "other";
  } catch {
    return "other";
  }
}

/** A folder without links; as it was written where it cannot be opened. */
export function realFolder(path: string): string {
  try {
    return realPath(path);
  } catch {
    return path;
  }
}

/**
 * No more than `most` bytes are taken in, however large the file grows meanwhile. What was put in place of a file since
 * it was listed, such as a pipe that nobody writes to, is not waited for.
 */
function readAtMost(path: string, most: number): Uint8Array | "too-large" {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const facts = fstatSync(file);
    if (!facts.isFile()) throw new Error(`${path} is not a file`);
    if (facts.size > most) return "too-large";
    // One byte more tells a file that has grown from one that ends here.
    let bytes: Uint8Array = Buffer.allocUnsafe(facts.size + 1);
    for (let length = 0; ; ) {
      const count = readSync(file, bytes, length, bytes.length - length, null);
      length += count;
      const isWhole = length >= facts.size && length < bytes.length;
      if (count === 0 || isWhole) return bytes.subarray(0, length);
      if (length > most) return "too-large";
      if (length === bytes.length) bytes = grown(bytes, most);
    }
  } finally {
    closeSync(file);
  }
}

function grown(bytes: Uint8Array, most: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(Math.min(most + 1, bytes.length * 2 + 1024));
  larger.set(bytes);
  return larger;
}

/** With `/`. Throws where there is nothing. */
function realPath(path: string): string {
  const real = realpathSync.native(path);
  return slashed(real);
}
