// Finds the root of a workspace and reads everything below it that belongs to it, through a file system that is handed
// in: command line and language server read the same folder alike.

import { type Profile, readConfig } from "../model/config.ts";
import type { Day } from "../model/day.ts";
import { CONFIG_FILE, folderOf, isRootFile, parseFileName } from "../model/fileName.ts";
import { checkFileName } from "../schema/fileNames.ts";
import { parseYaml } from "../syntax/parseYaml.ts";
import { decodeBytes } from "../text/decode.ts";
import { matcherOf, type PathMatcher, wholeGlobs } from "../text/globs.ts";
import type { Workspace, WorkspaceFile } from "./workspace.ts";

/** Absolute paths with `/`. What cannot be opened throws. */
export interface FileSystem {
  list(folder: string): readonly FolderEntry[];
  /** A file's bytes, or "too-large" where it has more than `most`. */
  read(path: string, most: number): Uint8Array | "too-large";
  /** True for a file, also at the end of a link. */
  isFile(path: string): boolean;
  /** The path without links, which tells whether two paths are one place. */
  realPath(path: string): string;
}

export interface FolderEntry {
  readonly name: string;
  /** Of a link: what it leads to. `other` is neither, or a link that leads nowhere. */
  readonly kind: "file" | "folder" | "other";
  readonly link: boolean;
}

/** All paths are relative to the root, with `/`. */
export interface FolderReading {
  readonly files: readonly WorkspaceFile[];
  readonly nearMisses: readonly string[];
  /** Folders with a config of their own: workspaces of their own, which are not read. */
  readonly nestedRoots: readonly string[];
  readonly unreadableFolders: readonly string[];
}

export function workspaceOf(reading: FolderReading, asOf: Day, profile?: Profile): Workspace {
  return {
    files: new Map(reading.files.map((file) => [file.path, file])),
    nearMisses: reading.nearMisses,
    complete: reading.unreadableFolders.length === 0,
    asOf,
    ...(profile === undefined ? {} : { profile }),
  };
}

/** Files beyond this many bytes are not read. */
export const MOST_BYTES = 5 * 1024 * 1024;

const NEVER_READ = new Set([".git", "node_modules"]);

/** The nearest folder upwards, beginning with this one, that holds a config; undefined where there is none. */
export function findRoot(fileSystem: FileSystem, folder: string): string | undefined {
  for (let current: string | undefined = folder; current !== undefined; current = parentFolder(current)) {
    if (fileSystem.isFile(joinPath(current, CONFIG_FILE))) return current;
  }
  return undefined;
}

export function joinPath(folder: string, name: string): string {
  if (folder === "") return name;
  return folder.endsWith("/") ? folder + name : `${folder}/${name}`;
}

function parentFolder(folder: string): string | undefined {
  const slash = folder.lastIndexOf("/");
  if (slash < 0 || folder.endsWith("/")) return undefined;
  const parent = folder.slice(0, slash);
  // A drive without its slash would be the folder that was last used on it.
  return parent === "" || /^[A-Za-z]:$/.test(parent) ? `${parent}/` : parent;
}

/** What one walk gathers; lives as long as the call. */
interface Walk {
  readonly fileSystem: FileSystem;
  readonly root: string;
  readonly known: (path: string) => WorkspaceFile | undefined;
  readonly ignores: PathMatcher;
  readonly files: WorkspaceFile[];
  readonly nearMisses: string[];
  readonly nestedRoots: string[];
  readonly unreadableFolders: string[];
  /** Real paths of folders read and of files behind links, so that nothing is read twice and no circle is followed. */
  readonly seen: Set<string>;
  /** Links wait until all that is really here has been read, so that a file keeps its own path. */
  readonly folderLinks: string[];
  readonly fileLinks: string[];
}

/**
 * `config` is read instead of the root's own, where a caller names another. A file that `known` gives, by its path
 * below the root, is not read again.
 */
export function readFolder(
  fileSystem: FileSystem,
  root: string,
  config?: WorkspaceFile,
  known: (path: string) => WorkspaceFile | undefined = () => undefined,
): FolderReading {
  const own = config ?? readOwnConfig(fileSystem, root);
  const walk: Walk = {
    fileSystem,
    root,
    known,
    ignores: ignoredBy(own),
    files: own === undefined ? [] : [{ ...own, path: CONFIG_FILE }],
    nearMisses: [],
    nestedRoots: [],
    unreadableFolders: [],
    seen: new Set(),
    folderLinks: [],
    fileLinks: [],
  };
  walkFolder(walk, "");
  // Those to folders first, so that a file that such a folder holds is not read behind a link of its own, too.
  for (const folder of walk.folderLinks) followFolder(walk, folder);
  for (const file of walk.fileLinks) followFile(walk, file);
  return {
    files: walk.files,
    nearMisses: walk.nearMisses,
    nestedRoots: walk.nestedRoots,
    unreadableFolders: walk.unreadableFolders,
  };
}

