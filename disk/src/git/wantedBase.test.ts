// Which base a server's surroundings ask for, and the words that fetch it: functions of what they are given.

import assert from "node:assert/strict";
import { type Commit, parseCommit } from "./commits.ts";
import { branchIn, commitIn, fetchCommit, fetchContents, fetchHistory, fetchTip } from "./fetchCommand.ts";
import { sayCommand } from "./missing.ts";
import { isCi, type WantedBase, wantedBase } from "./wantedBase.ts";

const ID = (digit: string) => digit.repeat(40);
const PLAIN: Commit = { id: ID("a"), parents: [ID("b")], day: 0 };
const MERGE: Commit = { id: ID("c"), parents: [ID("d"), ID("e")], day: 0 };

function wanted(head: Commit, env: Record<string, string>, event?: unknown, written?: string): WantedBase {
  return wantedBase({ env, event, head, ...(written === undefined ? {} : { written }) });
}

const DEFAULTS = {
  kind: "merge-base",
  revisions: ["origin/HEAD", "origin/main", "origin/master", "main", "master"],
} as const;

describe("the base that the surroundings ask for", () => {
  const github = { GITHUB_ACTIONS: "true", GITHUB_EVENT_NAME: "pull_request", GITHUB_BASE_REF: "dev" };
  const merged = { ...github, GITHUB_REF: "refs/pull/7/merge", GITHUB_SHA: MERGE.id };
  const parent = { kind: "commit", commit: ID("d"), isParent: true };
  const parted = { kind: "merge-base", revisions: ["origin/dev", "dev"], branch: "dev" };

  it("without any of them is where the default branch was left", () => {
    assert.deepEqual(wanted(PLAIN, {}), DEFAULTS);
    assert.deepEqual(wanted(MERGE, { CI: "true" }), DEFAULTS);
    assert.deepEqual(wanted(PLAIN, { GITHUB_ACTIONS: "true", GITHUB_EVENT_NAME: "schedule" }), DEFAULTS);
  });

  it("gives way to the one that was written", () => {
    const base = { kind: "merge-base", revisions: ["rel", "origin/rel"], branch: "rel" };
    assert.deepEqual(wanted(MERGE, merged, undefined, "rel"), base);
  });

  it("in a pull request is the first parent, if the head is the merge that GitHub made", () => {
    assert.deepEqual(wanted(MERGE, merged), { ...parent, label: "dev" });
    // The author merged the target, and the workflow checks out that commit.
    assert.deepEqual(wanted(MERGE, { ...merged, GITHUB_SHA: ID("f") }), parted);
    assert.deepEqual(wanted(PLAIN, { ...merged, GITHUB_SHA: PLAIN.id }), parted);
    assert.deepEqual(
      wanted(MERGE, { ...github, GITHUB_REF: "refs/heads/dev", GITHUB_SHA: MERGE.id }),
      parted,
    );
    // GitHub made the merge anew after the event, of the same proposal.
    const event = { pull_request: { head: { sha: ID("e") } } };
    assert.deepEqual(wanted(MERGE, { ...merged, GITHUB_SHA: ID("f") }, event), { ...parent, label: "dev" });
  });

  it("in a push or a queue is the event's", () => {
    const push = { GITHUB_ACTIONS: "true", GITHUB_EVENT_NAME: "push", GITHUB_REF_NAME: "main" };
    const before = { kind: "commit", commit: ID("9"), label: "main", isParent: false };
    assert.deepEqual(wanted(PLAIN, push, { before: ID("9") }), before);
    for (const event of [{ before: ID("0") }, { before: "main" }, { before: 7 }, "text", null, undefined]) {
      assert.deepEqual(wanted(PLAIN, push, event), DEFAULTS);
    }
    const queue = { GITHUB_ACTIONS: "true", GITHUB_EVENT_NAME: "merge_group" };
    const event = { merge_group: { base_sha: ID("9"), base_ref: "refs/heads/main" } };
    assert.deepEqual(wanted(PLAIN, queue, event), before);
  });

  it("on GitLab is the one it tells, and the first parent of a merge that it made", () => {
    const request = {
      GITLAB_CI: "true",
      CI_MERGE_REQUEST_DIFF_BASE_SHA: ID("9"),
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "dev",
    };
    const told = { kind: "commit", commit: ID("9"), label: "dev", isParent: false };
    assert.deepEqual(wanted(PLAIN, request), told);
    assert.deepEqual(wanted(MERGE, request), told);
    const result = { ...request, CI_MERGE_REQUEST_EVENT_TYPE: "merged_result" };
    assert.deepEqual(wanted(MERGE, result), { ...parent, label: "dev" });
    assert.deepEqual(wanted(PLAIN, { GITLAB_CI: "true" }), DEFAULTS);
  });

  it("on Azure is the first parent of a pull request's merge", () => {
    const request = {
      TF_BUILD: "True",
      BUILD_REASON: "PullRequest",
      SYSTEM_PULLREQUEST_TARGETBRANCH: "refs/heads/dev",
    };
    assert.deepEqual(wanted(MERGE, request), { ...parent, label: "dev" });
    assert.deepEqual(wanted(PLAIN, request), parted);
    assert.deepEqual(wanted(MERGE, { ...request, BUILD_REASON: "IndividualCI" }), DEFAULTS);
  });

  it("is a commit's in CI and a person's elsewhere", () => {
    for (const env of [{ CI: "true" }, { CI: "1" }, { TF_BUILD: "True" }, { GITLAB_CI: "true" }]) {
      assert.equal(isCi(env), true);
    }
    for (const env of [{}, { CI: "" }, { CI: "false" }, { CI: "0" }]) assert.equal(isCi(env), false);
  });
});

