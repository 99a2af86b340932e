// Writes changes that were made in memory: all of them or, where one cannot be made, none. Nothing is overwritten that
// was not read before.

import {
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { decodeBytes } from "@stratkit/core";
import { JobError } from "./jobError.ts";
import { codeOf } from "./outputs.ts";

export interface FileChange {
  /** Absolute. */
  readonly path: string;
  /** What was read; undefined for a file that is to be made. */
  readonly before: string | undefined;
  readonly after: string;
  /** Absolute, where the file gets another name. */
  readonly newPath?: string;
}

interface Prepared extends FileChange {
  /** Where the text goes: what a link leads to, for a file that is one. */
  readonly target: string;
  readonly draft: string;
}

export function writeChanges(changes: readonly FileChange[]): void {
  for (const change of changes) checkUnchanged(change);
  const prepared: Prepared[] = [];
  const done: Prepared[] = [];
  try {
    for (const change of changes) prepared.push(prepare(change));
    for (const change of prepared) {
      finish(change);
      done.push(change);
    }
  } catch (error) {
    for (const change of done.reverse()) undo(change);
    if (error instanceof JobError) throw error;
    throw new JobError(
      "not-written",
      `The files cannot be written (${codeOf(error)}): check their permissions`,
    );
  } finally {
    for (const { draft } of prepared) rmSync(draft, { force: true });
  }
}

function checkUnchanged({ path, before, newPath }: FileChange): void {
  const created = before === undefined ? path : newPath;
  if (created !== undefined && existsSync(created)) {
    throw new JobError("not-written", `${created} exists already and is left as it is: choose another name`);
  }
  if (before === undefined) return;
  if (decodeBytes(readFileSync(path)).text !== before) {
    throw new JobError("not-written", `${path} changed in the meantime: run the command again`);
  }
}

/** The whole text stands beside its place before anything is put there. */
function prepare(change: FileChange): Prepared {
  const isNew = change.before === undefined;
  const target = isNew ? change.path : realpathSync(change.path);
  if (isNew) mkdirSync(dirname(target), { recursive: true });
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  writeFileSync(draft, change.after, { flag: "wx", ...(isNew ? {} : { mode: statSync(target).mode }) });
  return { ...change, target, draft };
}

function finish({ before, path, newPath, target, draft }: Prepared): void {
  if (newPath === undefined && before !== undefined) {
    renameSync(draft, target);
    return;
  }
  putInPlace(draft, newPath ?? target);
  if (newPath !== undefined) unlinkSync(path);
}

/** A second name cannot be given where one stands already, so nothing is overwritten in between. */
function putInPlace(draft: string, path: string): void {
  try {
    linkSync(draft, path);
  } catch (error) {
    // Some file systems know no second names; it was looked a moment ago whether something stands there.
    if (codeOf(error) === "EEXIST" || existsSync(path)) throw error;
    renameSync(draft, path);
    return;
  }
  unlinkSync(draft);
}

/** As far as that can be done: whoever hears of the failure also finds the files as they were. */
function undo({ before, path, newPath, target }: Prepared): void {
  try {
    if (before !== undefined) writeFileSync(newPath === undefined ? target : path, before);
    if (before === undefined || newPath !== undefined) unlinkSync(newPath ?? target);
  } catch {
    // The first failure is the one to tell.
  }
}