/** Whether a file at this path below the root would be left out of the reading, whatever it is called. */
export function leavesOut(config: WorkspaceFile | undefined): PathMatcher {
  const ignores = ignoredBy(config);
  return (path) =>
    !isRootFile(path) &&
    (folderOf(path)
      .split("/")
      .some((name) => NEVER_READ.has(name)) ||
      ignores(path));
}

/** The same as patterns of paths, for those who search the folder on our behalf. */
export function leftOutGlobs(config: WorkspaceFile | undefined): string[] {
  const never = [...NEVER_READ].map((name) => `**/${name}/**`);
  return [...never, ...ignorePatterns(config).flatMap(wholeGlobs)];
}

function ignoredBy(config: WorkspaceFile | undefined): PathMatcher {
  return matcherOf(ignorePatterns(config));
}

function ignorePatterns(config: WorkspaceFile | undefined): readonly string[] {
  return config === undefined ? [] : readConfig(parseYaml(CONFIG_FILE, config.text), []).config.ignore;
}

function readOwnConfig(fileSystem: FileSystem, root: string): WorkspaceFile | undefined {
  if (!fileSystem.isFile(joinPath(root, CONFIG_FILE))) return undefined;
  return readWorkspaceFile(fileSystem, root, CONFIG_FILE);
}

/** One file by its path relative to the root. A file that cannot be opened is a file all the same. */
export function readWorkspaceFile(fileSystem: FileSystem, root: string, path: string): WorkspaceFile {
  try {
    const bytes = fileSystem.read(joinPath(root, path), MOST_BYTES);
    if (bytes === "too-large") return { path, text: "", encoding: "utf-8", problem: "too-large" };
    return { path, ...decodeBytes(bytes) };
  } catch {
    return { path, text: "", encoding: "utf-8", problem: "unreadable" };
  }
}

function walkFolder(walk: Walk, folder: string): void {
  const absolute = folder === "" ? walk.root : joinPath(walk.root, folder);
  let entries: readonly FolderEntry[];
  try {
    walk.seen.add(walk.fileSystem.realPath(absolute));
    entries = walk.fileSystem.list(absolute);
  } catch {
    walk.unreadableFolders.push(folder === "" ? "." : folder);
    return;
  }
  if (folder !== "" && entries.some((entry) => entry.name === CONFIG_FILE && entry.kind === "file")) {
    walk.nestedRoots.push(folder);
    return;
  }
  for (const entry of [...entries].sort(byName)) visit(walk, joinPath(folder, entry.name), entry);
}

function byName(a: FolderEntry, b: FolderEntry): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

function visit(walk: Walk, path: string, entry: FolderEntry): void {
  if (entry.kind === "folder") {
    if (NEVER_READ.has(entry.name) || walk.ignores(path)) return;
    if (entry.link) walk.folderLinks.push(path);
    else walkFolder(walk, path);
    return;
  }
  if (path === CONFIG_FILE) return;
  const belongs = isRootFile(path) || parseFileName(path) !== undefined;
  if (!belongs && checkFileName(path) === undefined) return;
  if (!isRootFile(path) && walk.ignores(path)) return;
  if (!belongs) walk.nearMisses.push(path);
  else if (entry.kind === "other")
    walk.files.push({ path, text: "", encoding: "utf-8", problem: "unreadable" });
  else if (entry.link) walk.fileLinks.push(path);
  else walk.files.push(readUnlessKnown(walk, path));
}

function readUnlessKnown(walk: Walk, path: string): WorkspaceFile {
  return walk.known(path) ?? readWorkspaceFile(walk.fileSystem, walk.root, path);
}

/** What a link leads to is read unless it is part of the workspace already. */
function followFolder(walk: Walk, path: string): void {
  if (!walk.seen.has(walk.fileSystem.realPath(joinPath(walk.root, path)))) walkFolder(walk, path);
}

function followFile(walk: Walk, path: string): void {
  const real = walk.fileSystem.realPath(joinPath(walk.root, path));
  if (walk.seen.has(real)) return;
  walk.seen.add(real);
  if (!walk.seen.has(real.slice(0, real.lastIndexOf("/")) || "/") || parseFileName(real) === undefined) {
    walk.files.push(readUnlessKnown(walk, path));
  }
}
