// From the arguments of a command to the workspace around them, read from disk.

import {
  baseName,
  CONFIG_FILE,
  checkFileName,
  type Day,
  decodeBytes,
  type FileSystem,
  findRoot,
  folderOf,
  isRootFile,
  MOST_BYTES,
  type Profile,
  parseFileName,
  readFolder,
  type Workspace,
  type WorkspaceFile,
  workspaceOf,
} from "@stratkit/core";
import { kindBehind, nodeFileSystem } from "@stratkit/disk";
import { JobError, usageError } from "./jobError.ts";
import type { Overlay } from "./overlay.ts";
import { absolutePath, isWithin, relativePath } from "./paths.ts";
import type { Progress } from "./progress.ts";

export interface LoadRequest {
  readonly cwd: string;
  /** Folders and files as written; none means the current folder. */
  readonly paths: readonly string[];
  /** Absolute path of a config to use instead of the root's. */
  readonly config?: string;
  readonly asOf: Day;
  readonly profile?: Profile;
  /** A text that stands for a file's. */
  readonly overlay?: Overlay;
  readonly progress: Progress;
}

export interface LoadedWorkspace {
  /** Absolute, with `/`. */
  readonly root: string;
  readonly workspace: Workspace;
  readonly fileSystem: FileSystem;
  /** Relative to the root, with `/`. */
  readonly nestedRoots: readonly string[];
  readonly unreadableFolders: readonly string[];
  /** Absolute path of the config in use, or undefined. */
  readonly config: string | undefined;
  /** Whether a file was asked about: all are, unless files or folders below the root were named. */
  isNamed(path: string): boolean;
  /** Files that were named and that the workspace does not read. */
  readonly leftOut: readonly string[];
}

export function loadWorkspace(request: LoadRequest): LoadedWorkspace {
  const fileSystem = nodeFileSystem(request.progress.countFile);
  const { overlay } = request;
  const named =
    overlay === undefined
      ? (request.paths.length === 0 ? ["."] : request.paths).map((path) => findPath(request.cwd, path))
      : [{ written: overlay.path, path: overlay.path, kind: "file" as const }];
  const root = rootOf(fileSystem, named);
  const config = request.config === undefined ? undefined : readNamedConfig(request.config);
  const reading = readFolder(fileSystem, root, config);
  if (reading.unreadableFolders.includes(".")) {
    throw new JobError(
      "unreadable",
      `${relativePath(request.cwd, root)} cannot be opened: check its permissions`,
    );
  }
  const inside = named.filter((one) => one.path !== root).map((one) => relativePath(root, one.path));
  const isNamed = namedFilter(named, root, inside);
  const files = new Map(reading.files.map((file) => [file.path, file]));
  if (overlay !== undefined) {
    const path = relativePath(root, overlay.path);
    files.set(path, { ...overlay, path });
  }
  return {
    root,
    fileSystem,
    nestedRoots: reading.nestedRoots,
    unreadableFolders: reading.unreadableFolders,
    config: request.config ?? (files.has(CONFIG_FILE) ? `${root}/${CONFIG_FILE}` : undefined),
    isNamed,
    leftOut: named
      .filter((one) => one.kind === "file" && one.path !== request.config)
      .map((one) => relativePath(root, one.path))
      .filter((path) => !files.has(path) && !reading.nearMisses.includes(path)),
    workspace: { ...workspaceOf(reading, request.asOf, request.profile), files },
  };
}

interface NamedPath {
  readonly written: string;
  /** Absolute. */
  readonly path: string;
  readonly kind: "file" | "folder";
}

function findPath(cwd: string, written: string): NamedPath {
  const path = absolutePath(cwd, written);
  const kind = kindBehind(path);
  if (kind === "other") {
    throw new JobError("not-found", `"${written}" does not exist: name a folder or a file of a strategy`);
  }
  if (kind === "file" && !isStrategyFile(baseName(path))) {
    throw usageError(
      `"${written}" is not a strategy file: their names say the kind, such as my-trust.strategy.yaml or workforce.measures.yaml`,
    );
  }
  return { written, path, kind };
}

function isStrategyFile(name: string): boolean {
  return isRootFile(name) || parseFileName(name) !== undefined || checkFileName(name) !== undefined;
}

/** The one root of all that was named. */
function rootOf(fileSystem: FileSystem, named: readonly NamedPath[]): string {
  const places = named.map((one) => {
    const folder = one.kind === "folder" ? one.path : folderOf(one.path) || "/";
    return { ...one, folder, root: findRoot(fileSystem, folder) };
  });
  const roots = [...new Set(places.map((place) => place.root ?? ""))];
  const [first = "", second] = roots;
  if (second === undefined && first !== "") return first;
  const folders = places.map((place) => place.folder);
  const whole = folders.find((folder) => folders.every((other) => isWithin(folder, other)));
  if (second === undefined && whole !== undefined) return whole;
  const [one, other] = [
    places[0],
    places.find((place) => (place.root ?? place.folder) !== (places[0]?.root ?? places[0]?.folder)),
  ];
  throw usageError(
    `"${one?.written}" and "${other?.written}" belong to two workspaces: check them one after the other`,
  );
}

function namedFilter(named: readonly NamedPath[], root: string, inside: readonly string[]) {
  if (named.some((one) => one.path === root)) return () => true;
  const names = new Set(inside);
  return (path: string) => names.has(path) || inside.some((folder) => path.startsWith(`${folder}/`));
}

export function readNamedConfig(path: string): WorkspaceFile {
  try {
    const bytes = nodeFileSystem().read(path, MOST_BYTES);
    if (bytes !== "too-large") return { path: CONFIG_FILE, ...decodeBytes(bytes) };
  } catch {
    // Said below, as for a file that is too large.
  }
  throw new JobError("config", `The config ${path} cannot be read: name a file that exists with --config`);
}
