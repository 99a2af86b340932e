// Which revisions a comparison finds, in real repositories and in the clones that CI servers make; and what helps where
// one cannot be had.

import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { formatDay } from "@stratkit/core";
import {
  clone,
  commit,
  compare,
  errorOf,
  filesOf,
  idOf,
  inWorkshop,
  makeRepository,
  runCommandIn,
} from "./repositories.ts";
import { cleanEnvironment, git, writeIn } from "./support.ts";

const S = "trust.strategy.yaml";

interface Proposal {
  readonly up: string;
  /** Where the branch parted, where main is by now, the proposal's own commit, and both merged. */
  readonly fork: string;
  readonly main: string;
  readonly own: string;
  readonly merge: string;
}

/** A branch of one commit, a main that moved on by one, and the merge that a server makes of both. */
function propose(folder: string): Proposal {
  const up = makeRepository(folder);
  commit(up, { [S]: "title: First", "gone.measures.yaml": "title: Gone" });
  const fork = commit(up, { [S]: "title: Fork" });
  git(up, "checkout", "-q", "-b", "proposal");
  const own = commit(
    up,
    { [S]: "title: Proposed", "gone.measures.yaml": null, "new.measures.yaml": "title: Gone" },
    "2026-11-10T23:30:00-02:00",
  );
  git(up, "checkout", "-q", "main");
  const main = commit(up, { "later.measures.yaml": "title: Later" }, "2026-11-12T12:00:00Z");
  git(up, "checkout", "-q", "--detach", "main");
  git(up, "merge", "-q", "--no-ff", "-m", "merge", "proposal");
  const merge = idOf(up, "HEAD");
  git(up, "update-ref", "refs/pull/7/merge", merge);
  git(up, "checkout", "-q", "main");
  return { up, fork, main, own, merge };
}

/** As a server checks a proposal out: so many commits of one ref, and HEAD on none. */
function checkOut({ up }: Proposal, ref: string, depth?: number): string {
  const folder = join(dirname(up), "work");
  git(dirname(up), "init", "-q", "work");
  git(folder, "remote", "add", "origin", `file://${up}`);
  const deep = depth === undefined ? [] : [`--depth=${depth}`];
  git(folder, "fetch", "-q", "--no-tags", ...deep, "origin", `+${ref}:refs/remotes/pull/7/merge`);
  git(folder, "checkout", "-q", "--detach", "refs/remotes/pull/7/merge");
  return folder;
}

function pullRequest({ merge }: Proposal): Record<string, string> {
  return {
    CI: "true",
    GITHUB_ACTIONS: "true",
    GITHUB_EVENT_NAME: "pull_request",
    GITHUB_REF: "refs/pull/7/merge",
    GITHUB_SHA: merge,
    GITHUB_BASE_REF: "main",
  };
}

/** The event as GitHub writes it down. */
function eventIn(folder: string, event: unknown): string {
  writeIn(folder, "../event.json", JSON.stringify(event));
  return join(folder, "../event.json");
}

describe("the base of a comparison", function () {
  this.timeout(60_000);

  it("is where the branch parted, however far the target has moved on", () =>
    inWorkshop(async (folder) => {
      const { up, fork } = propose(folder);
      const work = clone(up, "work");
      git(work, "checkout", "-q", "proposal");
      const { comparison, said } = await compare(work);
      assert.deepEqual(said, []);
      assert.equal(comparison.base.commit, fork);
      assert.equal(comparison.base.label, "main");
      assert.deepEqual(filesOf(comparison.base), { [S]: "Fork", "gone.measures.yaml": "Gone" });
      assert.equal(comparison.head.label, "working tree");
      assert.equal(comparison.head.commit, undefined);
      assert.deepEqual(filesOf(comparison.head), { [S]: "Proposed", "new.measures.yaml": "Gone" });
      assert.equal(formatDay(comparison.day), "2026-11-21");
    }));

  it("is the same with a head on no branch, and with --base", () =>
    inWorkshop(async (folder) => {
      const { up, fork, own } = propose(folder);
      const work = clone(up, "work");
      git(work, "checkout", "-q", "--detach", own);
      assert.equal((await compare(work)).comparison.base.commit, fork);
      assert.equal((await compare(work, { base: "origin/main" })).comparison.base.commit, fork);
      assert.equal((await compare(work, { base: "main" })).comparison.base.commit, fork);
    }));

  it("is found among the usual names where origin does not say its default", () =>
    inWorkshop(async (folder) => {
      const { up, fork } = propose(folder);
      const work = clone(up, "work", "-b", "proposal");
      git(work, "remote", "set-head", "origin", "--delete");
      assert.equal((await compare(work)).comparison.base.commit, fork);
      git(up, "branch", "-m", "main", "master");
      const other = clone(up, "other", "-b", "proposal");
      git(other, "remote", "set-head", "origin", "--delete");
      assert.equal((await compare(other)).comparison.base.commit, fork);
    }));

  it("is the branch's own commit in a repository without a remote", () =>
    inWorkshop(async (folder) => {
      const up = makeRepository(folder);
      const only = commit(up, { [S]: "title: Committed" });
      writeIn(up, S, "title: Typed");
      const { comparison } = await compare(up);
      assert.equal(comparison.base.commit, only);
      assert.deepEqual(filesOf(comparison.base), { [S]: "Committed" });
      assert.deepEqual(filesOf(comparison.head), { [S]: "Typed" });
    }));
});

