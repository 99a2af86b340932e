// Asks for code actions at the place that `$` marks, makes one of them, and gives the workspace as it then is.

import assert from "node:assert/strict";
import type { ActionEdit, CodeAction } from "../features/codeActions/action.ts";
import { codeActions, resolveCodeAction } from "../features/codeActions.ts";
import { type Analysis, analyse } from "../workspace/analyse.ts";
import { textFile, type Workspace, withFile } from "../workspace/workspace.ts";
import { applyFileEdits } from "./applyRename.ts";
import { testEngine } from "./checkFindings.ts";
import { type Marked, markedLookup } from "./checkRename.ts";

export function actionsAt(text: string, only?: readonly string[]): readonly CodeAction[] {
  return codeActions(...requestAt(markedLookup(text), only));
}

export function titlesAt(text: string, only?: readonly string[]): string[] {
  return actionsAt(text, only).map(({ title }) => title);
}

export interface Made {
  readonly action: ActionEdit;
  readonly workspace: Workspace;
  readonly before: Analysis;
  readonly after: Analysis;
  text(path: string): string;
}

export function makeAction(text: string, title: string): Made {
  const marked = markedLookup(text);
  const [lookup, request] = requestAt(marked);
  const action = resolveCodeAction(lookup, request, { title });
  assert.ok(action !== undefined, `"${title}" is offered with an edit`);
  const workspace = applyAction(marked.workspace, action);
  const after = analyse(workspace, testEngine);
  const textOf = (path: string) => workspace.files.get(path)?.text ?? "";
  return { action, workspace, before: lookup.analysis, after, text: textOf };
}

/** The one file's text after the action. */
export function checkFix(before: string, title: string, after: string): void {
  const path = /^\n?#- (\S+)/.exec(before)?.[1] ?? "";
  assert.equal(makeAction(before, title).text(path), after.replace(/^\n?#- \S+\n/, ""));
}

export function applyAction(workspace: Workspace, { edits, renameFile, createFile }: ActionEdit): Workspace {
  const edited = applyFileEdits(workspace, edits, renameFile);
  return createFile === undefined ? edited : withFile(edited, textFile(createFile.path, createFile.text));
}

function requestAt(
  { lookup, path, offset }: Marked,
  only?: readonly string[],
): Parameters<typeof codeActions> {
  return [lookup, { path, range: { start: offset, end: offset }, ...(only === undefined ? {} : { only }) }];
}
