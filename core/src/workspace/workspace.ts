// A strategy workspace as a value: the texts of its files and the facts from outside (date, profile). Editor and
// command line make the same value of the same folder, and so get the same findings.

import type { Config, Profile } from "../model/config.ts";
import type { Day } from "../model/day.ts";
import type { TextEncoding } from "../text/decode.ts";
import { FileMap } from "./fileMap.ts";

/** A file's text; its identity is the cache key of everything computed from it, so a changed file is a new value. */
export interface WorkspaceFile {
  /** Relative to the root, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly encoding: TextEncoding;
  /** Why the text is missing: it could not be opened, or it is larger than is read. */
  readonly problem?: "unreadable" | "too-large";
}

export interface Workspace {
  /** A FileMap, where only what has changed since an earlier workspace is to be looked at. */
  readonly files: ReadonlyMap<string, WorkspaceFile>;
  /** Paths whose names nearly have the form of a strategy file; their texts are not read. */
  readonly nearMisses: readonly string[];
  /** False while files are still being read, or where a folder could not be: nothing is then said to be missing. */
  readonly complete: boolean;
  readonly asOf: Day;
  /** The profile that the caller asks for; without one the config's. */
  readonly profile?: Profile;
  /** Goes before what the config file says: an editor keeps the last good one while its author types. */
  readonly config?: Config;
}

export function emptyWorkspace(asOf: Day): Workspace {
  return { files: new Map(), nearMisses: [], complete: true, asOf };
}

export function textFile(path: string, text: string): WorkspaceFile {
  return { path, text, encoding: "utf-8" };
}

export function withFile(workspace: Workspace, file: WorkspaceFile): Workspace {
  return withFiles(workspace, [file]);
}

export function withFiles(workspace: Workspace, changed: readonly WorkspaceFile[]): Workspace {
  const files = FileMap.of(workspace.files).with(changed.map((file) => [file.path, file] as const));
  return { ...workspace, files };
}

export function withoutFiles(workspace: Workspace, paths: readonly string[]): Workspace {
  return { ...workspace, files: FileMap.of(workspace.files).without(paths) };
}
