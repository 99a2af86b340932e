// Selects in the view "Strategy" what the cursor stands in, where the author wants that.

import { Disposable, type TextEditor, type TreeView, window, workspace } from "vscode";
import type { StrategyServer } from "../server.ts";
import { lineOf, type StrategyLine } from "./strategyLine.ts";
import type { StrategyTree } from "./strategyTree.ts";

/** While the cursor runs over lines nothing is selected. */
const QUIET_MS = 200;

export function followCursor(
  server: StrategyServer,
  view: TreeView<StrategyLine>,
  tree: StrategyTree,
): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Answers come back late; only that about the newest place counts. */
  let newest = 0;
  const follow = async (editor: TextEditor) => {
    newest += 1;
    const mine = newest;
    const line = await lineAt(server, tree, editor);
    if (line === undefined || mine !== newest || !view.visible) return;
    await view.reveal(line, { select: true, focus: false, expand: false });
  };
  const note = () => {
    clearTimeout(timer);
    const editor = window.activeTextEditor;
    if (editor === undefined || !view.visible || !isWanted() || !server.client.isRunning()) return;
    timer = setTimeout(() => {
      follow(editor).catch((error: unknown) => server.log.warn(String(error)));
    }, QUIET_MS);
  };
  return Disposable.from(
    window.onDidChangeTextEditorSelection(note),
    window.onDidChangeActiveTextEditor(note),
    view.onDidChangeVisibility(note),
    { dispose: () => clearTimeout(timer) },
  );
}

function isWanted(): boolean {
  return workspace.getConfiguration("stratkit").get("tree.followCursor") === true;
}

/** With all lines above it, so that the editor finds the way. */
async function lineAt(
  server: StrategyServer,
  tree: StrategyTree,
  { document, selection }: TextEditor,
): Promise<StrategyLine | undefined> {
  const position = { line: selection.active.line, character: selection.active.character };
  const found = await server.request("stratkit/locate", { uri: document.uri.toString(), position });
  if (found === null || found.lines.length === 0) return undefined;
  return found.lines.reduce<StrategyLine | undefined>(
    (above, line) => lineOf(found.root, line, above),
    tree.above(found.root),
  );
}
