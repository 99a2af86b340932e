// Which base a head is compared with, as its surroundings say: the pull request, queue or push that a CI server works on.

import { type Commit, isMerge } from "./commits.ts";
import type { Environment } from "./runGit.ts";

/** `label` is how people call it. */
export type WantedBase =
  | { readonly kind: "commit"; readonly commit: string; readonly label: string; readonly isParent: boolean }
  /** Where the histories of head and of the first of these revisions that is known part. */
  | { readonly kind: "merge-base"; readonly revisions: readonly string[]; readonly branch?: string };

export interface BaseFacts {
  readonly env: Environment;
  /** What GitHub tells of the event, or undefined. */
  readonly event: unknown;
  readonly head: Commit;
  /** As written behind --base. */
  readonly written?: string;
}

const DEFAULTS = ["origin/HEAD", "origin/main", "origin/master", "main", "master"] as const;

export function wantedBase(facts: BaseFacts): WantedBase {
  const { written, env } = facts;
  if (written !== undefined)
    return { kind: "merge-base", revisions: [written, `origin/${written}`], branch: written };
  const wanted =
    env.GITHUB_ACTIONS === "true"
      ? baseInGithub(facts)
      : env.GITLAB_CI === "true"
        ? baseInGitlab(facts)
        : isSet(env.TF_BUILD)
          ? baseInAzure(facts)
          : undefined;
  return wanted ?? { kind: "merge-base", revisions: DEFAULTS };
}

/** Whether a server has checked out what is to be looked at, so that nothing beside the commit counts. */
export function isCi(env: Environment): boolean {
  return [env.CI, env.GITHUB_ACTIONS, env.GITLAB_CI, env.TF_BUILD].some(
    (value) => isSet(value) && !/^(false|0)$/i.test(value),
  );
}

/** Somebody who writes on a server that also checks changes means the work at hand, not what the server was started for. */
export function withoutCi(env: Environment): Environment {
  const { GITHUB_ACTIONS: _github, GITLAB_CI: _gitlab, TF_BUILD: _azure, ...rest } = env;
  return rest;
}

function baseInGithub({ env, event, head }: BaseFacts): WantedBase | undefined {
  switch (env.GITHUB_EVENT_NAME) {
    case "pull_request":
    case "pull_request_target": {
      const target = env.GITHUB_BASE_REF;
      return isMergeOfRequest({ env, event, head }) ? firstParent(head, target) : partingFrom(target);
    }
    case "merge_group":
      return commitIn(
        event,
        ["merge_group", "base_sha"],
        branchOf(textIn(event, ["merge_group", "base_ref"])),
      );
    case "push":
      return commitIn(event, ["before"], env.GITHUB_REF_NAME);
    default:
      return undefined;
  }
}

/** A workflow may as well check out the proposal's own commit, which can be a merge of its author's. */
function isMergeOfRequest({ env, event, head }: Pick<BaseFacts, "env" | "event" | "head">): boolean {
  if (!isMerge(head) || !/^refs\/pull\/\d+\/merge$/.test(env.GITHUB_REF ?? "")) return false;
  return head.id === env.GITHUB_SHA || head.parents[1] === textIn(event, ["pull_request", "head", "sha"]);
}

function baseInGitlab({ env, head }: BaseFacts): WantedBase | undefined {
  const { CI_MERGE_REQUEST_DIFF_BASE_SHA: base, CI_MERGE_REQUEST_TARGET_BRANCH_NAME: target } = env;
  // The result of the merge holds what was added to the target meanwhile, which is not the request's.
  const isResult = /^(merged_result|merge_train)$/.test(env.CI_MERGE_REQUEST_EVENT_TYPE ?? "");
  if (isResult && isMerge(head)) return firstParent(head, target);
  return isSet(base) ? commit(base, target) : undefined;
}

function baseInAzure({ env, head }: BaseFacts): WantedBase | undefined {
  if (env.BUILD_REASON !== "PullRequest") return undefined;
  const target = branchOf(env.SYSTEM_PULLREQUEST_TARGETBRANCH);
  return isMerge(head) ? firstParent(head, target) : partingFrom(target);
}

function firstParent({ parents: [first] }: Commit, target: string | undefined): WantedBase | undefined {
  return first === undefined
    ? undefined
    : { kind: "commit", commit: first, label: target ?? "the target branch", isParent: true };
}

function partingFrom(target: string | undefined): WantedBase | undefined {
  if (!isSet(target)) return undefined;
  return { kind: "merge-base", revisions: [`origin/${target}`, target], branch: target };
}

function commitIn(
  event: unknown,
  path: readonly string[],
  label: string | undefined,
): WantedBase | undefined {
  const id = textIn(event, path);
  // A new branch had no commit before its first push: all digits are 0.
  return id === undefined || !/^[0-9a-f]{40,64}$/.test(id) || /^0+$/.test(id) ? undefined : commit(id, label);
}

function commit(id: string, label: string | undefined): WantedBase {
  return { kind: "commit", commit: id, label: isSet(label) ? label : id.slice(0, 7), isParent: false };
}

/** `refs/heads/main` is the branch main. */
function branchOf(ref: string | undefined): string | undefined {
  return ref?.replace(/^refs\/heads\//, "");
}

function textIn(value: unknown, path: readonly string[]): string | undefined {
  let found = value;
  for (const key of path) {
    if (typeof found !== "object" || found === null) return undefined;
    found = (found as Readonly<Record<string, unknown>>)[key];
  }
  return typeof found === "string" ? found : undefined;
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== "";
}
