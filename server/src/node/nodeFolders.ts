// Reads the files of a root from the disk, and remembers how they stood when they were read.

import { statSync } from "node:fs";
import { findRoot, readFolder, readWorkspaceFile } from "@stratkit/core";
import { nodeFileSystem } from "@stratkit/disk";
import type { Folders } from "../folders.ts";
import { keyOfPath, pathOf } from "../uris.ts";

export function nodeFolders(): Folders {
  /** Size and time of each file when it was last read. */
  const stamps = new Map<string, string>();
  const fileSystem = nodeFileSystem((path) => stamps.set(path, stampOf(path)));
  return {
    async findRoot(folder) {
      const root = findRoot(fileSystem, pathOf(folder));
      return root === undefined ? undefined : keyOfPath(root);
    },
    async read(root, { config, known }) {
      return { ...readFolder(fileSystem, pathOf(root), config, known), partial: false };
    },
    async readFile(root, path) {
      const absolute = `${pathOf(root)}/${path}`;
      return fileSystem.isFile(absolute) ? readWorkspaceFile(fileSystem, pathOf(root), path) : undefined;
    },
    async hasFile(root, path) {
      return fileSystem.isFile(`${pathOf(root)}/${path}`);
    },
    hasChanged(root, path) {
      const absolute = `${pathOf(root)}/${path}`;
      return stamps.get(absolute) !== stampOf(absolute);
    },
  };
}

function stampOf(path: string): string {
  try {
    const { size, mtimeMs } = statSync(path);
    // Put together at once: a template would keep its parts beside the whole, for every file.
    return [size, mtimeMs].join(" ");
  } catch {
    return "";
  }
}
