// The repository around a folder, or why there is none that can be asked.

import path from "node:path";
import { realFolder } from "../fileSystem.ts";
import { pathsOf } from "../paths.ts";
import { GitError } from "./gitError.ts";
import { sayCommand } from "./missing.ts";
import { askGit, type Environment, runGit } from "./runGit.ts";

const { isWithin, slashed } = pathsOf(path);

export interface Repository {
  /** The top folder of its working tree, absolute, without links. */
  readonly top: string;
  readonly env: Environment;
  /** What stands between `git` and its command where it is to be run from the current folder; mostly nothing. */
  readonly from: readonly string[];
}

export interface RepositoryRequest {
  /** Any folder of it. */
  readonly folder: string;
  /** Where the person is who may be told to run a command. */
  readonly cwd: string;
  readonly env: Environment;
  /** What can be done where there is no repository, as the end of a sentence. */
  readonly instead: string;
}

/** Throws a GitError where git or the repository is missing, or git refuses to look at it. */
export function openRepository({ folder, cwd, env, instead }: RepositoryRequest): Repository {
  const { code, out, err } = runGit(folder, ["rev-parse", "--show-toplevel"], env);
  const top = out.toString("utf8").replace(/\r?\n$/, "");
  if (code === 0 && top !== "") return repositoryAt(realFolder(slashed(top)), cwd, env);
  if (code === undefined) {
    throw new GitError(
      "not-a-repository",
      `There is no git on the PATH, so nothing can be compared: ${instead}`,
    );
  }
  const refused = refusedFolder(err);
  if (refused !== undefined) {
    const command = sayCommand(["config", "--global", "--add", "safe.directory", refused]);
    throw new GitError(
      "unsafe-directory",
      `git does not read ${refused}, which is another user's: run ${command}`,
    );
  }
  throw new GitError("not-a-repository", `${folder} is not in a working tree of git: ${instead}`);
}

function repositoryAt(top: string, cwd: string, env: Environment): Repository {
  return { top, env, from: isWithin(top, realFolder(cwd)) ? [] : ["-C", top] };
}

/** The folder that git does not trust, as it names it. */
function refusedFolder(said: string): string | undefined {
  const match = /(?:dubious ownership in repository at|unsafe repository \()\s*'(.+?)'/s.exec(said);
  return match?.[1];
}

/** What git answers, without the line break at the end; undefined where it cannot. */
export function ask({ top, env }: Repository, ...args: string[]): string | undefined {
  return askGit(top, args, env);
}

/** The folder that CI servers see paths from: git's top level, else the given one. Without links. */
export function topFolder(folder: string, otherwise: string, env: Environment): string {
  const top = askGit(folder, ["rev-parse", "--show-toplevel"], env);
  return realFolder(top === undefined || top === "" ? otherwise : slashed(top));
}

export function gitVersion(folder: string, env: Environment): string | undefined {
  return askGit(folder, ["--version"], env)?.replace(/^git version /, "");
}