describe("the base in a pull request on GitHub", function () {
  this.timeout(60_000);

  for (const depth of [undefined, 2]) {
    it(`is the first parent of the merge, in a clone of ${depth ?? "full"} depth`, () =>
      inWorkshop(async (folder) => {
        const proposal = propose(folder);
        const work = checkOut(proposal, "refs/pull/7/merge", depth);
        const { comparison } = await compare(work, { env: pullRequest(proposal) });
        assert.equal(comparison.base.commit, proposal.main);
        assert.equal(comparison.base.label, "main");
        assert.equal(comparison.head.commit, proposal.merge);
        assert.equal(filesOf(comparison.base)["later.measures.yaml"], "Later");
        // The day on which the proposal was committed, where that was, and not that of the merge.
        assert.equal(formatDay(comparison.day), "2026-11-10");
      }));
  }

  it("needs one more commit in a clone of depth 1", () =>
    inWorkshop(async (folder) => {
      const proposal = propose(folder);
      const env = pullRequest(proposal);
      const work = checkOut(proposal, "refs/pull/7/merge", 1);
      const { code, message } = await errorOf(compare(work, { env }));
      assert.equal(code, "base-missing");
      const { main } = proposal;
      assert.equal(
        message,
        `The commit ${main.slice(0, 7)} that this merge was made on is not here: run git fetch --no-tags --depth=1 origin ${main}, or set "fetch-depth: 2" where the workflow checks out`,
      );
      runCommandIn(message, work);
      assert.equal((await compare(work, { env })).comparison.base.commit, main);
    }));

  it("is where the branch parted when the workflow checks out the proposal's own commit", () =>
    inWorkshop(async (folder) => {
      const proposal = propose(folder);
      const work = checkOut(proposal, "refs/heads/proposal");
      const env = pullRequest(proposal);
      const { code, message } = await errorOf(compare(work, { env }));
      assert.equal(code, "no-merge-base");
      assert.equal(
        message,
        "The branch main is not here: run git fetch --no-tags origin +refs/heads/main:refs/remotes/origin/main",
      );
      runCommandIn(message, work);
      assert.equal((await compare(work, { env })).comparison.base.commit, proposal.fork);
    }));

  it("is that of the branch that the proposal is for", () =>
    inWorkshop(async (folder) => {
      const proposal = propose(folder);
      git(proposal.up, "branch", "release", proposal.own);
      const work = clone(proposal.up, "work", "-b", "proposal");
      const env = { ...pullRequest(proposal), GITHUB_BASE_REF: "release" };
      assert.equal((await compare(work, { env })).comparison.base.commit, proposal.own);
    }));
});