describe("a commit as git keeps it", () => {
  it("tells its parents and the day where it was made", () => {
    const text = (seconds: string) =>
      `tree ${ID("1")}\nparent ${ID("2")}\nparent ${ID("3")}\nauthor A <a@b> 0 +0000\ncommitter C > D <c@d> ${seconds}\n\nparent ${ID("4")}\n`;
    assert.deepEqual(parseCommit("x", text("86399 +0000")), { id: "x", parents: [ID("2"), ID("3")], day: 0 });
    assert.equal(parseCommit("x", text("86399 +0001")).day, 1);
    assert.equal(parseCommit("x", text("86400 -0030")).day, 0);
  });
});

describe("the words that fetch", () => {
  it("fit a clone that is shallow and one that is whole", () => {
    const say = (words: readonly string[]) => words.join(" ");
    const [shallow, whole] = [{ isShallow: true }, { isShallow: false }];
    const branch = "+refs/heads/main:refs/remotes/origin/main";
    assert.equal(say(fetchCommit("abc", shallow)), "fetch --no-tags --depth=1 origin abc");
    assert.equal(say(fetchCommit("abc", whole)), "fetch --no-tags origin abc");
    assert.equal(say(fetchTip("main", whole)), `fetch --no-tags origin ${branch}`);
    assert.equal(
      say(fetchTip("v1.2.3", shallow)),
      "fetch --no-tags --depth=1 origin +refs/tags/v1.2.3:refs/tags/v1.2.3",
    );
    assert.equal(say(fetchHistory("main", shallow)), `fetch --no-tags --unshallow origin ${branch}`);
    assert.equal(say(fetchHistory("main", whole)), `fetch --no-tags origin ${branch}`);
    assert.equal(say(fetchHistory(undefined, shallow)), "fetch --no-tags --unshallow origin");
    assert.equal(say(fetchContents(["a", "b"], "c", whole)), "fetch --no-tags origin a b");
    assert.equal(
      say(fetchContents([], "c", shallow)),
      "fetch --no-tags --refetch --no-filter --depth=1 origin c",
    );
    const many = Array.from({ length: 201 }, String);
    assert.equal(say(fetchContents(many, "c", whole)), "fetch --no-tags --refetch --no-filter origin c");
  });

  it("are quoted for a shell where a name could act in it", () => {
    assert.equal(sayCommand(["fetch", "a;rm -rf $HOME"]), "git fetch 'a;rm -rf $HOME'");
    assert.equal(sayCommand(["fetch", "it's"]), "git fetch 'it'\\''s'");
    assert.equal(
      sayCommand(["fetch", "--depth=1", "+refs/heads/a:b"]),
      "git fetch --depth=1 +refs/heads/a:b",
    );
  });

  it("know a branch, a commit and what is neither", () => {
    for (const name of ["main", "origin/main", "refs/heads/main", "refs/remotes/origin/main"]) {
      assert.equal(branchIn(name), "main");
    }
    assert.equal(branchIn("feature/x"), "feature/x");
    for (const name of ["HEAD", "HEAD~1", "main^2", "a..b", "@{u}", ":/text", "a b", "x.lock", "-x", "a/"]) {
      assert.equal(branchIn(name), undefined, name);
    }
    assert.equal(commitIn(ID("a")), "whole");
    assert.equal(commitIn("a".repeat(64)), "whole");
    assert.equal(commitIn("deadbee"), "short");
    assert.equal(commitIn("main"), undefined);
  });
});
