// Reads the files of a root through the client: in a browser there is no other way, and other schemes than `file:` are
// known to the client alone. What it lists becomes a small file system in memory, which the engine's own reading walks.

import {
  BASELINE_FILE,
  CONFIG_FILE,
  decodeBytes,
  FILE_KINDS,
  type FileSystem,
  type FolderEntry,
  leavesOut,
  leftOutGlobs,
  MOST_BYTES,
  REVIEWS_FILE,
  readFolder,
  type WorkspaceFile,
} from "@stratkit/core";
import type { Connection } from "vscode-languageserver";
import type { Folders, ReadRequest, RootReading } from "./folders.ts";
import { ListFilesRequest, type ReadFile, ReadFilesRequest } from "./messages.ts";
import { folderOfKey, keyOf, pathBelow, type UriKey, uriOf } from "./uris.ts";

/** So many files are asked for at a time. */
const BATCH = 50;

const PATTERNS = [
  ...FILE_KINDS.map((kind) => `*.${kind}.{yaml,yml}`),
  CONFIG_FILE,
  BASELINE_FILE,
  REVIEWS_FILE,
  "*.actuals.csv",
  "*.{yaml,yml}",
];

/** Clients put several patterns into one; what they may read otherwise than we do is left to us. */
const PLAIN_GLOB = /^[^,{}()[\]!\\]+$/;

export function clientFolders(connection: Connection): Folders {
  return {
    findRoot: (folder) => findRoot(connection, folder),
    read: (root, request) => readRoot(connection, root, request),
    async hasFile(root, path) {
      const found = await connection.sendRequest(ListFilesRequest, {
        root: uriOf(root),
        patterns: [path],
        ignore: [],
      });
      return found.uris.length > 0;
    },
    async readFile(root, path) {
      const [file] = await readFiles(connection, [`${root}/${path}`]);
      return file === undefined ? undefined : toWorkspaceFile(path, file);
    },
  };
}

async function findRoot(connection: Connection, folder: UriKey): Promise<UriKey | undefined> {
  const folders: UriKey[] = [];
  for (let at = folder; at.length > at.indexOf("://") + 3; at = folderOfKey(at)) folders.push(at);
  const files = await readFiles(
    connection,
    folders.slice(0, BATCH).map((one) => `${one}/${CONFIG_FILE}`),
  );
  return folders.find((_, index) => files[index]?.base64 !== undefined);
}

async function readRoot(connection: Connection, root: UriKey, request: ReadRequest): Promise<RootReading> {
  const [stored] = await readFiles(connection, [`${root}/${CONFIG_FILE}`]);
  const own = stored === undefined ? undefined : toWorkspaceFile(CONFIG_FILE, stored);
  const config = request.config ?? own;
  const isLeftOut = leavesOut(config);
  const { uris, partial = false } = await connection.sendRequest(ListFilesRequest, {
    root: uriOf(root),
    patterns: PATTERNS,
    ignore: leftOutGlobs(config).filter((glob) => PLAIN_GLOB.test(glob)),
  });
  const paths = uris.flatMap((uri) => pathBelow(root, keyOf(uri)) ?? []).filter((path) => !isLeftOut(path));
  const needed = paths.filter((path) => request.known(path) === undefined);
  const bytes = new Map<string, Uint8Array | "too-large">();
  const keys = needed.map((path) => `${root}/${path}`);
  for (const [index, file] of (await readFiles(connection, keys)).entries()) {
    const content = file.problem === "too-large" ? "too-large" : toBytes(file);
    if (content !== undefined) bytes.set(keys[index] ?? "", content);
  }
  const fileSystem = memoryFileSystem(root, paths, bytes);
  // With the config at hand: where it is known already, it is not among the bytes.
  return { ...readFolder(fileSystem, root, config, request.known), partial };
}

async function readFiles(connection: Connection, keys: readonly UriKey[]): Promise<ReadFile[]> {
  const files: ReadFile[] = [];
  for (let at = 0; at < keys.length; at += BATCH) {
    const uris = keys.slice(at, at + BATCH).map(uriOf);
    const answer = await connection.sendRequest(ReadFilesRequest, { uris });
    const byKey = new Map(answer.files.map((file) => [keyOf(file.uri), file]));
    files.push(...uris.map((uri) => byKey.get(keyOf(uri)) ?? { uri, problem: "absent" as const }));
  }
  return files;
}

function toWorkspaceFile(path: string, file: ReadFile): WorkspaceFile | undefined {
  const bytes = toBytes(file);
  if (file.problem === "absent") return undefined;
  if (file.problem === "too-large" || (bytes !== undefined && bytes.length > MOST_BYTES)) {
    return { path, text: "", encoding: "utf-8", problem: "too-large" };
  }
  return bytes === undefined
    ? { path, text: "", encoding: "utf-8", problem: "unreadable" }
    : { path, ...decodeBytes(bytes) };
}

function toBytes({ base64 }: ReadFile): Uint8Array | undefined {
  return base64 === undefined ? undefined : Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

function memoryFileSystem(
  root: UriKey,
  paths: readonly string[],
  bytes: ReadonlyMap<string, Uint8Array | "too-large">,
): FileSystem {
  const folders = new Map<string, Map<string, FolderEntry>>([[root, new Map()]]);
  const files = new Set(paths.map((path) => `${root}/${path}`));
  const add = (folder: string, name: string, kind: "file" | "folder") => {
    const entries = folders.get(folder) ?? new Map<string, FolderEntry>();
    folders.set(folder, entries.set(name, { name, kind, link: false }));
  };
  for (const file of files) {
    add(folderOfKey(file), file.slice(file.lastIndexOf("/") + 1), "file");
    for (let folder = folderOfKey(file); folder.length > root.length; folder = folderOfKey(folder)) {
      add(folderOfKey(folder), folder.slice(folder.lastIndexOf("/") + 1), "folder");
    }
  }
  return {
    list: (folder) => [...(folders.get(folder)?.values() ?? [])],
    read(path, most) {
      const content = bytes.get(path);
      if (content === undefined) throw new Error(`${path} cannot be read`);
      return content !== "too-large" && content.length > most ? "too-large" : content;
    },
    isFile: (path) => files.has(path),
    realPath: (path) => path,
  };
}
