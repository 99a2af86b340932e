// The exact words that bring what a clone lacks, chosen by what it lacks and how much of the history it holds.

export interface CloneFacts {
  readonly isShallow: boolean;
}

/** One commit by its id. A full clone would lose its history at a commit that is fetched without its own. */
export function fetchCommit(commit: string, { isShallow }: CloneFacts): string[] {
  return ["fetch", "--no-tags", ...(isShallow ? ["--depth=1"] : []), "origin", commit];
}

/** The tip of a branch, or what a tag names. */
export function fetchTip(name: string, { isShallow }: CloneFacts): string[] {
  const refs = isVersion(name) ? `refs/tags/${name}` : undefined;
  const refspec = refs === undefined ? branchRefspec(name) : `+${refs}:${refs}`;
  return ["fetch", "--no-tags", ...(isShallow ? ["--depth=1"] : []), "origin", refspec];
}

/** The whole history, and the branch; without a branch what the clone follows. */
export function fetchHistory(branch: string | undefined, { isShallow }: CloneFacts): string[] {
  const refspec = branch === undefined ? [] : [branchRefspec(branch)];
  // For a clone that is whole, git takes the flag for a mistake.
  return ["fetch", "--no-tags", ...(isShallow ? ["--unshallow"] : []), "origin", ...refspec];
}

/** More ids than this make no command that anybody could read. */
const MOST_IDS = 200;

/** Contents that a clone without them lacks; all that belongs to the commit where these are too many, or not known. */
export function fetchContents(ids: readonly string[], commit: string, { isShallow }: CloneFacts): string[] {
  if (ids.length > 0 && ids.length <= MOST_IDS) return ["fetch", "--no-tags", "origin", ...ids];
  const depth = isShallow ? ["--depth=1"] : [];
  return ["fetch", "--no-tags", "--refetch", "--no-filter", ...depth, "origin", commit];
}

function branchRefspec(branch: string): string {
  return `+refs/heads/${branch}:refs/remotes/origin/${branch}`;
}

/** The branch that a revision names, written in any of the ways in which git takes one; undefined for anything else. */
export function branchIn(revision: string): string | undefined {
  const name = revision.replace(/^(refs\/heads\/|refs\/remotes\/origin\/|origin\/)/, "");
  return isBranchName(name) ? name : undefined;
}

function isBranchName(name: string): boolean {
  return (
    name !== "" && name !== "HEAD" && !/[\s~^:?*[\\\p{Cc}]|\.\.|@\{|^[-/.]|\/\/|[/.]$|\.lock$/u.test(name)
  );
}

/** Tags are mostly versions, which branches never are. */
function isVersion(name: string): boolean {
  return /^v?\d+(\.\d+)+/.test(name);
}

/** An id of a commit, whole or its beginning. */
export function commitIn(revision: string): "whole" | "short" | undefined {
  if (/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(revision)) return "whole";
  return /^[0-9a-f]{7,63}$/.test(revision) ? "short" : undefined;
}
