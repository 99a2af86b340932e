// What is asked of git, by its own program; where there is none, or no repository, the caller does without.

import { execFileSync } from "node:child_process";
import { slashed } from "./paths.ts";

/** The top folder of the working tree around a folder, or undefined. */
export function gitTopLevel(folder: string): string | undefined {
  const top = askGit(folder, ["rev-parse", "--show-toplevel"]);
  return top === undefined || top === "" ? undefined : slashed(top);
}

export function gitVersion(folder: string): string | undefined {
  return askGit(folder, ["--version"])?.replace(/^git version /, "");
}

function askGit(folder: string, args: readonly string[]): string | undefined {
  try {
    const answer = execFileSync("git", ["-C", folder, ...args], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
      env: ownEnvironment(),
    });
    return answer.trim();
  } catch {
    return undefined;
  }
}

/** A hook runs with variables that point git at the hook's repository, whatever folder is asked about. */
function ownEnvironment(): NodeJS.ProcessEnv {
  const {
    GIT_DIR: _dir,
    GIT_WORK_TREE: _tree,
    GIT_INDEX_FILE: _index,
    GIT_PREFIX: _prefix,
    ...rest
  } = process.env;
  return rest;
}
