// Commits as git keeps them. Parents and day are read from the commit itself, so that parents are known by their ids
// where they are not here.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Day } from "@stratkit/core";
import { ask, type Repository } from "./repository.ts";

export interface Commit {
  /** The whole id. */
  readonly id: string;
  /** Ids, the first parent first; none of them need be here. */
  readonly parents: readonly string[];
  /** On which it was committed, where it was committed. */
  readonly day: Day;
}

/** Undefined where there is no such commit here. */
export function readCommit(repository: Repository, id: string): Commit | undefined {
  const text = ask(repository, "cat-file", "commit", id);
  return text === undefined ? undefined : parseCommit(id, text);
}

export function parseCommit(id: string, text: string): Commit {
  const head = text.split("\n\n", 1)[0] ?? "";
  const parents = [...head.matchAll(/^parent ([0-9a-f]+)$/gm)].map((match) => match[1] ?? "");
  const committed = /^committer .* (\d+) ([+-])(\d\d)(\d\d)$/m.exec(head);
  const [, seconds = "0", sign = "+", hours = "0", minutes = "0"] = committed ?? [];
  const offset = (Number(hours) * 60 + Number(minutes)) * 60 * (sign === "-" ? -1 : 1);
  return { id, parents, day: Math.floor((Number(seconds) + offset) / 86_400) };
}

export function isMerge({ parents }: Commit): boolean {
  return parents.length > 1;
}

/** The id of the commit that a revision names. A tag leads to its commit. */
export function findCommit(repository: Repository, written: string): string | undefined {
  if (!isRevision(written)) return undefined;
  const found = ask(repository, "rev-parse", "--verify", "--quiet", `${written}^{commit}`);
  return found === undefined || found === "" ? undefined : found;
}

/** What begins with a dash would be a flag of git's. */
export function isRevision(written: string): boolean {
  return written !== "" && !written.startsWith("-") && !/\p{Cc}/u.test(written);
}

export function isHere(repository: Repository, id: string): boolean {
  return ask(repository, "cat-file", "-e", `${id}^{commit}`) !== undefined;
}

export function isAncestor(repository: Repository, base: string, head: string): boolean {
  return ask(repository, "merge-base", "--is-ancestor", base, head) !== undefined;
}

export function isShallow(repository: Repository): boolean {
  return ask(repository, "rev-parse", "--is-shallow-repository") === "true";
}

/**
 * Where two lines of history part. Undefined where they have no commit in common, and where history ends too early to
 * tell: a nearer one may lie behind an end.
 */
export function mergeBase(repository: Repository, one: string, other: string): string | undefined {
  const [base] = ask(repository, "merge-base", one, other)?.split("\n") ?? [];
  if (base === undefined || base === "") return undefined;
  return isShallow(repository) && endsBeside(repository, base, [one, other]) ? undefined : base;
}

/** True where a line of history from one of the tips ends without having come to the base. */
function endsBeside(repository: Repository, base: string, tips: readonly string[]): boolean {
  const beside = ask(repository, "rev-list", "--max-parents=0", ...tips, `^${base}`) ?? "";
  const ends = new Set(shallowEnds(repository));
  return beside.split("\n").some((id) => ends.has(id));
}

/** Commits whose parents are told and not here. */
function shallowEnds(repository: Repository): string[] {
  const path = ask(repository, "rev-parse", "--git-path", "shallow");
  if (path === undefined) return [];
  try {
    return readFileSync(resolve(repository.top, path), "utf8").split("\n");
  } catch {
    return [];
  }
}
