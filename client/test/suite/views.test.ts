// The two trees and the status line: what they show, that they follow the text, and that nothing is said by a picture
// alone.

import assert from "node:assert/strict";
import {
  commands,
  env,
  type LanguageStatusItem,
  languages,
  Position,
  Selection,
  ThemeIcon,
  type TreeItem,
  TreeItemCollapsibleState,
  window,
  workspace,
} from "vscode";
import type { Extension } from "../../src/activate.ts";
import type { FixEntry, FixLine } from "../../src/views/fixLine.ts";
import type { StrategyLine } from "../../src/views/strategyLine.ts";
import { closeEditors, placeOf, showFile } from "../harness/documents.ts";
import { startExtension } from "../harness/extension.ts";
import { openedFolder, openFiles } from "../harness/folders.ts";
import { checkOutside, pathOf } from "../harness/outside.ts";
import { waitFor } from "../harness/waitFor.ts";

const STRATEGY = "kmpt-2020.strategy.yaml";

let extension: Extension;

before(async () => {
  extension = await startExtension();
});

/** With the line of the folder above it while the window has several. */
async function strategyLines(folder: string, ...titles: readonly string[]): Promise<StrategyLine[]> {
  const { tree } = extension.views.strategy;
  let lines = await tree.getChildren();
  const own = lines.find(({ key, root }) => key === undefined && root.endsWith(folder));
  if (own !== undefined) lines = await tree.getChildren(own);
  for (const title of titles) {
    const line = lines.find(({ shown }) => shown.label === title);
    assert.ok(line, `${title} is not among ${lines.map(({ shown }) => shown.label).join(", ")}`);
    lines = await tree.getChildren(line);
  }
  return lines;
}

function itemOf(line: StrategyLine): TreeItem {
  const item = extension.views.strategy.tree.getTreeItem(line);
  assert.ok(!("then" in item));
  return item;
}

function pictureOf({ iconPath }: TreeItem): string | undefined {
  return iconPath instanceof ThemeIcon ? iconPath.id : undefined;
}

