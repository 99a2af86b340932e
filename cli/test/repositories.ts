// Repositories that tests make, and what is compared in them.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseDay } from "@stratkit/core";
import { type Comparison, type ComparisonRequest, openComparison } from "../src/git/comparison.ts";
import { JobError } from "../src/jobError.ts";
import type { Settings } from "../src/settings.ts";
import type { Shell } from "../src/shell.ts";
import { cleanEnvironment, DAY, git, writeIn } from "./support.ts";

/** Gives `use` an empty folder, and takes it away again. */
export async function inWorkshop(use: (folder: string) => Promise<void> | void): Promise<void> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "stratkit-git-")));
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes a repository with a branch called main. */
export function makeRepository(folder: string, name = "up"): string {
  git(folder, "init", "-q", "-b", "main", name);
  const repository = join(folder, name);
  git(repository, "config", "uploadpack.allowFilter", "true");
  return repository;
}

/** Writes the files, takes away those that are null, and returns the id of the commit. */
export function commit(
  repository: string,
  files: Readonly<Record<string, string | null>>,
  on = "2026-11-01T12:00:00Z",
): string {
  for (const [path, text] of Object.entries(files)) {
    if (text === null) rmSync(join(repository, path));
    else writeIn(repository, path, text);
  }
  git(repository, "add", "-A");
  const dates = { GIT_COMMITTER_DATE: on, GIT_AUTHOR_DATE: on };
  const words = [
    "-c",
    "user.name=Test",
    "-c",
    "user.email=test@example.org",
    "commit",
    "-q",
    "--allow-empty",
  ];
  const ran = spawnSync("git", [...words, "-m", "a commit"], {
    cwd: repository,
    encoding: "utf8",
    env: { ...process.env, ...dates },
  });
  assert.equal(ran.status, 0, ran.stderr);
  return idOf(repository, "HEAD");
}

export function idOf(repository: string, revision: string): string {
  return git(repository, "rev-parse", revision).stdout.trim();
}

/** Over the protocol, so that depths and filters count. */
export function clone(from: string, name: string, ...flags: string[]): string {
  const folder = join(from, "..");
  git(folder, "clone", "-q", ...flags, `file://${from}`, name);
  return join(folder, name);
}

export interface Compared {
  readonly comparison: Comparison;
  readonly said: readonly string[];
}

export interface Asked extends Partial<ComparisonRequest> {
  readonly env?: Readonly<Record<string, string>>;
  readonly settings?: Partial<Settings>;
}

export async function compare(cwd: string, asked: Asked = {}): Promise<Compared> {
  const said: string[] = [];
  const stream = { isTerminal: false, columns: 80, write: () => undefined };
  const { env, settings: own, ...request } = asked;
  const shell: Shell = {
    cwd,
    env: cleanEnvironment(env),
    out: stream,
    err: stream,
    readInput: () => Promise.resolve(new Uint8Array()),
    openLines: () => undefined,
  };
  const settings: Settings = {
    cwd,
    failOn: "error",
    show: "info",
    asOf: parseDay(DAY) ?? 0,
    loudness: "normal",
    colour: "never",
    ...own,
  };
  const comparison = await openComparison(
    { words: [], mayFetch: false, say: (line) => said.push(line), ...request },
    settings,
    shell,
  );
  return { comparison, said };
}

export async function errorOf(asking: Promise<unknown>): Promise<{ code: string; message: string }> {
  const error = await asking.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof JobError, `no such error: ${String(error)}`);
  assert.doesNotMatch(error.message, /\n/);
  return { code: error.code, message: error.message };
}

/** Runs the command that a message names, as a person would. */
export function runCommandIn(message: string, cwd: string, env: NodeJS.ProcessEnv = process.env): void {
  const command = /run (git .+?)(?:, or set .*)?$/.exec(message)?.[1];
  assert.ok(command !== undefined, message);
  const ran = spawnSync("sh", ["-c", command], { cwd, encoding: "utf8", env });
  assert.equal(ran.status, 0, `${command}: ${ran.stderr}`);
}

/** The titles of a side's files by their paths, or what is wrong with them. */
export function filesOf({ reading }: Comparison["base"]): Record<string, string> {
  const files = reading.files.filter(({ path }) => path !== "stratkit.config.yaml");
  return Object.fromEntries(
    files.map(({ path, text, problem }) => [path, problem ?? text.replace(/^title: /, "").trim()]),
  );
}
