// The view "Strategy": from the vision down to actions, one level at a time as people open it.

import {
  commands,
  Disposable,
  EventEmitter,
  type ExtensionContext,
  env,
  type TreeDataProvider,
  type TreeView,
  window,
} from "vscode";
import type { StrategyServer } from "../server.ts";
import { followCursor } from "./followCursor.ts";
import { openPlace, showReferencesOf } from "./places.ts";
import { askRoots } from "./roots.ts";
import { lineOf, rootLine, type StrategyLine, toTreeItem } from "./strategyLine.ts";
import { whenChanged } from "./whenChanged.ts";

const VIEW = "stratkit.strategy";

export interface StrategyTreeView {
  readonly view: TreeView<StrategyLine>;
  readonly tree: StrategyTree;
}

export function registerStrategyTree(context: ExtensionContext, server: StrategyServer): StrategyTreeView {
  const tree = strategyTree(server);
  const view = window.createTreeView(VIEW, { treeDataProvider: tree, showCollapseAll: true });
  context.subscriptions.push(tree, view, followCursor(server, view, tree), ...registerCommands(server));
  return { view, tree };
}

export interface StrategyTree extends TreeDataProvider<StrategyLine>, Disposable {
  getParent(line: StrategyLine): StrategyLine | undefined;
  getChildren(line?: StrategyLine): Promise<StrategyLine[]>;
  /** The line of a root, where lines of roots are shown. */
  above(root: string): StrategyLine | undefined;
}

function strategyTree(server: StrategyServer): StrategyTree {
  const changed = new EventEmitter<undefined>();
  const listening = whenChanged(server, () => changed.fire(undefined));
  /** Lines of roots; none where there is one root alone. */
  let roots: readonly StrategyLine[] = [];
  const top = async () => {
    const answers = await askRoots(server, (root) => server.request("stratkit/tree", { root }));
    const shown = answers.filter(({ lines }) => lines.length > 0);
    void commands.executeCommand("setContext", "stratkit.isEmpty", shown.length === 0);
    roots = shown.length > 1 ? shown.map(({ root }) => rootLine(root)) : [];
    const [only] = shown;
    if (roots.length > 0 || only === undefined) return [...roots];
    return only.lines.map((line) => lineOf(only.root, line, undefined));
  };
  return {
    onDidChangeTreeData: changed.event,
    getTreeItem: toTreeItem,
    getParent: ({ parent }) => parent,
    above: (root) => roots.find((line) => line.root === root),
    async getChildren(line) {
      if (line === undefined) return top();
      if (!server.client.isRunning()) return [];
      const { root, key } = line;
      const below = await server.request(
        "stratkit/tree",
        key === undefined ? { root } : { root, parent: key },
      );
      return below === null ? [] : below.lines.map((one) => lineOf(root, one, line));
    },
    dispose: () => Disposable.from(changed, listening).dispose(),
  };
}

/** Of the menus; the guided commands take a line as it is. */
function registerCommands(server: StrategyServer): Disposable[] {
  const register = (name: string, act: (line: StrategyLine) => unknown) =>
    commands.registerCommand(`stratkit.tree.${name}`, (line?: StrategyLine) =>
      line === undefined ? undefined : act(line),
    );
  return [
    register("open", ({ place }) => (place === undefined ? undefined : openPlace(server, place))),
    register("copyId", ({ id }) => (id === undefined ? undefined : env.clipboard.writeText(id))),
    register("findReferences", ({ place }) =>
      place === undefined ? undefined : showReferencesOf(server, place),
    ),
    register("newObjective", (line) => commands.executeCommand("stratkit.newObjective", line)),
  ];
}
