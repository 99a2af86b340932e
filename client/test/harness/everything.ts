// One round through what the extension does, on a copy of an example.

import assert from "node:assert/strict";
import { commands, type DocumentSymbol, Uri, type WorkspaceEdit, workspace } from "vscode";
import { cardsAt, definitionsAt, offersAt } from "./asking.ts";
import { closeEditors, pageTabs, placeOf, showFile } from "./documents.ts";
import { startExtension } from "./extension.ts";
import { findingsIn } from "./findings.ts";
import { openCopy } from "./folders.ts";
import { checkOutside } from "./outside.ts";
import { waitFor } from "./waitFor.ts";

/** Throws where something does not work. */
export async function useEverything(): Promise<void> {
  const own = await openCopy("examples/kmpt");
  const { server, views } = await startExtension();
  const { findings } = await checkOutside(own.uri);
  await waitFor("all findings", () => findingsIn(own.uri).length === findings.length);
  await read(own.uri);
  assert.ok((await views.strategy.tree.getChildren()).length > 0);
  assert.ok((await views.toFix.list.getChildren()).length > 0);
  await commands.executeCommand("stratkit.openPanelToSide");
  await waitFor("the panel", () => pageTabs("stratkit.panel").length > 0);
  await commands.executeCommand("stratkit.explainRule", "trace/objective-unmeasured");
  await waitFor("the page of a rule", () => pageTabs("markdown.preview").length > 0);
  await commands.executeCommand("stratkit.openWalkthrough");
  await exportPage(own.uri);
  await commands.executeCommand("stratkit.copySupportFacts");
  await commands.executeCommand("stratkit.checkAll");
  await commands.executeCommand("stratkit.restartServer");
  await waitFor("all findings again", () => findingsIn(own.uri).length === findings.length);
  assert.ok(server.client.isRunning());
  await closeEditors();
  await own.close();
}

async function read(folder: Uri): Promise<void> {
  const { document } = await showFile(folder, "estates.enabler-strategy.yaml");
  const id = placeOf(document, "supports: [clinical-|strategy");
  assert.equal((await cardsAt(document, id)).length, 1);
  assert.ok((await offersAt(document, id)).length > 0);
  assert.equal((await definitionsAt(document, id)).length, 1);
  const ask = <Result>(what: string, ...args: readonly unknown[]) =>
    commands.executeCommand<Result>(`vscode.execute${what}`, document.uri, ...args);
  assert.ok((await ask<DocumentSymbol[]>("DocumentSymbolProvider")).length > 0);
  assert.ok((await ask<unknown[]>("CodeLensProvider")).length > 0);
  assert.ok((await ask<WorkspaceEdit>("DocumentRenameProvider", id, "care-strategy")).size > 0);
}

async function exportPage(folder: Uri): Promise<void> {
  const target = Uri.joinPath(folder, "page.html");
  await commands.executeCommand("stratkit.exportPage", target, "kmpt-2017");
  const page = new TextDecoder().decode(await workspace.fs.readFile(target));
  assert.match(page, /^<!doctype html>/);
  // Nothing is fetched by who looks at the page, either.
  assert.doesNotMatch(page, /<(?:script|link|img|iframe)\b[^>]*\b(?:src|href)=["']?https?:/i);
}