describe("the base in other events and on other servers", function () {
  this.timeout(60_000);

  it("of a push is the commit before it, and of a new branch where it parted", () =>
    inWorkshop(async (folder) => {
      const { up, fork, own, main } = propose(folder);
      const work = clone(up, "work", "-b", "proposal");
      const env = { GITHUB_ACTIONS: "true", GITHUB_EVENT_NAME: "push", GITHUB_REF_NAME: "proposal" };
      const before = (id: string) => eventIn(work, { before: id });
      const pushed = await compare(work, { env: { ...env, GITHUB_EVENT_PATH: before(main) } });
      assert.equal(pushed.comparison.base.commit, main);
      assert.equal(pushed.comparison.base.label, "proposal");
      assert.equal(pushed.comparison.head.commit, own);
      const begun = await compare(work, { env: { ...env, GITHUB_EVENT_PATH: before("0".repeat(40)) } });
      assert.equal(begun.comparison.base.commit, fork);
      assert.equal((await compare(work, { env })).comparison.base.commit, fork);
    }));

  it("of a push can be fetched where the clone has the last commit alone", () =>
    inWorkshop(async (folder) => {
      const { up, fork } = propose(folder);
      const work = clone(up, "work", "-b", "proposal", "--depth=1");
      const env = {
        GITHUB_ACTIONS: "true",
        GITHUB_EVENT_NAME: "push",
        GITHUB_REF_NAME: "proposal",
        GITHUB_EVENT_PATH: eventIn(work, { before: fork }),
      };
      const { code, message } = await errorOf(compare(work, { env }));
      assert.equal(code, "base-missing");
      assert.equal(
        message,
        `The commit ${fork.slice(0, 7)} of proposal is not here: run git fetch --no-tags --depth=1 origin ${fork}`,
      );
      runCommandIn(message, work);
      assert.equal((await compare(work, { env })).comparison.base.commit, fork);
    }));

  it("of a merge queue is the one that the queue tells", () =>
    inWorkshop(async (folder) => {
      const { up, main } = propose(folder);
      const work = clone(up, "work", "-b", "proposal");
      const path = eventIn(work, { merge_group: { base_sha: main, base_ref: "refs/heads/main" } });
      const env = { GITHUB_ACTIONS: "true", GITHUB_EVENT_NAME: "merge_group", GITHUB_EVENT_PATH: path };
      const { base } = (await compare(work, { env })).comparison;
      assert.deepEqual([base.commit, base.label], [main, "main"]);
    }));

  it("of a GitLab merge request is the one that GitLab tells", () =>
    inWorkshop(async (folder) => {
      const { up, fork } = propose(folder);
      const work = clone(up, "work", "-b", "proposal");
      const env = {
        GITLAB_CI: "true",
        CI_MERGE_REQUEST_DIFF_BASE_SHA: fork,
        CI_MERGE_REQUEST_TARGET_BRANCH_NAME: "main",
      };
      const { base } = (await compare(work, { env })).comparison;
      assert.deepEqual([base.commit, base.label], [fork, "main"]);
    }));

  it("of an Azure pull request is the first parent of the merge", () =>
    inWorkshop(async (folder) => {
      const proposal = propose(folder);
      const work = checkOut(proposal, "refs/pull/7/merge", 1);
      const env = {
        TF_BUILD: "True",
        BUILD_REASON: "PullRequest",
        SYSTEM_PULLREQUEST_TARGETBRANCH: "refs/heads/main",
      };
      const { code, message } = await errorOf(compare(work, { env }));
      assert.equal(code, "base-missing");
      assert.match(message, new RegExp(`: run git fetch --no-tags --depth=1 origin ${proposal.main}$`));
      runCommandIn(message, work);
      const { base } = (await compare(work, { env })).comparison;
      assert.deepEqual([base.commit, base.label], [proposal.main, "main"]);
    }));
});

