// The view "Changes" over a real repository: what it lists, where its lines lead, what it says where there is nothing to
// list, and what cards know of it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  commands,
  env,
  Range,
  TabInputTextDiff,
  type TextEditor,
  ThemeIcon,
  type TreeItem,
  Uri,
  window,
  workspace,
} from "vscode";
import type { Extension } from "../../../src/activate.ts";
import type { ChangeItem, ChangeLine, ChangesOfGroup } from "../../../src/changes/changeLine.ts";
import { cardsAt } from "../../harness/asking.ts";
import { closeEditors, placeOf, showFile } from "../../harness/documents.ts";
import { startExtension } from "../../harness/extension.ts";
import { openedFolder } from "../../harness/folders.ts";
import { waitFor } from "../../harness/waitFor.ts";

const MEASURES = "cmht.measures.yaml";
const TARGET = "at most 40";
const WEAKER = "at most 50";
const OWN = "own.strategy.yaml";
const OWN_TEXT = `title: Ours
period: 2026/27
objectives:
  gone: {title: Goes away, done-when: It is there}
  stays: {title: Stays, done-when: It is there}
`;

let extension: Extension;

function git(...words: string[]): string {
  const identity = ["-c", "user.name=Test", "-c", "user.email=test@example.org"];
  const cwd = openedFolder("kmpt").fsPath;
  const ran = spawnSync("git", [...identity, ...words], { cwd, encoding: "utf8" });
  assert.equal(ran.status, 0, ran.stderr);
  return ran.stdout.trim();
}

function itemOf(line: ChangeLine): TreeItem {
  const item = extension.views.changes.list.getTreeItem(line);
  assert.ok(!("then" in item));
  return item;
}

function pictureOf({ iconPath }: TreeItem): string | undefined {
  return iconPath instanceof ThemeIcon ? iconPath.id : undefined;
}

async function groups(): Promise<ChangesOfGroup[]> {
  const lines = await extension.views.changes.list.getChildren();
  return lines.filter((line) => line.type === "group");
}

/** Once the view lists it. */
function changeNamed(changeId: string): Promise<ChangeItem> {
  return waitFor(changeId, async () => {
    const listed = (await groups()).flatMap(({ below }) => below);
    return listed.find(({ entry }) => entry.changeId === changeId);
  });
}

function sideBySide(): TabInputTextDiff | undefined {
  const input = window.tabGroups.activeTabGroup.activeTab?.input;
  return input instanceof TabInputTextDiff ? input : undefined;
}

function commit(): string {
  git("add", "-A");
  git("commit", "-q", "-m", "A commit");
  return git("rev-parse", "HEAD");
}

before(async () => {
  extension = await startExtension();
  git("init", "-q", "-b", "main");
  const own = Uri.joinPath(openedFolder("kmpt"), OWN);
  await workspace.fs.writeFile(own, new TextEncoder().encode(OWN_TEXT));
  await commands.executeCommand("stratkit.changes.focus");
});
afterEach(closeEditors);