describe("the view Strategy", () => {
  afterEach(closeEditors);

  it("shows the strategies of the folder, and says in words what a picture shows", async () => {
    const strategies = await strategyLines("kmpt");
    assert.deepEqual(
      strategies.map(({ id, shown }) => id ?? shown.label),
      ["kmpt-2017", "kmpt-2020", "Measures that nothing names"],
    );
    const [vision, aim] = await strategyLines("kmpt", "KMPT Strategy 2020-2023");
    assert.ok(vision !== undefined && aim !== undefined);
    assert.equal(pictureOf(itemOf(vision)), "eye");
    const aims = await strategyLines("kmpt", "KMPT Strategy 2020-2023");
    const gap = aims.find(({ shown }) => shown.isGap);
    assert.ok(gap, "an aim without a measure");
    const item = itemOf(gap);
    assert.equal(pictureOf(item), "warning");
    assert.match(String(item.description), /no measure/);
    assert.match(String(item.contextValue), /^aim gap$/);
    assert.equal(item.collapsibleState, TreeItemCollapsibleState.Collapsed);
    for (const line of aims) {
      const { accessibilityInformation, label } = itemOf(line);
      assert.ok(accessibilityInformation?.label.startsWith(`${label}, `), String(label));
      assert.ok(accessibilityInformation?.label.includes(line.shown.kindWord));
    }
  });

  it("opens what a line stands for, and hands its id and kind to commands", async () => {
    const [strategy] = await strategyLines("kmpt");
    assert.ok(strategy);
    const { command } = itemOf(strategy);
    await commands.executeCommand(command?.command ?? "", ...(command?.arguments ?? []));
    const editor = window.activeTextEditor;
    assert.match(editor?.document.uri.path ?? "", /\/kmpt-2017\.strategy\.yaml$/);
    assert.equal(editor?.document.getText(editor.selection), "KMPT Strategy 2017-2019");
    await commands.executeCommand("stratkit.tree.copyId", strategy);
    assert.equal(await env.clipboard.readText(), "kmpt-2017");
  });

  it("follows unsaved text, and keeps the lines that stay", async () => {
    const own = await openFiles({
      "a.strategy.yaml": "title: A\nperiod: 2026/27\nobjectives:\n  x: {title: X}\n",
    });
    const folder = pathOf(own.uri);
    await waitFor("the folder's strategy", async () => {
      const lines = await extension.views.strategy.tree.getChildren();
      return lines.some(({ root }) => root.endsWith(folder));
    });
    const [before] = await strategyLines(folder, "A");
    assert.ok(before);
    const editor = await showFile(own.uri, "a.strategy.yaml");
    const changed = nextChange();
    await editor.edit((edit) =>
      edit.insert(placeOf(editor.document, "|  x:"), "  y: {title: Y, done-when: It is there}\n"),
    );
    await changed;
    const after = await strategyLines(folder, "A");
    assert.deepEqual(
      after.map(({ shown }) => shown.label),
      ["Y", "X"],
    );
    assert.equal(itemOf(after[1] ?? before).id, itemOf(before).id);
    await closeEditors();
    await own.close();
    await waitFor("the folder's strategy to go", async () => {
      const lines = await extension.views.strategy.tree.getChildren();
      return lines.every(({ root }) => !root.endsWith(folder));
    });
  });

  it("selects what the cursor stands in where that is wanted", async () => {
    const settings = workspace.getConfiguration("stratkit");
    await settings.update("tree.followCursor", true);
    await commands.executeCommand("stratkit.strategy.focus");
    const { view } = extension.views.strategy;
    await waitFor("the view to be seen", () => view.visible);
    const editor = await showFile(openedFolder("kmpt"), STRATEGY);
    const [line] = (await strategyLines("kmpt", "KMPT Strategy 2020-2023")).filter(
      ({ kind }) => kind === "aim",
    );
    const place = line?.place?.range.start;
    assert.ok(line && place);
    const at = new Position(place.line, place.character);
    editor.selection = new Selection(at, at);
    await waitFor("the line to be selected", () => view.selection[0]?.id === line.id);
    await settings.update("tree.followCursor", undefined);
  });
});

/** Comes back when the view has been told that what it shows is old. */
function nextChange(): Promise<void> {
  return new Promise((resolve) => {
    const listening = extension.views.strategy.tree.onDidChangeTreeData?.(() => {
      listening?.dispose();
      resolve();
    });
  });
}

describe("the view To Fix", () => {
  afterEach(closeEditors);

  async function groups(): Promise<FixLine[]> {
    const lines = await extension.views.toFix.list.getChildren();
    const root = lines.find((line) => line.type === "root" && line.label === "kmpt");
    return root === undefined ? lines : extension.views.toFix.list.getChildren(root);
  }

  function errorsIn(lines: readonly FixLine[]): number {
    const open = lines.flatMap((line) =>
      line.type === "group" && line.group.state === "open" ? line.below : [],
    );
    return open.filter(({ entry }) => entry.severity === "error").length;
  }

  it("holds what stratkit check finds, by meaning, with the number of errors as its badge", async () => {
    const { findings } = await checkOutside(openedFolder("kmpt"));
    const shown = (await groups()).flatMap((line) => (line.type === "group" ? [line] : []));
    const entries = shown.flatMap(({ below }) => below);
    assert.deepEqual(
      entries.map(({ rule, entry }) => `${rule} ${entry.message}`).sort(),
      findings.map(({ ruleId, message }) => `${ruleId} ${message}`).sort(),
    );
    const errors = findings.filter(({ severity, state }) => severity === "error" && state === "open").length;
    assert.equal(errorsIn(shown), errors);
    const { view, list } = extension.views.toFix;
    // A document of another test that VS Code has not let go of is listed, too, and counts.
    await waitFor("a badge with the number of errors in the list", async () => {
      const lines = await list.getChildren();
      return (
        view.badge?.value === errorsIn(lines.flatMap((line) => (line.type === "root" ? line.below : line)))
      );
    });
    const [worst] = shown;
    assert.ok(worst);
    const item = await extension.views.toFix.list.getTreeItem(worst);
    assert.equal(item.label, worst.group.headline);
    assert.match(item.accessibilityInformation?.label ?? "", /, (error|warning|information)$/);
  });

  it("opens the place of an entry", async () => {
    const [group] = await groups();
    const [entry] = (
      group === undefined ? [] : await extension.views.toFix.list.getChildren(group)
    ) as FixEntry[];
    assert.ok(entry);
    const item = await extension.views.toFix.list.getTreeItem(entry);
    assert.ok(item.accessibilityInformation?.label.includes(entry.entry.message));
    await commands.executeCommand("stratkit.toFix.open", entry);
    const editor = window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), entry.uri);
    assert.equal(editor?.selection.start.line, entry.place.range.start.line);
    await commands.executeCommand("hideCodeActionWidget");
  });
});

