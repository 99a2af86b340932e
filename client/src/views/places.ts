// Leads from a line of a tree to its place in the text.

import { commands, type TextEditor, Uri, window, workspace } from "vscode";
import type { Location } from "vscode-languageclient";
import type { StrategyServer } from "../server.ts";

export async function openPlace(
  { client: { protocol2CodeConverter: toCode } }: StrategyServer,
  { uri, range }: Location,
): Promise<TextEditor> {
  const document = await workspace.openTextDocument(Uri.parse(uri));
  return window.showTextDocument(document, { selection: toCode.asRange(range), preview: true });
}

/** Beside the place itself, as "Find References" of the editor shows them. */
export async function showReferencesOf(server: StrategyServer, place: Location): Promise<void> {
  const editor = await openPlace(server, place);
  const { uri } = editor.document;
  const at = editor.selection.start;
  const found = await commands.executeCommand("vscode.executeReferenceProvider", uri, at);
  await commands.executeCommand("editor.action.showReferences", uri, at, found);
}
