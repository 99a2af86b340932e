// Opens a place in the text, beside the panel and not over it.

import { Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import type { Range } from "vscode-languageclient";
import type { StrategyServer } from "../server.ts";

export async function openBeside(
  { client }: StrategyServer,
  address: string,
  range: Range,
  panel: WebviewPanel,
): Promise<void> {
  const uri = Uri.parse(address);
  const open = window.visibleTextEditors.filter(({ viewColumn }) => viewColumn !== undefined);
  const same = open.find(({ document }) => document.uri.toString() === uri.toString());
  const beside = open.find(({ viewColumn }) => viewColumn !== panel.viewColumn);
  const viewColumn = (same ?? beside)?.viewColumn ?? besideOf(panel.viewColumn);
  await window.showTextDocument(uri, {
    viewColumn,
    selection: client.protocol2CodeConverter.asRange(range),
  });
}

function besideOf(column: ViewColumn | undefined): ViewColumn {
  return column === undefined || column === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One;
}
