// Why a revision cannot be had, in one line with the one command that helps.

import { findNearest, sayGuess } from "@stratkit/core";
import { isShallow } from "./commits.ts";
import {
  branchIn,
  type CloneFacts,
  commitIn,
  fetchCommit,
  fetchContents,
  fetchHistory,
  fetchTip,
} from "./fetchCommand.ts";
import { MissingRevision, sayCommand } from "./missing.ts";
import { ask, type Repository } from "./repository.ts";

/** The target branch as a server merged a proposal into it. */
export function noParent(repository: Repository, id: string): MissingRevision {
  const what = `The commit ${short(id)} that this merge was made on is not here`;
  const isGithub = repository.env.GITHUB_ACTIONS === "true";
  const beside = isGithub ? ', or set "fetch-depth: 2" where the workflow checks out' : "";
  return missing(repository, "base-missing", { what, beside }, (facts) => fetchCommit(id, facts));
}

export function noCommitOf(repository: Repository, id: string, label: string): MissingRevision {
  const what = `The commit ${short(id)} of ${label} is not here`;
  return missing(repository, "base-missing", { what }, (facts) => fetchCommit(id, facts));
}

/** `written` is that of --base, which may be no branch at all. */
export function noBranch(
  repository: Repository,
  branch: string | undefined,
  written: string | undefined,
): MissingRevision {
  if (written !== undefined && (branchIn(written) === undefined || commitIn(written) !== undefined)) {
    return unknownRevision(repository, written);
  }
  const name = branchIn(branch ?? "main") ?? "main";
  const guess = written === undefined ? "" : guessRevision(repository, written);
  const what = `The branch ${name} is not here`;
  return missing(repository, "no-merge-base", { what, guess }, (facts) => fetchHistory(name, facts));
}

export function noPartingPoint(
  repository: Repository,
  label: string,
  branch: string | undefined,
): MissingRevision {
  if (isShallow(repository)) {
    const what = `The history here ends before the commit at which this parted from ${label}`;
    return missing(repository, "no-merge-base", { what }, (facts) => fetchHistory(branch, facts));
  }
  return new MissingRevision(
    "no-merge-base",
    `${label} has no commit in common with what is checked out: compare with another branch`,
  );
}

export function unknownRevision(repository: Repository, written: string): MissingRevision {
  const kind = commitIn(written);
  const branch = branchIn(written);
  if (kind === "whole") {
    const what = `The commit ${short(written)} is not here`;
    return missing(repository, "base-missing", { what }, (facts) => fetchCommit(written, facts));
  }
  if (kind === "short") {
    const what = `No commit here begins with ${written}`;
    return missing(repository, "base-missing", { what }, (facts) => fetchHistory(undefined, facts));
  }
  if (branch !== undefined) {
    const what = `"${written}" is neither a branch nor a tag nor a commit here`;
    const guess = guessRevision(repository, written);
    return missing(repository, "base-missing", { what, guess }, (facts) => fetchTip(branch, facts));
  }
  const what = `"${written}" leads to no commit here`;
  if (isShallow(repository)) {
    return missing(repository, "base-missing", { what }, (facts) => fetchHistory(undefined, facts));
  }
  return new MissingRevision("base-missing", `${what}: name a branch, a tag or a commit`);
}

/** Read half, a base would look as if the rest had been removed. `ids` are contents that could not be read. */
export function noContents(repository: Repository, commit: string, ids: readonly string[]): MissingRevision {
  const what = `The contents of the commit ${commit.slice(0, 7)} are not all here`;
  if (ask(repository, "config", "--get-regexp", "^remote\\.origin\\.promisor$") === undefined) {
    return new MissingRevision("base-missing", `${what}: run git fsck, which says what is damaged`);
  }
  const absent = absentIds(repository, commit);
  const wanted = ids.filter((id) => absent.has(id));
  const words = fetchContents(wanted, commit, { isShallow: isShallow(repository) });
  const command = [...repository.from, ...words];
  return new MissingRevision("base-missing", `${what}: run ${sayCommand(command)}`, command);
}

/** The process that reads ends at the first object that it would have to fetch, so the others are asked for here. */
function absentIds(repository: Repository, commit: string): ReadonlySet<string> {
  const listed = ask(repository, "rev-list", "--objects", "--missing=print", "--no-walk", commit) ?? "";
  return new Set([...listed.matchAll(/^\?([0-9a-f]+)$/gm)].map((match) => match[1] ?? ""));
}

interface Lack {
  readonly what: string;
  /** A question that goes before the command, with its leading space. */
  readonly guess?: string;
  /** What else would help. */
  readonly beside?: string;
}

function missing(
  repository: Repository,
  code: "base-missing" | "no-merge-base",
  { what, guess = "", beside = "" }: Lack,
  commandFor: (facts: CloneFacts) => string[],
): MissingRevision {
  const said = guess === "" ? `${what}: ` : `${what}.${guess} Else `;
  if (!hasOrigin(repository)) {
    return new MissingRevision(
      code,
      `${said}name a revision that is here, for there is no remote called origin`,
    );
  }
  const command = [...repository.from, ...commandFor({ isShallow: isShallow(repository) })];
  return new MissingRevision(code, `${said}run ${sayCommand(command)}${beside}`, command);
}

function hasOrigin(repository: Repository): boolean {
  return (ask(repository, "remote") ?? "").split("\n").includes("origin");
}

function guessRevision(repository: Repository, written: string): string {
  const known = ask(
    repository,
    "for-each-ref",
    "--format=%(refname:short)",
    "refs/heads",
    "refs/tags",
    "refs/remotes",
  );
  const names = (known ?? "").split("\n").filter((name) => name !== "");
  return sayGuess(
    findNearest(
      written,
      names.map((id) => ({ id })),
    ),
  );
}

function short(id: string): string {
  return id.slice(0, 7);
}
