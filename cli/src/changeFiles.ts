// Writes changes that were made in memory: all of them or, where one cannot be made, none. Nothing is overwritten that
// was not read before.

import { dirname } from "node:path";
import { JobError } from "./jobError.ts";
import { nodeDisk, type WritingDisk } from "./writingDisk.ts";
import { sayWhyNot } from "./writingErrors.ts";

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
  /** Undefined for a file that only gets another name. */
  readonly draft: string | undefined;
}

/** What one call has put on the disk so far, so that it can be taken back. */
interface Writing {
  readonly disk: WritingDisk;
  readonly drafts: string[];
  /** The innermost first. */
  readonly folders: string[];
  readonly done: Prepared[];
}

export function writeChanges(changes: readonly FileChange[], disk: WritingDisk = nodeDisk): void {
  const writing: Writing = { disk, drafts: [], folders: [], done: [] };
  let at = changes[0]?.path ?? "";
  try {
    for (const change of changes) {
      at = change.newPath ?? change.path;
      checkUnchanged(change, disk);
    }
    const prepared = changes.map((change) => {
      at = change.newPath ?? change.path;
      return prepare(change, writing);
    });
    for (const change of prepared) {
      at = change.newPath ?? change.path;
      finish(change, disk);
      writing.done.push(change);
    }
  } catch (error) {
    const kept = [...writing.done].reverse().filter((change) => !undo(change, writing));
    removeDrafts(writing);
    for (const folder of writing.folders) disk.removeEmptyFolder(folder);
    if (error instanceof JobError) throw error;
    throw new JobError("not-written", sayWhyNot(at, error) + sayKept(kept));
  }
  removeDrafts(writing);
}

/** Whoever hears of the failure hears too which files are not what they were. */
function sayKept(kept: readonly Prepared[]): string {
  if (kept.length === 0) return "";
  const names = kept.map(({ path, newPath }) => newPath ?? path).join(", ");
  return `; these were written before that and could not be put back: ${names}`;
}

function removeDrafts({ disk, drafts }: Writing): void {
  for (const draft of drafts) {
    try {
      if (disk.exists(draft)) disk.remove(draft);
    } catch {
      // The failure that left it there has been told.
    }
  }
}

function checkUnchanged({ path, before, newPath }: FileChange, disk: WritingDisk): void {
  const created = before === undefined ? path : newPath;
  if (created !== undefined && disk.exists(created) && !isRespelt({ path, newPath }, disk)) {
    throw new JobError("not-written", `${created} exists already and is left as it is: choose another name`);
  }
  if (before === undefined) return;
  if (readIfThere(path, disk) !== before) {
    throw new JobError("not-written", `${path} changed in the meantime: run the command again`);
  }
}

function readIfThere(path: string, disk: WritingDisk): string | undefined {
  try {
    return disk.readText(path);
  } catch {
    return undefined;
  }
}

/** A new name that is the same file to this disk: only its capitals, or how its accents are kept, become others. */
function isRespelt({ path, newPath }: Pick<FileChange, "path" | "newPath">, disk: WritingDisk): boolean {
  return newPath !== undefined && path !== newPath && disk.isSame(path, newPath);
}

/** The whole text stands beside its place before anything is put there. */
function prepare(change: FileChange, { disk, drafts, folders }: Writing): Prepared {
  const isNew = change.before === undefined;
  const target = isNew ? change.path : disk.realPath(change.path);
  if (change.before === change.after) return { ...change, target, draft: undefined };
  if (isNew) folders.unshift(...disk.makeFolder(dirname(target)));
  const draft = disk.draftBeside(target);
  // Noted before it is written: a disk that fills up leaves a part of it.
  drafts.push(draft);
  disk.writeNew(draft, change.after, isNew ? undefined : target);
  return { ...change, target, draft };
}

function finish({ before, path, newPath, target, draft }: Prepared, disk: WritingDisk): void {
  if (before === undefined) {
    if (draft !== undefined) disk.moveToNew(draft, target);
  } else if (newPath === undefined) {
    if (draft !== undefined) disk.replace(draft, target);
  } else if (isRespelt({ path, newPath }, disk)) {
    disk.replace(path, newPath);
    if (draft === undefined) return;
    orElse(
      () => disk.replace(draft, newPath),
      () => disk.replace(newPath, path),
    );
  } else if (draft === undefined) disk.moveToNew(path, newPath);
  else {
    disk.moveToNew(draft, newPath);
    orElse(
      () => disk.remove(path),
      () => disk.remove(newPath),
    );
  }
}

/** Where the second of two steps fails, the first one is taken back. */
function orElse(step: () => void, takeBack: () => void): void {
  try {
    step();
  } catch (error) {
    takeBack();
    throw error;
  }
}

/** False where the file could not be put back. */
function undo({ before, path, newPath, target, draft }: Prepared, writing: Writing): boolean {
  const { disk, drafts } = writing;
  try {
    if (before === undefined) disk.remove(target);
    else if (draft === undefined && newPath !== undefined) disk.replace(newPath, path);
    else {
      const written = newPath ?? target;
      const place = newPath === undefined ? target : path;
      const old = disk.draftBeside(place);
      drafts.push(old);
      disk.writeNew(old, before, written);
      if (newPath !== undefined) disk.remove(newPath);
      disk.replace(old, place);
    }
    return true;
  } catch {
    return false;
  }
}
