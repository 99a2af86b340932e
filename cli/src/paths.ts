// Paths as every output writes them: with `/`, relative to a folder.

import { isAbsolute, relative, resolve } from "node:path";

export function slashed(path: string): string {
  return process.platform === "win32" ? path.replaceAll("\\", "/") : path;
}

/** Absolute, with `/`. */
export function absolutePath(cwd: string, path: string): string {
  return slashed(resolve(cwd, path));
}

/** "." where both are one. */
export function relativePath(from: string, to: string): string {
  return slashed(relative(from, to)) || ".";
}

/** True for the folder itself and for all below it. */
export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === "" || (way !== ".." && !slashed(way).startsWith("../") && !isAbsolute(way));
}
