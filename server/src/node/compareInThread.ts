// Compares one root with a commit of its repository, and keeps what it read for the next time: the base until its commit
// or the settings change, and of the head what has not changed.

import {
  type Analysis,
  analyse,
  CONFIG_FILE,
  compareRecorded,
  comparisonNotes,
  type Engine,
  formatDay,
  type Workspace,
  withValuesOf,
  workspaceOf,
} from "@stratkit/core";
import {
  type ComparedSide,
  GitError,
  MissingRevision,
  NO_CONFIG,
  nodeFileSystem,
  openRepository,
  type Repository,
  type Revision,
  readRecords,
  readSide,
  readTree,
  realFolder,
  resolveBase,
  sayCommand,
  withoutCi,
} from "@stratkit/disk";
import type { Compared, CompareRequest, NotCompared } from "../comparer.ts";

/** Of one root. */
export interface Known {
  head?: Analysis;
  base?: KnownBase;
}

export interface KnownBase {
  readonly revision: Revision;
  readonly side: ComparedSide;
  readonly analysis: Analysis;
}

/** `folder` is where the root lies. */
export async function compareInThread(
  known: Known,
  folder: string,
  request: CompareRequest,
  engine: Engine,
): Promise<Compared | NotCompared> {
  try {
    const base = await freshBase(known, folder, request, engine);
    known.base = base;
    return compareWith(base, headOf(known, request.head, engine), folder);
  } catch (error) {
    if (error instanceof GitError) return sayRefusal(error);
    throw error;
  }
}

export function repositoryAround(folder: string): Repository {
  return openRepository({
    folder: realFolder(folder),
    cwd: folder,
    env: withoutCi(process.env),
    instead: `keep it in one ("git init" makes one), or compare two folders: stratkit diff OLD-FOLDER NEW-FOLDER`,
  });
}

async function freshBase(
  known: Known,
  folder: string,
  { head, base: written, known: commit }: CompareRequest,
  engine: Engine,
): Promise<KnownBase> {
  const before = known.base;
  if (before !== undefined && before.revision.commit === commit && holds(before, head)) return before;
  if (commit !== undefined) throw new GitError("base-missing", "The base is not at hand any more");
  const repository = repositoryAround(folder);
  const revision = resolveBase(repository, written);
  if (before !== undefined && before.revision.commit === revision.commit && holds(before, head))
    return { ...before, revision };
  const { fileSystem } = await readTree(repository, revision.commit);
  const place = { ...revision, root: realFolder(folder), fileSystem };
  const side = readSide(place, head.files.get(CONFIG_FILE) ?? NO_CONFIG);
  const analysis = analyse(baseWorkspace(side, head), engine, headOf(known, head, engine));
  return { revision, side, analysis };
}

/** The base is read with the settings and the day of the head; settings that stand in for faulty ones may be any. */
function holds({ analysis: { workspace } }: KnownBase, head: Workspace): boolean {
  const configOf = ({ files }: Workspace) => files.get(CONFIG_FILE)?.text ?? "";
  return (
    workspace.asOf === head.asOf &&
    configOf(workspace) === configOf(head) &&
    workspace.config === undefined &&
    head.config === undefined
  );
}

/** What both sides say alike is read once. */
function baseWorkspace({ reading }: ComparedSide, head: Workspace): Workspace {
  const workspace = withValuesOf(workspaceOf(reading, head.asOf), head);
  return { ...workspace, ...(head.config === undefined ? {} : { config: head.config }) };
}

function headOf(known: Known, head: Workspace, engine: Engine): Analysis {
  if (known.head?.workspace !== head) known.head = analyse(head, engine, known.head);
  return known.head;
}

function compareWith({ revision, side, analysis }: KnownBase, head: Analysis, folder: string): Compared {
  const { files, asOf } = head.workspace;
  const stored = readRecords({ fileSystem: nodeFileSystem(), root: folder });
  const records = stored.map(({ path, text }) => ({ path, text: files.get(path)?.text ?? text }));
  const { comparison, unmatched } = compareRecorded(
    { ...side, analysis },
    { analysis: head, ownConfig: files.get(CONFIG_FILE), records },
    asOf,
  );
  const { label, commit } = revision;
  return {
    label,
    commit,
    comparison,
    notes: comparisonNotes({ label, isEmpty: side.isEmpty }, unmatched, formatDay(asOf)),
  };
}

function sayRefusal(error: GitError): NotCompared {
  const command = error instanceof MissingRevision ? error.command : undefined;
  return {
    cause: error.code,
    refused: error.message,
    ...(command === undefined ? {} : { command: sayCommand(command) }),
  };
}