describe("the view Changes", () => {
  it("says why there is nothing to compare with, and looks again after the first commit", async () => {
    const { list, view } = extension.views.changes;
    await waitFor("the view to be seen", () => view.visible);
    await waitFor("a reason", () => {
      const [result] = list.results;
      return result !== undefined && "refused" in result && /no commit yet/.test(result.refused);
    });
    assert.deepEqual(await list.getChildren(), []);
    const id = commit();
    git("tag", "adopted");
    await waitFor(
      "the comparison with the commit",
      () => view.description === `since main, ${id.slice(0, 7)}`,
    );
    await waitFor("an empty list", async () => (await groups()).length === 0);
  });

  it("follows unsaved text, says in words what a picture shows, and tells cards of it", async () => {
    const { document } = await weaken();
    const change = await changeNamed("target-weakened");
    const [group] = await groups();
    assert.ok(group);
    assert.equal(itemOf(group).label, "Give a reason");
    assert.equal(itemOf(group).description, "1");
    assert.equal(pictureOf(itemOf(group)), "warning");
    const item = itemOf(change);
    assert.equal(item.label, change.entry.title);
    assert.match(String(item.description), /from .+ to .+/);
    const { label = "" } = item.accessibilityInformation ?? {};
    assert.ok(label.startsWith(`Give a reason: Measure ${change.entry.title} `), label);
    assert.match(label, /cmht\.measures\.yaml:\d+$/);
    assert.equal(item.contextValue, "change explain");
    const place = placeOf(document, "  case|load:");
    await waitFor("the card", async () =>
      (await cardsAt(document, place)).some((card) => /Since main/.test(card)),
    );
  });

  it("opens the place, and both texts side by side, the old one to be read alone", async () => {
    await weaken();
    const change = await changeNamed("target-weakened");
    const { command } = itemOf(change);
    await commands.executeCommand(command?.command ?? "", ...(command?.arguments ?? []));
    const editor = window.activeTextEditor;
    assert.ok(editor);
    assert.ok(editor.document.uri.path.endsWith(`/${MEASURES}`));
    assert.ok(editor.document.lineAt(editor.selection.active.line).text.includes(WEAKER));
    await commands.executeCommand("stratkit.changes.sideBySide", change);
    const input = await waitFor("both texts", sideBySide);
    assert.equal(input.original.scheme, "stratkit-base");
    assert.equal(input.modified.toString(), change.uri);
    const old = await workspace.openTextDocument(input.original);
    assert.equal(old.getText(), git("show", `HEAD:${MEASURES}`).concat("\n"));
    assert.equal(old.languageId, "stratkit");
  });

  it("opens what is gone in the text that held it, and copies the line that agrees to it", async () => {
    const editor = await showFile(openedFolder("kmpt"), OWN);
    const { line } = placeOf(editor.document, "|  gone:");
    await editor.edit((builder) => builder.delete(editor.document.lineAt(line).rangeIncludingLineBreak));
    const change = await changeNamed("objective-removed");
    const item = itemOf(change);
    assert.equal(pictureOf(item), "error");
    assert.equal(item.contextValue, "change agree line");
    assert.match(item.accessibilityInformation?.label ?? "", /own\.strategy\.yaml:4, as it was in main$/);
    await commands.executeCommand("stratkit.changes.copyLine", change);
    assert.match(
      await env.clipboard.readText(),
      /^- \d{4}-\d\d-\d\d objective-removed own\/gone [0-9a-f]{12}: $/,
    );
    await commands.executeCommand("stratkit.changes.open", change);
    const shown = window.activeTextEditor;
    assert.equal(shown?.document.uri.scheme, "stratkit-base");
    assert.equal(shown.document.getText(), OWN_TEXT);
    assert.equal(shown.selection.active.line, line);
    await commands.executeCommand("stratkit.changes.sideBySide", change);
    const input = await waitFor("both texts", sideBySide);
    assert.equal(input.modified.toString(), editor.document.uri.toString());
  });

  it("compares with another version that somebody chose, and with the main branch again", async () => {
    const editor = await weaken();
    await editor.document.save();
    const id = commit();
    const { view } = extension.views.changes;
    await waitFor("the new commit", () => view.description === `since main, ${id.slice(0, 7)}`);
    await waitFor("an empty list", async () => (await groups()).length === 0);
    await waitFor("the tag", () => choose("quickInput.last", /^since adopted, /));
    await changeNamed("target-weakened");
    await waitFor("the main branch", () => choose("quickInput.first", /^since main, /));
  });
});

/** Shows the file with a target that is easier to reach. */
async function weaken(): Promise<TextEditor> {
  const editor = await showFile(openedFolder("kmpt"), MEASURES);
  const [start, end] = [placeOf(editor.document, `|${TARGET}`), placeOf(editor.document, `${TARGET}|`)];
  await editor.edit((builder) => builder.replace(new Range(start, end), WEAKER));
  return editor;
}

/** True where that is compared with then: an Enter may come before the key has moved to its line. */
async function choose(key: string, expected: RegExp): Promise<boolean> {
  let isDone = false;
  const running = Promise.resolve(commands.executeCommand("stratkit.changes.chooseBase")).then(() => {
    isDone = true;
  });
  await waitFor("the choice", async () => {
    await commands.executeCommand(key);
    await commands.executeCommand("workbench.action.acceptSelectedQuickOpenItem");
    return isDone;
  });
  await running;
  return expected.test(extension.views.changes.view.description ?? "");
}
