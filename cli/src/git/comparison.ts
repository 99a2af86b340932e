// Brings the two workspaces of a comparison: revisions of a repository, its working tree, or two folders. What the head's
// config leaves out is left out of both.

import { type Day, findRoot, type WorkspaceFile } from "@stratkit/core";
import {
  type CommitTree,
  type ComparedSide,
  GitError,
  isCi,
  kindBehind,
  NO_CONFIG,
  nodeFileSystem,
  openRepository,
  ownConfigOf,
  type Place,
  type Repository,
  type Revision,
  readSide,
  readTree,
  realFolder,
  resolveBase,
  resolveHead,
  resolveRevision,
  sayNoAncestor,
  workingTree,
} from "@stratkit/disk";
import { toJobError } from "../errors.ts";
import { JobError, usageError } from "../jobError.ts";
import { readNamedConfig } from "../loadWorkspace.ts";
import { absolutePath, isWithin, relativePath } from "../paths.ts";
import type { Settings } from "../settings.ts";
import type { Shell } from "../shell.ts";
import { withFetch } from "./fetching.ts";

export interface ComparisonRequest {
  /** At most two: revisions, or two folders. Without any, the base is found and the head is what is checked out. */
  readonly words: readonly string[];
  /** A folder of the workspace; without one the current folder. */
  readonly folder?: string;
  /** As written behind --base. */
  readonly base?: string;
  readonly mayFetch: boolean;
  /** A line on the error stream. */
  say(line: string): void;
}

export interface Comparison {
  readonly base: ComparedSide;
  readonly head: ComparedSide;
  /** The day that tells whether a date of the head had passed. */
  readonly day: Day;
}

/** Throws a JobError with what to do where one of the two cannot be had. */
export async function openComparison(
  request: ComparisonRequest,
  settings: Settings,
  shell: Shell,
): Promise<Comparison> {
  if (request.base !== undefined && request.words.length > 0) {
    throw usageError("--base asks for the commit at which two branches parted: name no revisions beside it");
  }
  const folders = namedFolders(request.words, settings);
  if (folders !== undefined) return compareFolders(request.words, folders, settings);
  try {
    return await compareRevisions(request, settings, shell);
  } catch (error) {
    throw error instanceof GitError ? toJobError(error) : error;
  }
}

function namedFolders(words: readonly string[], { cwd }: Settings): readonly [string, string] | undefined {
  const [first, second] = words.map((word) => absolutePath(cwd, word));
  if (first === undefined || second === undefined) return undefined;
  return kindBehind(first) === "folder" && kindBehind(second) === "folder" ? [first, second] : undefined;
}

function compareFolders(
  [baseWord = "", headWord = ""]: readonly string[],
  [baseFolder, headFolder]: readonly [string, string],
  settings: Settings,
): Comparison {
  const fileSystem = nodeFileSystem();
  const head = { label: headWord, root: headFolder, fileSystem };
  const around = findRoot(fileSystem, headFolder) ?? headFolder;
  const config = configOf({ fileSystem, root: around }, settings);
  return {
    base: openSide({ label: baseWord, root: baseFolder, fileSystem }, config ?? NO_CONFIG, settings),
    head: openSide(head, config, settings),
    day: settings.asOf,
  };
}

async function compareRevisions(
  request: ComparisonRequest,
  settings: Settings,
  shell: Shell,
): Promise<Comparison> {
  const { cwd } = settings;
  const folder = absolutePath(cwd, request.folder ?? ".");
  const root = realFolder(findRoot(nodeFileSystem(), folder) ?? folder);
  const repository = openRepository({ folder: root, cwd, env: shell.env, instead: INSTEAD });
  const fetching = { repository, mayFetch: request.mayFetch, say: request.say };
  return withFetch(fetching, async () => {
    const { base, head } = resolveBoth(repository, request);
    const headPlace = await placeOf(repository, head, root);
    const config = configOf(headPlace, settings);
    const basePlace = await placeOf(repository, base, root);
    sayPassedOver([...headPlace.submodules, ...basePlace.submodules], repository, root, request);
    return {
      base: openSide(basePlace, config ?? NO_CONFIG, settings),
      head: openSide(headPlace, config, settings),
      day: head?.day ?? settings.asOf,
    };
  });
}

/** A head that is undefined is the working tree. */
function resolveBoth(repository: Repository, { words, base: written, say }: ComparisonRequest) {
  const [baseWord, headWord] = words;
  const checkedOut = resolveHead(repository);
  const named = headWord === undefined ? undefined : resolveRevision(repository, headWord);
  const head = named ?? (isCi(repository.env) ? checkedOut : undefined);
  if (baseWord === undefined) return { base: resolveBase(repository, written), head };
  const base = resolveRevision(repository, baseWord);
  const warning = sayNoAncestor(repository, base, head ?? checkedOut);
  if (warning !== undefined) say(warning);
  return { base, head };
}

/** Of the head: the one that --config names, or its own. */
function configOf(
  place: Pick<Place, "fileSystem" | "root">,
  { config }: Settings,
): WorkspaceFile | undefined {
  return config === undefined ? ownConfigOf(place) : readNamedConfig(config);
}

function openSide(place: Place, config: WorkspaceFile | undefined, { cwd }: Settings): ComparedSide {
  const side = readSide(place, config);
  if (!side.reading.unreadableFolders.includes(".")) return side;
  const folder = relativePath(cwd, place.root);
  throw new JobError("unreadable", `${folder} cannot be opened: check its permissions`);
}

type RevisionPlace = Place & Pick<CommitTree, "submodules">;

async function placeOf(
  repository: Repository,
  revision: Revision | undefined,
  root: string,
): Promise<RevisionPlace> {
  if (revision === undefined) return { label: "working tree", root, ...workingTree(repository) };
  const { label, commit } = revision;
  return { label, commit, root, ...(await readTree(repository, commit)) };
}

const MOST_NAMED = 3;

/** What stands in a repository of its own has a history of its own. */
function sayPassedOver(
  submodules: readonly string[],
  { top }: Repository,
  root: string,
  { say }: ComparisonRequest,
): void {
  const names = [...new Set(submodules)]
    .map((path) => `${top}/${path}`)
    .filter((path) => isWithin(root, path))
    .map((path) => relativePath(root, path));
  if (names.length === 0) return;
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : "";
  say(`Other repositories within this one are not compared: ${names.slice(0, MOST_NAMED).join(", ")}${more}`);
}

const INSTEAD = "compare two folders: stratkit diff OLD-FOLDER NEW-FOLDER";