describe("what helps where the base cannot be had", function () {
  this.timeout(60_000);

  const UNSHALLOW = "git fetch --no-tags --unshallow origin +refs/heads/main:refs/remotes/origin/main";

  it("a history that ends too early is fetched whole", () =>
    inWorkshop(async (folder) => {
      const { up, fork } = propose(folder);
      const work = clone(up, "work", "--depth=1", "--no-single-branch", "-b", "proposal");
      const { code, message } = await errorOf(compare(work));
      assert.equal(code, "no-merge-base");
      assert.equal(
        message,
        `The history here ends before the commit at which this parted from main: run ${UNSHALLOW}`,
      );
      runCommandIn(message, work);
      assert.equal((await compare(work)).comparison.base.commit, fork);
    }));

  it("a nearer commit may lie behind the end of a history", () =>
    inWorkshop(async (folder) => {
      const up = makeRepository(folder);
      const far = commit(up, { [S]: "title: Far" });
      git(up, "checkout", "-q", "-b", "shared");
      const near = commit(up, { [S]: "title: Near" });
      for (const branch of ["main", "proposal"]) {
        git(up, "checkout", "-q", "-b", `for-${branch}`, near);
        commit(up, { [`${branch}.measures.yaml`]: "title: One" });
        commit(up, { [`${branch}.measures.yaml`]: "title: Two" });
        git(up, "checkout", "-q", "-B", branch, far);
        git(up, "merge", "-q", "--no-ff", "-m", "merge", `for-${branch}`);
      }
      git(up, "checkout", "-q", "main");
      const work = clone(up, "work", "--depth=2", "--no-single-branch", "-b", "proposal");
      const { code, message } = await errorOf(compare(work));
      assert.equal(code, "no-merge-base");
      runCommandIn(message, work);
      assert.equal((await compare(work)).comparison.base.commit, near);
    }));

  it("--fetch runs exactly that command, and says so", () =>
    inWorkshop(async (folder) => {
      const { up, fork } = propose(folder);
      const work = clone(up, "work", "--depth=1", "-b", "proposal");
      const { comparison, said } = await compare(work, { mayFetch: true });
      assert.equal(comparison.base.commit, fork);
      assert.deepEqual(said, [`Running ${UNSHALLOW}`]);
    }));

  it("--fetch that fails says what git says, and nothing is taken for the base", () =>
    inWorkshop(async (folder) => {
      const { up } = propose(folder);
      const work = clone(up, "work", "--depth=1", "-b", "proposal");
      rmSync(up, { recursive: true });
      const { code, message } = await errorOf(compare(work, { mayFetch: true }));
      assert.equal(code, "no-merge-base");
      assert.match(
        message,
        /^The branch main is not here: run git fetch .* \(that was tried, and git says: .+\)$/,
      );
    }));

  it("a branch that a whole clone did not fetch is fetched without --unshallow", () =>
    inWorkshop(async (folder) => {
      const { up, fork } = propose(folder);
      const work = clone(up, "work", "--single-branch", "-b", "proposal");
      const { code, message } = await errorOf(compare(work));
      assert.equal(code, "no-merge-base");
      assert.equal(
        message,
        "The branch main is not here: run git fetch --no-tags origin +refs/heads/main:refs/remotes/origin/main",
      );
      runCommandIn(message, work);
      assert.equal((await compare(work)).comparison.base.commit, fork);
    }));

  it("a commit that is not here is fetched alone, and a whole clone stays whole", () =>
    inWorkshop(async (folder) => {
      const { up, main } = propose(folder);
      const work = clone(up, "work", "--single-branch", "-b", "proposal");
      const { code, message } = await errorOf(compare(work, { words: [main] }));
      assert.equal(code, "base-missing");
      assert.equal(
        message,
        `The commit ${main.slice(0, 7)} is not here: run git fetch --no-tags origin ${main}`,
      );
      runCommandIn(message, work);
      assert.equal((await compare(work, { words: [main] })).comparison.base.commit, main);
      assert.equal(idOf(work, "--is-shallow-repository"), "false");
    }));

  it("a tag that is not here is fetched", () =>
    inWorkshop(async (folder) => {
      const { up, fork } = propose(folder);
      git(up, "tag", "v1.0", fork);
      const work = clone(up, "work", "--depth=1", "--no-tags", "-b", "proposal");
      const { code, message } = await errorOf(compare(work, { words: ["v1.0"] }));
      assert.equal(code, "base-missing");
      assert.match(
        message,
        /: run git fetch --no-tags --depth=1 origin \+refs\/tags\/v1\.0:refs\/tags\/v1\.0$/,
      );
      runCommandIn(message, work);
      assert.equal((await compare(work, { words: ["v1.0"] })).comparison.base.commit, fork);
    }));

  it("a slip is guessed", () =>
    inWorkshop(async (folder) => {
      const { up } = propose(folder);
      const { code, message } = await errorOf(compare(up, { words: ["propsal"] }));
      assert.equal(code, "base-missing");
      assert.equal(
        message,
        '"propsal" is neither a branch nor a tag nor a commit here. Did you mean "proposal"? Else name a revision that is here, for there is no remote called origin',
      );
    }));

  it("contents that a clone was made without are fetched by their ids", () =>
    inWorkshop(async (folder) => {
      const { up, fork } = propose(folder);
      const work = clone(up, "work", "--filter=blob:none", "-b", "proposal");
      const { code, message } = await errorOf(compare(work));
      assert.equal(code, "base-missing");
      const blob = idOf(up, `${fork}:${S}`);
      assert.equal(
        message,
        `The contents of the commit ${fork.slice(0, 7)} are not all here: run git fetch --no-tags origin ${blob}`,
      );
      runCommandIn(message, work);
      assert.deepEqual(filesOf((await compare(work)).comparison.base), {
        [S]: "Fork",
        "gone.measures.yaml": "Gone",
      });
    }));

  it("histories that have nothing in common are said to", () =>
    inWorkshop(async (folder) => {
      const { up } = propose(folder);
      git(up, "checkout", "-q", "--orphan", "other");
      commit(up, { [S]: "title: Other" });
      const { code, message } = await errorOf(compare(up));
      assert.equal(code, "no-merge-base");
      assert.match(message, /^main has no commit in common with what is checked out: /);
    }));

  it("a folder outside any repository, and one without a commit, say what to do", () =>
    inWorkshop(async (folder) => {
      const outside = await errorOf(compare(folder));
      assert.equal(outside.code, "not-a-repository");
      assert.match(outside.message, /: compare two folders: stratkit diff OLD-FOLDER NEW-FOLDER$/);
      const empty = makeRepository(folder);
      writeIn(empty, S, "title: Typed");
      const { code, message } = await errorOf(compare(empty));
      assert.equal(code, "base-missing");
      assert.equal(message, "There is no commit yet to compare with: make one with git commit");
    }));

  it("without git two folders can be compared all the same", () =>
    inWorkshop(async (folder) => {
      const { up } = propose(folder);
      const env = { PATH: join(folder, "nothing") };
      const { code, message } = await errorOf(compare(up, { env }));
      assert.equal(code, "not-a-repository");
      assert.match(message, /^There is no git on the PATH.*: compare two folders: stratkit diff /);
      writeIn(folder, `old/${S}`, "title: Old");
      writeIn(folder, `new/${S}`, "title: New");
      const { base, head } = (await compare(folder, { env, words: ["old", "new"] })).comparison;
      assert.deepEqual([base.label, filesOf(base)], ["old", { [S]: "Old" }]);
      assert.deepEqual([head.label, filesOf(head)], ["new", { [S]: "New" }]);
    }));

  it("a folder of another user's is trusted by the command that is named", () =>
    inWorkshop(async (folder) => {
      const { up, fork } = propose(folder);
      git(up, "checkout", "-q", "proposal");
      // What git asks itself in its own tests, so that nobody has to be root.
      const env = { HOME: folder, GIT_TEST_ASSUME_DIFFERENT_OWNER: "1" };
      const { code, message } = await errorOf(compare(up, { env }));
      assert.equal(code, "unsafe-directory");
      assert.equal(
        message,
        `git does not read ${up}, which is another user's: run git config --global --add safe.directory ${up}`,
      );
      runCommandIn(message, up, cleanEnvironment(env));
      assert.equal((await compare(up, { env })).comparison.base.commit, fork);
    }));
});

