// Paths as the engine and every output write them: with `/`. What a system does with paths of its own is said here and
// nowhere else; which system it is is handed in, so that tests can ask for any.

import type { PlatformPath } from "node:path";

export interface Paths {
  /** On Windows both ways of the slash separate names; elsewhere `\` is a letter like others. */
  slashed(path: string): string;
  /** Absolute, with `/`. */
  absolutePath(cwd: string, path: string): string;
  /** "." where both are one; absolute where no way leads from one to the other, as between two drives. */
  relativePath(from: string, to: string): string;
  /** True for the folder itself and for all below it. */
  isWithin(folder: string, path: string): boolean;
}

export function pathsOf({ sep, resolve, relative, isAbsolute }: PlatformPath): Paths {
  const slashed = (path: string) => (sep === "\\" ? path.replaceAll("\\", "/") : path);
  return {
    slashed,
    absolutePath: (cwd, path) => slashed(resolve(cwd, path)),
    relativePath: (from, to) => slashed(relative(from, to)) || ".",
    isWithin(folder, path) {
      const way = relative(folder, path);
      return way === "" || (way !== ".." && !slashed(way).startsWith("../") && !isAbsolute(way));
    },
  };
}
