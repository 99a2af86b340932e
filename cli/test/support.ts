// Runs the built command line as a process of its own, in folders outside the repository.

import assert from "node:assert/strict";
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { devNull, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));
export const BINARY = join(REPOSITORY, "cli/bin/stratkit.js");
export const KMPT = join(REPOSITORY, "examples/kmpt");
/** The day of all tests that look at dates. */
export const DAY = "2026-11-21";

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** Nothing of the machine that runs the tests may change what is printed, and nothing is kept on it. */
export function cleanEnvironment(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const { PATH = "", HOME = "", SystemRoot } = process.env;
  const STRATKIT_CACHE_DIR = devNull;
  return { PATH, HOME, STRATKIT_CACHE_DIR, ...(SystemRoot === undefined ? {} : { SystemRoot }), ...extra };
}

export function run(args: readonly string[], options: RunOptions = {}): Ran {
  const result = spawnSync(process.execPath, [BINARY, ...args], {
    cwd: options.cwd ?? REPOSITORY,
    encoding: "utf8",
    env: cleanEnvironment(options.env),
    input: options.input ?? "",
  });
  return { code: result.status, out: result.stdout, err: result.stderr };
}

/** Runs a check or trace and reads its JSON. */
export function runJson<Value>(
  args: readonly string[],
  options: RunOptions = {},
): Ran & { readonly json: Value } {
  const ran = run([...args, "-f", "json"], options);
  assert.notEqual(ran.out, "", `no JSON; stderr: ${ran.err}`);
  return { ...ran, json: JSON.parse(ran.out) };
}

/** Makes a folder of files, gives it to `use`, and takes it away again. */
export function inFolder(files: Readonly<Record<string, string>>, use: (folder: string) => void): void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "stratkit-test-")));
  try {
    for (const [path, text] of Object.entries(files)) writeIn(folder, path, text);
    use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function writeIn(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

export function readIn(folder: string, path: string): string {
  return readFileSync(join(folder, path), "utf8");
}

export function git(folder: string, ...args: string[]): SpawnSyncReturns<string> {
  const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"];
  const result = spawnSync("git", [...identity, ...args], { cwd: folder, encoding: "utf8" });
  assert.equal(result.status, 0, result.stderr);
  return result;
}

/** Compares with the picture in `golden/`; STRATKIT_UPDATE=1 paints it anew. */
export function checkGolden(name: string, text: string): void {
  const path = join(REPOSITORY, "cli/test/golden", name);
  if (process.env.STRATKIT_UPDATE === "1") writeFileSync(path, text);
  assert.equal(text, readFileSync(path, "utf8"));
}

/** A strategy with one objective that is measured, and one that is not. */
export const STRATEGY = `title: Ours
period: 2026/27 to 2028/29
status: adopted
objectives:
  cut-waiting: {title: Cut waiting, lead: Medical Director}
  reduce-variation:
    title: Reduce variation
    lead: Medical Director
    measures:
      readmissions:
        title: Emergency readmissions
        unit: percent
        better: lower
        owner: Medical Director
        baseline: {2025/26: 10.1}
        targets: {2028/29: 5}
        description: People readmitted within 28 days, of all who went home
        data-source: Ward lists
        frequency: monthly
`;

/** The same without a finding. */
export const SOUND = STRATEGY.replace(
  "lead: Medical Director}",
  "lead: Medical Director, done-when: Nobody waits, due: 2028/29}",
);

/** Characters that act on a terminal or turn the direction of reading; line ends are none. */
export const HARMFUL = /[^\P{Cc}\r\n]|\p{Bidi_Control}/u;

/** What switches colours on a terminal, printed so that it can be read: `ESC[31m`. */
export function showEscapes(text: string): string {
  return text.replaceAll(String.fromCharCode(27), "ESC");
}
