// The view "Changes": what has become of the promises since a base, grouped by what it asks of people.

import {
  commands,
  Disposable,
  type ExtensionContext,
  env,
  l10n,
  type TreeView,
  window,
  workspace,
} from "vscode";
import type { ChangesRefused, ChangesResult } from "../protocol.ts";
import type { StrategyServer } from "../server.ts";
import { nameOfRoot } from "../views/roots.ts";
import { openChange, openSideBySide, provideBaseTexts } from "./baseTexts.ts";
import { type ChangeItem, type ChangeLine, isFound, sayBase } from "./changeLine.ts";
import { type ChangeList, changeList } from "./changeList.ts";
import { type ChosenBases, chosenBases } from "./chosenBase.ts";

const VIEW = "stratkit.changes";

export interface ChangesView {
  readonly view: TreeView<ChangeLine>;
  readonly list: ChangeList;
}

export function registerChanges(context: ExtensionContext, server: StrategyServer): ChangesView {
  const bases = chosenBases(context, server);
  const list = changeList(server, bases.of);
  const view = window.createTreeView(VIEW, { treeDataProvider: list, showCollapseAll: true });
  context.subscriptions.push(
    list,
    view,
    list.onList((results) => head(server, view, results)),
    view.onDidChangeVisibility(({ visible }) => list.look(visible)),
    provideBaseTexts(server),
    registerCommands(server, list, bases),
  );
  list.look(view.visible);
  return { view, list };
}

function registerCommands(server: StrategyServer, list: ChangeList, bases: ChosenBases): Disposable {
  const onChange = (name: string, act: (line: ChangeItem) => unknown) =>
    commands.registerCommand(`${VIEW}.${name}`, (line?: ChangeLine) =>
      line?.type === "change" ? act(line) : undefined,
    );
  return Disposable.from(
    onChange("open", (line) => openChange(server, line)),
    onChange("sideBySide", openSideBySide),
    onChange("copyLine", ({ entry }) => env.clipboard.writeText(entry.line ?? "")),
    commands.registerCommand(`${VIEW}.refresh`, () => list.refresh()),
    commands.registerCommand(`${VIEW}.chooseBase`, async (line?: ChangeLine) => {
      const root = line?.root ?? (await pickRoot(server));
      if (root !== undefined && (await bases.choose(root))) await list.refresh();
    }),
    commands.registerCommand(`${VIEW}.showWhy`, (line?: ChangeLine) => {
      const refusal = line?.type === "refusal" ? line.refusal : list.results.find((one) => !isFound(one));
      // The sentence stays until somebody closes it; the command is over before.
      if (refusal !== undefined && !isFound(refusal)) void showWhy(refusal);
    }),
  );
}

async function pickRoot(server: StrategyServer): Promise<string | undefined> {
  await server.ready();
  const { roots } = await server.request("stratkit/roots", null);
  if (roots.length < 2) return roots[0];
  const items = roots.toSorted().map((root) => ({ label: nameOfRoot(root), root }));
  const chosen = await window.showQuickPick(items, {
    title: l10n.t("Compare With..."),
    placeHolder: l10n.t("Which folder?"),
  });
  return chosen?.root;
}

async function showWhy({ refused, command }: ChangesRefused): Promise<void> {
  const copy = l10n.t("Copy the Command");
  const chosen = await window.showInformationMessage(refused, ...(command === undefined ? [] : [copy]));
  if (chosen === copy && command !== undefined) await env.clipboard.writeText(command);
}

/** What was compared stands beside the view's name; where no line is shown, one of its welcomes says why. */
function head(
  { client }: StrategyServer,
  view: TreeView<ChangeLine>,
  results: readonly ChangesResult[],
): void {
  const [only, ...others] = results;
  const found = only !== undefined && others.length === 0 && isFound(only) ? only : undefined;
  view.description = found === undefined ? "" : l10n.t("since {0}", sayBase(found));
  // The first two lines are the verdict and the counts, which the groups say.
  const more = found === undefined ? [] : found.summary.slice(found.complete ? 2 : 0);
  view.message = more.length === 0 ? undefined : more.map((line) => `${line}.`).join(" ");
  const state = client.isRunning() || !workspace.isTrusted ? stateOf(results) : "stopped";
  void commands.executeCommand("setContext", "stratkit.changesState", state);
}

/** The welcomes choose by it. */
function stateOf([only, ...others]: readonly ChangesResult[]): string {
  if (!workspace.isTrusted) return "untrusted";
  if (only === undefined) return "nothing";
  if (others.length > 0) return "several";
  if (isFound(only)) return only.groups.length === 0 ? "same" : "changes";
  return only.cause === "no-git" || only.cause === "not-a-repository" ? only.cause : "refused";
}
