// Documents in tests: opened by a folder and a path, with places named by the text around them.

import {
  commands,
  type Position,
  type Tab,
  TabInputWebview,
  type TextDocument,
  type TextEditor,
  Uri,
  window,
  workspace,
} from "vscode";
import { waitFor } from "./waitFor.ts";

/** Shows the file in an editor, as a click does. It is closed when its editor is. */
export async function showFile(folder: Uri, path: string): Promise<TextEditor> {
  const uri = Uri.joinPath(folder, path);
  await commands.executeCommand("vscode.open", uri, { preview: false });
  return waitFor(`an editor of ${path}`, () => {
    const editor = window.activeTextEditor;
    return editor?.document.uri.path === uri.path && editor;
  });
}

/** Opens the file without showing it. VS Code keeps it open for some minutes. */
export async function openFile(folder: Uri, path: string): Promise<TextDocument> {
  return workspace.openTextDocument(Uri.joinPath(folder, path));
}

/** Where `|` stands in the text; the rest must occur once in the document. */
export function placeOf(document: TextDocument, marked: string): Position {
  const cursor = marked.indexOf("|");
  const text = marked.replace("|", "");
  const [start, second] = placesOf(document.getText(), text);
  if (cursor < 0 || start === undefined || second !== undefined) {
    throw new Error(`"${marked}" does not mark one place of ${document.uri.path}`);
  }
  return document.positionAt(start + cursor);
}

/** The tabs with pages of this type, such as "stratkit.panel". */
export function pageTabs(type: string): readonly Tab[] {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof TabInputWebview && input.viewType.endsWith(type));
}

/** Closes all editors; what was not saved is lost. */
export async function closeEditors(): Promise<void> {
  for (const { document } of window.visibleTextEditors) {
    if (!document.isDirty) continue;
    await window.showTextDocument(document);
    await commands.executeCommand("workbench.action.files.revert");
  }
  await commands.executeCommand("workbench.action.closeAllEditors");
}

function placesOf(whole: string, part: string): readonly number[] {
  const places: number[] = [];
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) places.push(at);
  return places;
}
