import assert from "node:assert/strict";
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { run } from "../cli/src/run.ts";
import type { Shell } from "../cli/src/shell.ts";
import { commit, inWorkshop, makeRepository } from "../cli/test/repositories.ts";
import {
  checkGolden,
  cleanEnvironment,
  DAY,
  git,
  KMPT,
  readIn,
  run as runBinary,
  writeIn,
} from "../cli/test/support.ts";
import { parseFixture } from "../core/src/testing/fixture.ts";
import { KMPT_PROPOSAL, KMPT_PROPOSAL_DAY } from "../core/src/testing/kmptProposal.ts";
import { SAMPLE } from "../core/src/testing/mutations/sample.ts";
import { MUTATIONS } from "../core/src/testing/mutations.ts";

interface Output {
  readonly changes: readonly {
    readonly changeId: string;
    readonly class: string;
    readonly entity: { readonly id: string };
    readonly field?: string;
  }[];
}

describe("diff in a repository with the real strategy", () => {
  it("finds each change, and nothing else", async function () {
    this.timeout(180_000);
    await inWorkshop(async (folder) => {
      const repository = makeRepository(folder);
      cpSync(KMPT, repository, { recursive: true });
      for (const { path, text } of parseFixture(SAMPLE).files)
        if (path !== "stratkit.config.yaml") writeIn(repository, path, text);
      commit(repository, {});
      for (const { name, before = [], edits, changes } of MUTATIONS) {
        // The example has settings of its own.
        if (edits.some(([path]) => path === "stratkit.config.yaml")) continue;
        for (const edit of before) make(repository, edit);
        commit(repository, {});
        for (const edit of edits) make(repository, edit);
        const output = await diff(repository);
        const found = output.changes.map((change) =>
          [change.class, change.changeId, change.entity.id, change.field ?? ""].join(" ").trim(),
        );
        assert.deepEqual([...found].sort(), [...changes].sort(), name);
        git(repository, "reset", "-q", "--hard", before.length > 0 ? "HEAD^" : "HEAD");
        git(repository, "clean", "-qfd");
      }
    });
  });

  it("makes the comment that a reviewer of a proposal reads", async () => {
    await inWorkshop(async (folder) => {
      const repository = makeRepository(folder);
      cpSync(KMPT, repository, { recursive: true });
      commit(repository, {});
      git(repository, "checkout", "-q", "-b", "proposal");
      for (const edit of KMPT_PROPOSAL) make(repository, edit);
      commit(repository, {});
      const ran = runBinary(["ci", "--comment-file", "../comment.md", "--as-of", KMPT_PROPOSAL_DAY], {
        cwd: repository,
        env: { GITHUB_EVENT_NAME: "pull_request" },
      });
      assert.equal(ran.code, 1, ran.err);
      const comment = readIn(folder, "comment.md").replace(/ at [0-9a-f]{7},/, " at COMMIT,");
      checkGolden("pull-request-comment.md", comment);
    });
  });
});

/** In this process, because there are many: git and everything else is real. */
async function diff(cwd: string): Promise<Output> {
  let out = "";
  const stream = { isTerminal: false, columns: 80 };
  const shell: Shell = {
    cwd,
    env: cleanEnvironment(),
    out: { ...stream, write: (text) => (out += text) },
    err: { ...stream, write: () => undefined },
    readInput: async () => new Uint8Array(),
    openLines: () => undefined,
  };
  await run(["diff", "HEAD", "--as-of", DAY, "--level", "all", "-f", "json"], shell);
  return JSON.parse(out);
}

/** Makes an edit in a folder's files. */
function make(folder: string, [path, from, to]: (typeof MUTATIONS)[number]["edits"][number]): void {
  if (to === undefined) rmSync(join(folder, path));
  else if (from === "") writeIn(folder, path, to);
  else {
    const text = readIn(folder, path);
    assert.equal(text.split(from).length, 2, `"${from}" stands once in ${path}`);
    writeIn(
      folder,
      path,
      text.replace(from, () => to),
    );
  }
}
