// From what is compared, as it was written or as a CI server tells it, to the commits; or the one command that helps.

import { readFileSync } from "node:fs";
import type { Day } from "@stratkit/core";
import {
  type Commit,
  findCommit,
  isAncestor,
  isHere,
  isMerge,
  isRevision,
  isShallow,
  mergeBase,
  readCommit,
} from "./commits.ts";
import { GitError } from "./gitError.ts";
import { noBranch, noCommitOf, noParent, noPartingPoint, unknownRevision } from "./lacks.ts";
import { MissingRevision } from "./missing.ts";
import { ask, type Repository } from "./repository.ts";
import { type WantedBase, wantedBase } from "./wantedBase.ts";

export interface Revision {
  /** The whole id. */
  readonly commit: string;
  /** How people call it: a branch, or the revision as it was written. */
  readonly label: string;
  /** Of a merge commit: of its second parent, which is what was proposed. */
  readonly day: Day;
}

/** The commit that is checked out. Throws a MissingRevision where there is none yet. */
export function resolveHead(repository: Repository): Revision {
  return revisionOf(repository, headCommit(repository), "HEAD");
}

/** The revision that the head is compared with where none was named outright; `written` is that of --base. */
export function resolveBase(repository: Repository, written?: string): Revision {
  if (written !== undefined) refuseNoRevision(written);
  const { env } = repository;
  const head = headCommit(repository);
  const event = readEvent(env.GITHUB_EVENT_PATH);
  const wanted = wantedBase({ env, event, head, ...(written === undefined ? {} : { written }) });
  return wanted.kind === "commit"
    ? knownCommit(repository, wanted)
    : partingPoint(repository, wanted, head, written);
}

/** A revision as it was named. */
export function resolveRevision(repository: Repository, written: string): Revision {
  refuseNoRevision(written);
  const id = findCommit(repository, written) ?? findCommit(repository, `origin/${written}`);
  const commit = id === undefined ? undefined : readCommit(repository, id);
  if (commit !== undefined) return revisionOf(repository, commit, written);
  throw unknownRevision(repository, written);
}

/** What a reader must know of two revisions that were named, or undefined. */
export function sayNoAncestor(repository: Repository, base: Revision, head: Revision): string | undefined {
  if (isAncestor(repository, base.commit, head.commit)) return undefined;
  const looks = isShallow(repository) ? "may look" : "will look";
  return `${base.label} is not an ancestor of ${head.label}: its own newer commits ${looks} like removals`;
}

function refuseNoRevision(written: string): void {
  if (!isRevision(written))
    throw new GitError("usage", `"${written}" is not a revision: name a branch, a tag or a commit`);
}

function headCommit(repository: Repository): Commit {
  const id = findCommit(repository, "HEAD");
  const commit = id === undefined ? undefined : readCommit(repository, id);
  if (commit !== undefined) return commit;
  throw new MissingRevision(
    "base-missing",
    "There is no commit yet to compare with: make one with git commit",
  );
}

function revisionOf(repository: Repository, commit: Commit, label: string): Revision {
  const [, second] = commit.parents;
  const proposed = isMerge(commit) && second !== undefined ? readCommit(repository, second) : undefined;
  return { commit: commit.id, label, day: (proposed ?? commit).day };
}

function knownCommit(
  repository: Repository,
  { commit: id, label, isParent }: WantedBase & { readonly kind: "commit" },
): Revision {
  const commit = isHere(repository, id) ? readCommit(repository, id) : undefined;
  if (commit !== undefined) return { commit: id, label, day: commit.day };
  throw isParent ? noParent(repository, id) : noCommitOf(repository, id, label);
}

function partingPoint(
  repository: Repository,
  { revisions, branch }: WantedBase & { readonly kind: "merge-base" },
  head: Commit,
  written: string | undefined,
): Revision {
  for (const revision of revisions) {
    const tip = findCommit(repository, revision);
    if (tip === undefined) continue;
    const own = branchOfRef(repository, revision);
    const label = branch ?? own ?? revision;
    const base = mergeBase(repository, head.id, tip);
    const commit = base === undefined ? undefined : readCommit(repository, base);
    if (commit !== undefined) return { commit: commit.id, label, day: commit.day };
    throw noPartingPoint(repository, label, own);
  }
  throw noBranch(repository, branch, written);
}

/** The branch at the end of a name such as `origin/HEAD`; undefined for a tag or a commit. */
function branchOfRef(repository: Repository, revision: string): string | undefined {
  const full = ask(repository, "rev-parse", "--verify", "--quiet", "--symbolic-full-name", revision) ?? "";
  return /^refs\/(?:heads|remotes\/origin)\/(.+)$/.exec(full)?.[1];
}

/** What GitHub wrote down of the event; without it the commits have to say enough. */
function readEvent(path: string | undefined): unknown {
  if (path === undefined || path === "") return undefined;
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return undefined;
  }
}
