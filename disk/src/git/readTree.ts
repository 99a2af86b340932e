// A whole repository as it stood at a commit, as a file system to read: from git's own store, without a checkout. A link
// is followed within the commit and never out of it.

import {
  baseName,
  type FileSystem,
  type FolderEntry,
  isConfigFile,
  MOST_BYTES,
  parseFileName,
  RECORD_FILES,
} from "@stratkit/core";
import { type Blob, openBlobs } from "./catFile.ts";
import { noContents } from "./lacks.ts";
import type { Repository } from "./repository.ts";
import { runGit } from "./runGit.ts";
import { type TreeNode, type TreeView, viewTree } from "./treeView.ts";

export interface CommitTree {
  /** Its paths begin with the repository's top folder. Contents are there of files that a workspace reads. */
  readonly fileSystem: FileSystem;
  /** Repositories within this one, which are not read: paths below the top folder. */
  readonly submodules: readonly string[];
}

/** Longer than a path can be. */
const LONGEST_LINK = 4096;

/** `beside` names more files to read, by their absolute paths, such as a config elsewhere. */
export async function readTree(
  repository: Repository,
  commit: string,
  beside: readonly string[] = [],
): Promise<CommitTree> {
  const nodes = listTree(repository, commit);
  const blobs = openBlobs(repository);
  try {
    const links = await blobs.read(
      idsOf(nodes, ({ kind }) => kind === "link"),
      LONGEST_LINK,
    );
    const view = viewTree(nodes, (id) => decodeLink(links.get(id)));
    const named = new Set(beside.map((path) => belowTop(repository, path)));
    const contents = await blobs.read(wantedIds(nodes, view, named), MOST_BYTES);
    const lacks = [...links, ...contents].flatMap(([id, blob]) => (blob === "missing" ? [id] : []));
    if (lacks.length > 0) throw noContents(repository, commit, lacks);
    const submodules = [...nodes].filter(([, { kind }]) => kind === "submodule").map(([path]) => path);
    return { fileSystem: fileSystemOf(repository, view, contents), submodules };
  } finally {
    blobs.end();
  }
}

/** Every file, link and submodule by its path below the top folder. */
function listTree(repository: Repository, commit: string): Map<string, TreeNode> {
  const { code, out } = runGit(
    repository.top,
    ["ls-tree", "-r", "-z", "--full-tree", commit],
    repository.env,
  );
  if (code !== 0) throw noContents(repository, commit, []);
  const nodes = new Map<string, TreeNode>();
  for (const line of out.toString("utf8").split("\0")) {
    const match = /^(\d+) \S+ ([0-9a-f]+)\t(.+)$/s.exec(line);
    const [, mode = "", id = "", path = ""] = match ?? [];
    // No such name can be on a disk; whoever wrote it by hand wants to be read from elsewhere.
    if (path === "" || path.split("/").some((name) => name === "" || name === "." || name === "..")) continue;
    nodes.set(path, { kind: mode === "120000" ? "link" : mode === "160000" ? "submodule" : "file", id });
  }
  return nodes;
}

function idsOf(
  nodes: ReadonlyMap<string, TreeNode>,
  isWanted: (node: TreeNode, path: string) => boolean,
): string[] {
  return [...nodes].flatMap(([path, node]) => (isWanted(node, path) ? [node.id] : []));
}

/** What a link leads to is wanted by the link's name. */
function wantedIds(
  nodes: ReadonlyMap<string, TreeNode>,
  view: TreeView,
  named: ReadonlySet<string>,
): string[] {
  return [...nodes.keys()].flatMap((path) => {
    if (!isRead(path) && !named.has(path)) return [];
    const found = view.find(path);
    return found?.kind === "file" ? [found.id] : [];
  });
}

function isRead(path: string): boolean {
  const name = baseName(path);
  return (
    parseFileName(name) !== undefined || isConfigFile(name) || RECORD_FILES.some((record) => record === name)
  );
}

function decodeLink(blob: Blob | undefined): string | undefined {
  return blob instanceof Uint8Array ? Buffer.from(blob).toString("utf8") : undefined;
}

function belowTop({ top }: Repository, path: string): string {
  return path === top ? "" : path.startsWith(`${top}/`) ? path.slice(top.length + 1) : "..";
}

function fileSystemOf(
  repository: Repository,
  view: TreeView,
  contents: ReadonlyMap<string, Blob>,
): FileSystem {
  const find = (path: string) => view.find(belowTop(repository, path));
  return {
    list(folder) {
      const found = find(folder);
      if (found?.kind !== "folder") throw new Error(`${folder} is no folder of the commit`);
      return found.names.map((name): FolderEntry => {
        const path = found.path === "" ? name : `${found.path}/${name}`;
        const behind = view.find(path)?.kind;
        const kind = behind === "file" || behind === "folder" ? behind : "other";
        return { name, kind, link: view.isLink(path) };
      });
    },
    read(path) {
      const found = find(path);
      const blob = found?.kind === "file" ? contents.get(found.id) : undefined;
      if (blob === undefined || blob === "missing") throw new Error(`${path} cannot be read in the commit`);
      if (blob !== "too-large" && isPointer(blob)) throw new Error(`${path} is kept elsewhere`);
      return blob;
    },
    isFile: (path) => find(path)?.kind === "file",
    realPath(path) {
      const found = find(path);
      if (found === undefined) throw new Error(`There is no ${path} in the commit`);
      return found.path === "" ? repository.top : `${repository.top}/${found.path}`;
    },
  };
}

/** Git LFS keeps a note of some lines in place of the file. */
function isPointer(blob: Uint8Array): boolean {
  return (
    blob.length < 1024 &&
    Buffer.from(blob).toString("latin1").startsWith("version https://git-lfs.github.com/spec/")
  );
}
