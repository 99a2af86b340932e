// The view "To Fix": what is open, grouped by meaning with the worst first, then what is waived and what is known debt.

import {
  commands,
  Disposable,
  EventEmitter,
  type ExtensionContext,
  l10n,
  type TreeDataProvider,
  type TreeView,
  window,
} from "vscode";
import type { ToFixResult } from "../protocol.ts";
import type { StrategyServer } from "../server.ts";
import { type FixEntry, type FixLine, toFixItem, topLines } from "./fixLine.ts";
import { openPlace } from "./places.ts";
import { askRoots } from "./roots.ts";
import { whenChanged } from "./whenChanged.ts";

const VIEW = "stratkit.toFix";

export interface FixListView {
  readonly view: TreeView<FixLine>;
  readonly list: FixList;
}

export function registerToFix(context: ExtensionContext, server: StrategyServer): FixListView {
  const list = fixList(server);
  const view = window.createTreeView(VIEW, { treeDataProvider: list, showCollapseAll: true });
  // The number on the icon is true also while nobody looks at the view.
  const heading = list.onList((results) => head(view, results));
  const open = commands.registerCommand("stratkit.toFix.open", (entry?: FixEntry) =>
    entry === undefined ? undefined : openEntry(server, entry),
  );
  context.subscriptions.push(list, view, heading, open);
  return { view, list };
}

export interface FixList extends TreeDataProvider<FixLine>, Disposable {
  getChildren(line?: FixLine): Promise<FixLine[]>;
  /** A newer list has come, and the view's badge and message say so. */
  readonly onList: (act: (results: readonly ToFixResult[]) => void) => Disposable;
}

function fixList(server: StrategyServer): FixList {
  const changed = new EventEmitter<undefined>();
  const listed = new EventEmitter<readonly ToFixResult[]>();
  let results: Promise<readonly ToFixResult[]> | undefined;
  const ask = () => {
    if (results !== undefined) return results;
    const asked = askRoots(server, (root) => server.request("stratkit/toFix", { root })).then((answers) => {
      // Answers may overtake each other; only the newest counts.
      if (results === asked) listed.fire(answers);
      return answers;
    });
    results = asked;
    return asked;
  };
  const listening = whenChanged(server, () => {
    results = undefined;
    changed.fire(undefined);
    ask().catch((error: unknown) => server.log.warn(String(error)));
  });
  return {
    onDidChangeTreeData: changed.event,
    onList: listed.event,
    getTreeItem: toFixItem,
    async getChildren(line) {
      if (line === undefined) return topLines(await ask());
      return line.type === "entry" ? [] : [...line.below];
    },
    dispose: () => Disposable.from(changed, listed, listening).dispose(),
  };
}

/** The badge counts errors; a list without anything open says how the strategies stand. */
function head(view: TreeView<FixLine>, results: readonly ToFixResult[]): void {
  const errors = results.reduce((sum, result) => sum + result.errors, 0);
  const tooltip = errors === 1 ? l10n.t("1 error to fix") : l10n.t("{0} errors to fix", errors);
  view.badge = errors === 0 ? undefined : { value: errors, tooltip };
  const isSound = results.every(({ groups }) => groups.every(({ state }) => state !== "open"));
  view.message = isSound ? sayAll(results) : undefined;
}

function sayAll(results: readonly ToFixResult[]): string | undefined {
  if (results.some(({ complete }) => !complete)) {
    return l10n.t("Not everything could be read, so nothing is said about what may be missing.");
  }
  const coverage = results.flatMap((result) => result.coverage);
  return coverage.length === 0 ? undefined : l10n.t("Nothing to fix. {0}.", coverage.join(". "));
}

/** The place with its repairs: what is offered there opens by itself. */
async function openEntry(server: StrategyServer, { place }: FixEntry): Promise<void> {
  await openPlace(server, place);
  await commands.executeCommand("editor.action.quickFix");
}
