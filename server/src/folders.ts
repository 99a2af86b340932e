// How the server comes to the files of a root: by itself where it may (Node, `file:`), else through the client. Both
// walk with the engine's own reading, so that the editor sees what the command line sees.

import type { FolderReading, WorkspaceFile } from "@stratkit/core";
import type { UriKey } from "./uris.ts";

export interface ReadRequest {
  /** Read instead of the root's own config, where the author is changing that one. */
  readonly config: WorkspaceFile | undefined;
  /** A file's value from before, where it need not be read again. */
  known(path: string): WorkspaceFile | undefined;
}

export interface RootReading extends FolderReading {
  /** Set where the client could not list everything: what is not found may be there all the same. */
  readonly partial: boolean;
}

export interface Folders {
  /** The nearest folder upwards, beginning with this one, that holds a config. */
  findRoot(folder: UriKey): Promise<UriKey | undefined>;
  read(root: UriKey, request: ReadRequest): Promise<RootReading>;
  /** One file as it is stored; undefined where there is none. */
  readFile(root: UriKey, path: string): Promise<WorkspaceFile | undefined>;
  /** Any file, also one that is not read. */
  hasFile(root: UriKey, path: string): Promise<boolean>;
  /** Whether a file is not what was read, by size and time; for folders that nobody watches. */
  hasChanged?(root: UriKey, path: string): boolean;
}

/** A reading in which nothing was found, for a folder that does not exist. */
export const nothingRead: RootReading = {
  files: [],
  nearMisses: [],
  nestedRoots: [],
  unreadableFolders: [],
  partial: false,
};
