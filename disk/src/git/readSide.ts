// One of the two workspaces of a comparison, read from wherever it stands.

import {
  CONFIG_FILE,
  type FileSystem,
  type FolderReading,
  isRootFile,
  RECORD_FILES,
  type RecordFile,
  readFolder,
  readWorkspaceFile,
  textFile,
  type WorkspaceFile,
} from "@stratkit/core";

export interface Place {
  /** How people call it: "main", "working tree", a folder as it was written. */
  readonly label: string;
  /** The whole id, of a revision. */
  readonly commit?: string;
  /** Absolute, with `/`: where the workspace stands, or stood. */
  readonly root: string;
  readonly fileSystem: FileSystem;
}

export interface ComparedSide extends Place {
  /** With the head's config in place of its own. */
  readonly reading: FolderReading;
  /** Its own, which may have allowed other things. */
  readonly ownConfig: WorkspaceFile | undefined;
  readonly records: readonly RecordFile[];
  /** No strategy file stands there. */
  readonly isEmpty: boolean;
}

/** Stands for a config that the head has not, so that the base's own does not count. */
export const NO_CONFIG = textFile(CONFIG_FILE, "");

/** With a config of another one in place of its own; without one with its own. */
export function readSide(place: Place, config: WorkspaceFile | undefined): ComparedSide {
  const { fileSystem, root } = place;
  const isThere = place.commit === undefined || isFolder(fileSystem, root);
  const reading = isThere ? readFolder(fileSystem, root, config) : EMPTY;
  return {
    ...place,
    reading,
    ownConfig: isThere ? ownConfigOf(place) : undefined,
    records: isThere ? readRecords(place) : [],
    isEmpty: reading.files.every(({ path }) => isRootFile(path)) && reading.nearMisses.length === 0,
  };
}

const EMPTY: FolderReading = { files: [], nearMisses: [], nestedRoots: [], unreadableFolders: [] };

function isFolder(fileSystem: FileSystem, root: string): boolean {
  try {
    fileSystem.list(root);
    return true;
  } catch {
    return false;
  }
}

export function readRecords({ fileSystem, root }: Pick<Place, "fileSystem" | "root">): RecordFile[] {
  return RECORD_FILES.flatMap((path) => {
    if (!fileSystem.isFile(`${root}/${path}`)) return [];
    const { text } = readWorkspaceFile(fileSystem, root, path);
    return [{ path, text }];
  });
}

export function ownConfigOf({
  fileSystem,
  root,
}: Pick<Place, "fileSystem" | "root">): WorkspaceFile | undefined {
  if (!fileSystem.isFile(`${root}/${CONFIG_FILE}`)) return undefined;
  return readWorkspaceFile(fileSystem, root, CONFIG_FILE);
}
