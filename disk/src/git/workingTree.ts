// The working tree as a file system in which only what could be committed stands: with untracked files, and without what
// git ignores and without other repositories inside this one.

import { type FileSystem, type FolderEntry, getOrAdd, parseFileName } from "@stratkit/core";
import { nodeFileSystem } from "../fileSystem.ts";
import type { Repository } from "./repository.ts";
import { runGit } from "./runGit.ts";

export interface WorkingTree {
  readonly fileSystem: FileSystem;
  /** Repositories within this one, which are not read: paths below the top folder. */
  readonly submodules: readonly string[];
}

export function workingTree(repository: Repository, onRead?: (path: string) => void): WorkingTree {
  const { top } = repository;
  const disk = nodeFileSystem(onRead);
  const { submodules, absent } = readIndex(repository);
  const hidden = new Set([...ignoredPaths(repository), ...submodules].map((path) => `${top}/${path}`));
  const left = absentByFolder(absent.map((path) => `${top}/${path}`));
  const list = (folder: string): FolderEntry[] => {
    const there = disk.list(folder).filter(({ name }) => !hidden.has(`${folder}/${name}`));
    const names = new Set(there.map(({ name }) => name));
    const absentHere = [...(left.get(folder)?.values() ?? [])];
    return [...there, ...absentHere.filter(({ name }) => !names.has(name))];
  };
  return { fileSystem: { ...disk, list }, submodules };
}

/** Folders without the slash at their ends. What is tracked is ignored by nobody. */
function ignoredPaths({ top, env }: Repository): string[] {
  const flags = ["--others", "--ignored", "--exclude-standard", "--directory"];
  return linesOf(runGit(top, ["ls-files", "-z", ...flags], env).out).map((path) => path.replace(/\/$/, ""));
}

/** `absent` is what a sparse checkout keeps in the index alone: it was not deleted. */
function readIndex({ top, env }: Repository): { readonly submodules: string[]; readonly absent: string[] } {
  const [submodules, absent]: [string[], string[]] = [[], []];
  for (const line of linesOf(runGit(top, ["ls-files", "-z", "-t", "-s"], env).out)) {
    const [, tag = "", mode = "", path = ""] = /^(\S) (\d+) [0-9a-f]+ \d\t(.+)$/s.exec(line) ?? [];
    if (mode === "160000") submodules.push(path);
    else if (tag === "S" && parseFileName(path) !== undefined) absent.push(path);
  }
  return { submodules, absent };
}

function linesOf(out: Buffer): string[] {
  return out
    .toString("utf8")
    .split("\0")
    .filter((line) => line !== "");
}

/**
 * Of kind "other", so that a strategy file among them counts as one that could not be read; and the folders to them,
 * which need not be on the disk either.
 */
function absentByFolder(paths: readonly string[]): ReadonlyMap<string, ReadonlyMap<string, FolderEntry>> {
  const byFolder = new Map<string, Map<string, FolderEntry>>();
  for (const path of paths) {
    const steps = path.split("/");
    for (let depth = steps.length - 1; depth > 0; depth -= 1) {
      const name = steps[depth] ?? "";
      const kind = depth === steps.length - 1 ? "other" : "folder";
      getOrAdd(byFolder, steps.slice(0, depth).join("/"), () => new Map()).set(name, {
        name,
        kind,
        link: false,
      });
    }
  }
  return byFolder;
}
