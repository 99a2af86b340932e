// Which folders are roots, and to which of them a document belongs.

import { baseName, checkFileName, isRootFile, parseFileName } from "@stratkit/core";
import type { Folders } from "./folders.ts";
import { folderOfKey, pathBelow, schemeOf, type UriKey } from "./uris.ts";

/** Where files are really kept; other schemes are views of files that are known already (git, diff, chat). */
const STORING_SCHEMES = new Set(["file", "vscode-vfs", "vscode-test-web"]);

/** Whether a document is a file of a strategy by its name and place, whatever language the client says it has. */
export function isServed(key: UriKey, folders: readonly UriKey[]): boolean {
  const scheme = schemeOf(key);
  if (!STORING_SCHEMES.has(scheme) && !folders.some((folder) => schemeOf(folder) === scheme)) return false;
  const name = baseName(key);
  return isRootFile(name) || parseFileName(name) !== undefined || checkFileName(name) !== undefined;
}

/** The nearest of the roots above. */
export function nearestRoot<Root extends { readonly key: UriKey }>(
  roots: Iterable<Root>,
  key: UriKey,
): Root | undefined {
  let nearest: Root | undefined;
  for (const root of roots) {
    if (pathBelow(root.key, key) === undefined) continue;
    if (nearest === undefined || root.key.length > nearest.key.length) nearest = root;
  }
  return nearest;
}

/**
 * The roots to begin with: of each opened folder the nearest config above, else the folder; of documents outside all
 * of them the same with their folder. Roots inside these are found when they are read.
 */
export async function findStarts(
  folders: readonly UriKey[],
  documents: readonly UriKey[],
  reader: (key: UriKey) => Folders,
): Promise<UriKey[]> {
  const starts = await startsOf(folders, reader);
  const outside = documents.filter((key) => starts.every((start) => pathBelow(start.key, key) === undefined));
  const alone = await startsOf([...new Set(outside.map(folderOfKey))], reader);
  return withoutInner([...starts, ...alone]);
}

interface Start {
  readonly key: UriKey;
  readonly hasConfig: boolean;
}

function startsOf(folders: readonly UriKey[], reader: (key: UriKey) => Folders): Promise<Start[]> {
  return Promise.all(
    folders.map(async (folder) => {
      const root = await reader(folder).findRoot(folder);
      return { key: root ?? folder, hasConfig: root !== undefined };
    }),
  );
}

/** A folder without a config that lies in another one is part of it. */
function withoutInner(starts: readonly Start[]): UriKey[] {
  const isInner = (start: Start) =>
    !start.hasConfig && starts.some((other) => pathBelow(other.key, start.key) !== undefined);
  return [...new Set(starts.filter((start) => !isInner(start)).map((start) => start.key))];
}
