// stratkit new: a skeleton of a file, or of a thing in the file where it belongs.

import {
  type Analysis,
  applyEdits,
  createLookup,
  FILE_KINDS,
  type FileKind,
  findNearest,
  NEW_ITEM_KINDS,
  type NewItemKind,
  newFile,
  newItem,
  sayGuess,
} from "@stratkit/core";
import type { FileChange } from "../changeFiles.ts";
import { deliver, type WritingFlags } from "../deliver.ts";
import { findItem } from "../findItem.ts";
import { usageError } from "../jobError.ts";
import { isWithin, relativePath } from "../paths.ts";
import { openSession, type Session } from "../session.ts";
import { readSettings } from "../settings.ts";
import type { Shell } from "../shell.ts";

export interface NewFlags extends WritingFlags {
  readonly id?: string;
  readonly in?: string;
}

export function makeNew(written: string, name: string | undefined, flags: NewFlags, shell: Shell): number {
  const settings = readSettings(flags, shell);
  const kind = readKind(written);
  const session = openSession({ paths: [] }, settings, shell);
  const request = readName(name, flags.id);
  const { change, id } = isFileKind(kind)
    ? makeFile(session, kind, request, flags)
    : makeItem(session, kind, request, flags);
  const says = [
    `Wrote ${relativePath(settings.cwd, change.path)}${change.before === undefined ? "" : `: ${id}`}`,
    "Next: fill it in, then run stratkit check",
  ];
  return deliver(
    { command: "new", changes: [change], says, facts: { item: { kind, id } } },
    flags,
    settings,
    shell,
  );
}

type NewKind = FileKind | NewItemKind;

interface Made {
  readonly id: string;
  readonly change: FileChange;
}

interface Name {
  readonly title?: string;
  readonly id?: string;
}

function readKind(written: string): NewKind {
  const kinds: readonly NewKind[] = [...FILE_KINDS, ...NEW_ITEM_KINDS];
  const kind = kinds.find((known) => known === written);
  if (kind !== undefined) return kind;
  const guess = sayGuess(
    findNearest(
      written,
      kinds.map((id) => ({ id })),
    ),
  );
  throw usageError(`"${written}" is not a kind of file or thing.${guess} Use ${kinds.join(", ")}`);
}

function isFileKind(kind: NewKind): kind is FileKind {
  return FILE_KINDS.some((known) => known === kind);
}

/** A word in the form of an id is one, and the title is made of it. */
function readName(name: string | undefined, id: string | undefined): Name {
  if (name === undefined) return id === undefined ? {} : { id };
  if (id !== undefined) return { title: name, id };
  if (!/^[a-z0-9]+(-[a-z0-9]+)+$/.test(name)) return { title: name };
  const words = name.replaceAll("-", " ");
  return /^\d/.test(name)
    ? { id: name }
    : { id: name, title: words.charAt(0).toUpperCase() + words.slice(1) };
}

/** In the current folder where that is part of the workspace, else at its root. */
function makeFile(
  { analysis, loaded, settings }: Session,
  kind: FileKind,
  name: Name,
  flags: NewFlags,
): Made {
  if (flags.in !== undefined) throw usageError("--in is for things that stand in others: leave it out");
  const result = newFile(createLookup(analysis), kind, name);
  if ("refused" in result) throw usageError(result.refused);
  const { path, text } = result.createFile;
  const folder = isWithin(loaded.root, settings.cwd) ? settings.cwd : loaded.root;
  return { id: result.id, change: { path: `${folder}/${path}`, before: undefined, after: text } };
}

function makeItem({ analysis, loaded }: Session, kind: NewItemKind, name: Name, flags: NewFlags): Made {
  const within = flags.in === undefined ? undefined : findItem(analysis.model.items, flags.in);
  const result = newItem(createLookup(analysis), kind, name, within);
  if ("refused" in result)
    throw usageError(flags.in === undefined ? sayFlag(result.refused) : result.refused);
  const [first] = result.edits;
  const file = first?.file ?? "";
  const before = textOf(analysis, file);
  return {
    id: result.id,
    change: { path: `${loaded.root}/${file}`, before, after: applyEdits(before, result.edits) },
  };
}

function sayFlag(refused: string): string {
  return refused.replace(/: say in which$/, ": say in which with --in");
}

function textOf({ workspace }: Analysis, path: string): string {
  const file = workspace.files.get(path);
  if (file !== undefined && file.encoding === "utf-8") return file.text;
  throw usageError(`${path} is not kept in UTF-8: save it as UTF-8 first`);
}
