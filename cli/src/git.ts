// What is asked of git, by its own program; where there is none, or no repository, the caller does without.

import { execFileSync } from "node:child_process";
import { dirname } from "node:path";
import { realFolder } from "@stratkit/disk";
import { slashed } from "./paths.ts";

/** The top folder of the working tree around a folder, or undefined. */
function gitTopLevel(folder: string): string | undefined {
  const top = askGit(folder, ["rev-parse", "--show-toplevel"]);
  return top === undefined || top === "" ? undefined : slashed(top);
}

/** The folder that CI servers see paths from: git's top level, else the given one. Without links. */
export function topFolder(folder: string, otherwise: string): string {
  return realFolder(gitTopLevel(folder) ?? otherwise);
}

export function gitVersion(folder: string): string | undefined {
  return askGit(folder, ["--version"])?.replace(/^git version /, "");
}

function askGit(folder: string, args: readonly string[]): string | undefined {
  try {
    const answer = execFileSync("git", ["-C", folder, ...args], {
      // Windows looks for a program where it is started first, which must be no folder of an author's.
      cwd: dirname(process.execPath),
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
