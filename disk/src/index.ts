// The door of this package: the file system of Node behind the engine's, and what is read of git.

export { kindBehind, nodeFileSystem, realFolder } from "./fileSystem.ts";
export { GitError, type GitErrorCode } from "./git/gitError.ts";
export { listRevisions, type NamedRevision, type NamedRevisions } from "./git/listRevisions.ts";
export { MissingRevision, sayCommand } from "./git/missing.ts";
export {
  type ComparedSide,
  NO_CONFIG,
  ownConfigOf,
  type Place,
  readRecords,
  readSide,
} from "./git/readSide.ts";
export { type CommitTree, readTree } from "./git/readTree.ts";
export {
  gitVersion,
  openRepository,
  type Repository,
  type RepositoryRequest,
  topFolder,
} from "./git/repository.ts";
export {
  type Revision,
  resolveBase,
  resolveHead,
  resolveRevision,
  sayNoAncestor,
} from "./git/resolveBase.ts";
export { type Environment, runFetch } from "./git/runGit.ts";
export { isCi, withoutCi } from "./git/wantedBase.ts";
export { workingTree } from "./git/workingTree.ts";
export { type Paths, pathsOf } from "./paths.ts";