describe("the status line", () => {
  afterEach(closeEditors);

  function says(text: RegExp): Promise<LanguageStatusItem> {
    const { status } = extension.views;
    return waitFor(`the status to say ${text}, not "${status.text}"`, () => text.test(status.text) && status);
  }

  it("says how the strategy of the document stands", async () => {
    await showFile(openedFolder("kmpt"), STRATEGY);
    const { command, detail = "", busy } = await says(/^14 objectives · 0% measured$/);
    assert.equal(command?.command, "stratkit.showCoverage");
    assert.match(detail, /^0% deep · profile \w+$/);
    assert.equal(busy, false);
    await showFile(openedFolder("kmpt"), "2017-18.delivery-plan.yaml");
    await says(/^10 objectives · 60% measured$/);
  });

  it("offers the language to a strategy file that is opened in another one", async () => {
    const { document } = await showFile(openedFolder("kmpt"), STRATEGY);
    const yaml = await languages.setTextDocumentLanguage(document, "yaml");
    await window.showTextDocument(yaml);
    const { command } = await says(/^Opened as YAML$/);
    await commands.executeCommand(command?.command ?? "");
    await says(/measured$/);
    assert.equal(window.activeTextEditor?.document.languageId, "stratkit");
  });

  it("says that a name is not recognised, that the config has errors, that a file cannot be read", async () => {
    const own = await openFiles({
      "a.strategy.yaml": "title: A\nperiod: 2026/27\n",
      "stratkit.config.yaml": "extends: draft\n",
      "notes.yaml": "a: 1\n",
    });
    const { document } = await showFile(own.uri, "notes.yaml");
    await window.showTextDocument(await languages.setTextDocumentLanguage(document, "stratkit"));
    assert.equal(
      (await says(/^File name not recognised: write <id>\.<kind>\.yaml$/)).command?.title,
      "Explain",
    );
    const config = await showFile(own.uri, "stratkit.config.yaml");
    await says(/measured$/);
    await config.edit((edit) => edit.insert(config.document.positionAt(0), "rules: [\n"));
    await says(/^Config has errors: using the last good one$/);
    await commands.executeCommand("workbench.action.files.revert");
    await says(/measured$/);
    const strategy = await showFile(own.uri, "a.strategy.yaml");
    await strategy.edit((edit) => edit.insert(strategy.document.positionAt(0), "aims: [\n"));
    assert.equal((await says(/^1 file cannot be read$/)).command?.command, "stratkit.toFix.focus");
    await closeEditors();
    await own.close();
  });

  it("says that the server has stopped, and starts it again", async () => {
    await showFile(openedFolder("kmpt"), STRATEGY);
    await says(/measured$/);
    await extension.server.client.stop();
    const { command } = await says(/^Server stopped$/);
    assert.equal(command?.title, "Restart");
    assert.deepEqual(await extension.views.strategy.tree.getChildren(), []);
    await commands.executeCommand(command?.command ?? "");
    await says(/^14 objectives · 0% measured$/);
    await waitFor("the tree to be back", async () => (await strategyLines("kmpt")).length === 3);
  });
});
