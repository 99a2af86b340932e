// From the engine's edits of several files to one change of the protocol, as far as this client can take it.

import { type ActionFileEdit, type FileEdit, type FileMove, getOrAdd, indexLines } from "@stratkit/core";
import {
  type AnnotatedTextEdit,
  type ChangeAnnotation,
  type CreateFile,
  LSPErrorCodes,
  type RenameFile,
  ResponseError,
  type SnippetTextEdit,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import type { StrategyRoot } from "./root.ts";
import type { Session } from "./session.ts";
import { type Lined, toRange, type Writing } from "./toLsp.ts";

export interface Changes {
  readonly edits: readonly ActionFileEdit[];
  /** Apart, so that a person can leave them out. */
  readonly formerly?: readonly FileEdit[];
  readonly renameFile?: FileMove;
  readonly createFile?: NewFile;
  readonly createFiles?: readonly NewFile[];
  /** Texts of files that are no files of a strategy. */
  readonly others?: ReadonlyMap<string, string>;
}

interface NewFile {
  readonly path: string;
  readonly text: string;
}

type AnyEdit = TextEdit | AnnotatedTextEdit | SnippetTextEdit;

const FORMERLY = "formerly";

/** Throws a ResponseError with a sentence where the client cannot make such a change. */
export function toWorkspaceEdit(session: Session, writing: Writing, changes: Changes): WorkspaceEdit {
  const can = session.client.capabilities.workspace?.workspaceEdit ?? {};
  const operations = can.resourceOperations ?? [];
  const { renameFile, createFile, formerly = [] } = changes;
  const created = [...(createFile === undefined ? [] : [createFile]), ...(changes.createFiles ?? [])];
  if (renameFile !== undefined && (can.documentChanges !== true || !operations.includes("rename"))) {
    throw refusal('This editor cannot rename a file along with its text: use "stratkit rename" instead');
  }
  if (created.length > 0 && (can.documentChanges !== true || !operations.includes("create"))) {
    throw refusal('This editor cannot make a file along with other changes: use "stratkit new" instead');
  }
  const isAnnotated = can.changeAnnotationSupport !== undefined && can.documentChanges === true;
  const write = (edit: ActionFileEdit): AnyEdit => {
    const range = toRange(linesOf(writing, changes, edit.file), edit.span, writing.encoding);
    if (edit.snippet !== undefined && can.snippetEditSupport === true && can.documentChanges === true)
      return { range, snippet: { kind: "snippet", value: edit.snippet } };
    return { range, newText: edit.newText };
  };
  const byFile = new Map<string, AnyEdit[]>();
  const add = (file: string, edit: AnyEdit) => getOrAdd(byFile, file, () => []).push(edit);
  for (const edit of changes.edits) add(edit.file, write(edit));
  for (const edit of formerly)
    add(edit.file, { ...write(edit), ...(isAnnotated ? { annotationId: FORMERLY } : {}) });
  if (can.documentChanges !== true) return { changes: plainChanges(writing, byFile) };
  const annotations: Record<string, ChangeAnnotation> = {
    [FORMERLY]: { label: 'Keep the old id under "formerly"' },
  };
  return {
    documentChanges: [
      ...created.flatMap((file) => creation(writing, file)),
      ...[...byFile].map(([file, edits]): TextDocumentEdit => {
        return { textDocument: { uri: writing.uri(file), version: writing.version(file) }, edits };
      }),
      ...renaming(writing, renameFile),
    ],
    ...(isAnnotated && formerly.length > 0 ? { changeAnnotations: annotations } : {}),
  };
}

/** Texts of the files with the workspace's history, open or stored. */
export async function readRecords(
  session: Session,
  root: StrategyRoot,
  paths: readonly string[],
): Promise<{ readonly path: string; readonly text: string }[]> {
  const texts = await Promise.all(paths.map((path) => session.textBeside(root, path)));
  return paths.flatMap((path, at) => {
    const text = texts[at];
    return text === undefined ? [] : [{ path, text }];
  });
}

function refusal(sentence: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, sentence);
}

function linesOf(writing: Writing, { others }: Changes, path: string): Lined | undefined {
  const text = others?.get(path);
  return text === undefined ? writing.lined(path) : { text, lines: indexLines(text) };
}

function plainChanges(writing: Writing, byFile: ReadonlyMap<string, AnyEdit[]>): Record<string, TextEdit[]> {
  return Object.fromEntries(
    [...byFile].map(([file, edits]) => [
      writing.uri(file),
      edits.flatMap((edit) => ("newText" in edit ? [edit] : [])),
    ]),
  );
}

function creation(writing: Writing, file: NewFile): (CreateFile | TextDocumentEdit)[] {
  const uri = writing.uri(file.path);
  const start = { line: 0, character: 0 };
  const edits = [{ range: { start, end: start }, newText: file.text }];
  return [
    { kind: "create", uri, options: { overwrite: false, ignoreIfExists: false } },
    { textDocument: { uri, version: null }, edits },
  ];
}

function renaming(writing: Writing, move: FileMove | undefined): RenameFile[] {
  if (move === undefined) return [];
  const [oldUri, newUri] = [writing.uri(move.from), writing.uri(move.to)];
  return [{ kind: "rename", oldUri, newUri, options: { overwrite: false, ignoreIfExists: false } }];
}
