// A test folder as a repository of git.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import type { TestFolder } from "./client.ts";

export interface TestRepository {
  /** Answers what git printed, without the line break at its end. */
  git(...words: string[]): string;
  /** Keeps all that there is; answers the id of the commit. */
  commit(): string;
}

/** With one branch called main, and what the folder holds as its first commit. */
export function makeRepository({ path }: TestFolder): TestRepository {
  const git = (...words: string[]) => {
    const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"];
    const ran = spawnSync("git", [...identity, ...words], { cwd: path, encoding: "utf8" });
    assert.equal(ran.status, 0, ran.stderr);
    return ran.stdout.trim();
  };
  const commit = () => {
    git("add", "-A");
    git("commit", "-q", "--allow-empty", "-m", "A commit");
    return git("rev-parse", "HEAD");
  };
  git("init", "-q", "-b", "main");
  commit();
  return { git, commit };
}
