// Runs git's own program. To read, it takes no lock, runs no hook, asks no question and reaches no other machine.

import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from "node:child_process";
import { dirname } from "node:path";

/** Variables by their names. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface GitAnswer {
  /** Undefined where there is no git, or it did not end by itself. */
  readonly code: number | undefined;
  readonly out: Buffer;
  readonly err: string;
}

/** Listings of large repositories are large; what is more than this is taken for a failure. */
const MOST_BYTES = 1024 * 1024 * 1024;

/** What a repository's own config could have run in passing. */
const HARMLESS = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null"] as const;

export function runGit(folder: string, args: readonly string[], env: Environment): GitAnswer {
  return waitForGit([...HARMLESS, "-C", folder, ...args], readingEnvironment(env));
}

/** The one thing that reaches another machine, and only for a person who asked for it. Exactly these words are run. */
export function runFetch(folder: string, command: readonly string[], env: Environment): GitAnswer {
  return waitForGit(["-C", folder, ...command], ownEnvironment(env));
}

function waitForGit(words: readonly string[], env: NodeJS.ProcessEnv): GitAnswer {
  const { status, stdout, stderr } = spawnSync("git", words, {
    cwd: startFolder(),
    env,
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: MOST_BYTES,
  });
  return {
    code: status ?? undefined,
    out: stdout ?? Buffer.alloc(0),
    err: (stderr ?? "").toString("utf8").trim(),
  };
}

/** A process that is asked over its standard input. */
export function startGit(
  folder: string,
  args: readonly string[],
  env: Environment,
): ChildProcessWithoutNullStreams {
  return spawn("git", [...HARMLESS, "-C", folder, ...args], {
    cwd: startFolder(),
    env: readingEnvironment(env),
  });
}

/** What git printed, without the line break at its end; undefined where it failed. */
export function askGit(folder: string, args: readonly string[], env: Environment): string | undefined {
  const { code, out } = runGit(folder, args, env);
  return code === 0 ? out.toString("utf8").replace(/\r?\n$/, "") : undefined;
}

/** Windows looks for a program where it is started first, which must be no folder of an author's. */
function startFolder(): string {
  return dirname(process.execPath);
}

/** A hook runs with variables that point git at the hook's repository, whatever folder is asked about. */
function ownEnvironment(env: Environment): NodeJS.ProcessEnv {
  const { GIT_DIR: _dir, GIT_WORK_TREE: _tree, GIT_INDEX_FILE: _index, GIT_PREFIX: _prefix, ...rest } = env;
  // What git says is read here, so it says it in one language.
  return { ...rest, LC_ALL: "C", LANGUAGE: "", GIT_TERMINAL_PROMPT: "0" };
}

/** A clone without all contents would fetch what it lacks as soon as somebody looks at it. */
function readingEnvironment(env: Environment): NodeJS.ProcessEnv {
  return {
    ...ownEnvironment(env),
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "none",
  };
}
