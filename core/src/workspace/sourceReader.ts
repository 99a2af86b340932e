// Reads the texts of files into trees, and keeps the trees that were asked for last: of a large workspace only few files
// are looked at, and a tree is many times as large as its text.

import { readText } from "../syntax/readText.ts";
import type { SourceFile } from "../syntax/tree.ts";
import type { WorkspaceFile } from "./workspace.ts";

/** The tree of a file depends on the file's value alone, so which ones are kept changes no answer. */
export type SourceReader = (file: WorkspaceFile) => SourceFile;

/** Lives as long as its engine; keeps so many trees. */
export function sourceReader(most: number): SourceReader {
  /** The one that was asked for last stands last. */
  const kept = new Map<WorkspaceFile, SourceFile>();
  return (file) => {
    const source = kept.get(file) ?? readText(file.path, file.text);
    kept.delete(file);
    kept.set(file, source);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return source;
  };
}
