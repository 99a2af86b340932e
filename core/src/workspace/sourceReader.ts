// Reads the texts of files into trees, and keeps the trees that were asked for last: of a large workspace only few files
// are looked at, and a tree is many times as large as its text.

import { readText } from "../syntax/readText.ts";
import { readTyped, type TypedText } from "../syntax/readTyped.ts";
import type { SourceFile } from "../syntax/tree.ts";
import type { WorkspaceFile } from "./workspace.ts";

/**
 * The tree of a file depends on the file's value alone, so which ones are kept changes no answer. Whoever goes through
 * all files looks at each `inPassing`: its tree is soon let go of, unless somebody asks for it again.
 */
export type SourceReader = (file: WorkspaceFile, how?: "inPassing") => SourceFile;

/** So few that a tree is gone before memory is tidied up twice: what is still there then counts as long-lived. */
const MOST_PASSING = 20;

/** Of one path: the text that is typed into and the one before, or the two that are compared. */
const MOST_VERSIONS = 2;

export interface KeepingReader {
  readonly read: SourceReader;
  /** The tree of a file where it is kept; reads nothing, and keeps it no longer for it. */
  known(file: WorkspaceFile): SourceFile | undefined;
  /** What a file says in which somebody typed since `before`; undefined where it has to be read as a whole. */
  typed(file: WorkspaceFile, before: WorkspaceFile): TypedText | undefined;
}

/** Lives as long as its engine; keeps so many trees. */
export function sourceReader(most: number): KeepingReader {
  const [kept, passing] = [latest(most), latest(MOST_PASSING)];
  const known = (file: WorkspaceFile) => kept.known(file) ?? passing.known(file);
  return {
    read(file, how) {
      const last = kept.again(file);
      if (last !== undefined) return last;
      const source = passing.take(file) ?? readText(file.path, file.text);
      (how === "inPassing" ? passing : kept).put(file, source);
      return source;
    },
    known,
    typed(file, before) {
      const source = known(before);
      const typed = source && readTyped(source, file.text);
      if (typed !== undefined) passing.put(file, typed.source);
      return typed;
    },
  };
}

interface Latest {
  /** Undefined where it is not among them. Asking changes nothing: the version before the typed one stays the older. */
  known(file: WorkspaceFile): SourceFile | undefined;
  /** Undefined where it is not among them; else it is the last that was asked for. */
  again(file: WorkspaceFile): SourceFile | undefined;
  /** Undefined where it is not among them; else it is no longer. */
  take(file: WorkspaceFile): SourceFile | undefined;
  put(file: WorkspaceFile, source: SourceFile): void;
}

/**
 * Those that were put last. A list, because a map would keep more than it holds: from a table that it has outgrown, all
 * later ones are reached, with every tree that ever stood in them, until all of memory is gone through.
 */
function latest(most: number): Latest {
  const kept: { readonly file: WorkspaceFile; readonly source: SourceFile }[] = [];
  const find = (file: WorkspaceFile) => kept.findLastIndex((one) => one.file === file);
  return {
    known: (file) => kept[find(file)]?.source,
    again(file) {
      const at = find(file);
      const known = kept[at];
      if (known === undefined) return undefined;
      if (at < kept.length - 1) kept.push(...kept.splice(at, 1));
      return known.source;
    },
    take(file) {
      const at = find(file);
      return at < 0 ? undefined : kept.splice(at, 1)[0]?.source;
    },
    put(file, source) {
      const versions = kept.filter((one) => one.file.path === file.path);
      const [oldest] = versions.length < MOST_VERSIONS ? [] : versions;
      if (oldest !== undefined) kept.splice(kept.indexOf(oldest), 1);
      else if (kept.length >= most) kept.shift();
      kept.push({ file, source });
    },
  };
}