describe("revisions as they are named", function () {
  this.timeout(60_000);

  it("are compared as they stand, with a word where the base has commits of its own", () =>
    inWorkshop(async (folder) => {
      const { up, main, own, fork } = propose(folder);
      git(up, "checkout", "-q", "proposal");
      const tip = await compare(up, { words: ["main"] });
      assert.equal(tip.comparison.base.commit, main);
      assert.equal(tip.comparison.head.label, "working tree");
      assert.deepEqual(tip.said, [
        "main is not an ancestor of HEAD: its own newer commits will look like removals",
      ]);
      const both = await compare(up, { words: [fork, "proposal"] });
      assert.deepEqual([both.comparison.base.commit, both.comparison.head.commit], [fork, own]);
      assert.deepEqual(both.said, []);
      assert.equal(formatDay(both.comparison.day), "2026-11-10");
    }));

  it("are no flags of git's", () =>
    inWorkshop(async (folder) => {
      const { up } = propose(folder);
      for (const word of ["--output=x", "-n", "a\tb", ""]) {
        assert.equal((await errorOf(compare(up, { words: [word] }))).code, "usage");
        assert.equal((await errorOf(compare(up, { base: word }))).code, "usage");
      }
    }));

  it("stand in no list with --base", () =>
    inWorkshop(async (folder) => {
      const { up } = propose(folder);
      assert.equal((await errorOf(compare(up, { words: ["main"], base: "main" }))).code, "usage");
    }));
});
