// The lines of the view "Changes". What is shown stays until newer lines are there; nothing is asked while nobody looks.

import { Disposable, EventEmitter, type TreeDataProvider, window, workspace } from "vscode";
import type { ChangesResult } from "../protocol.ts";
import type { StrategyServer } from "../server.ts";
import { askRoots } from "../views/roots.ts";
import { whenChanged } from "../views/whenChanged.ts";
import { type ChangeLine, toChangeItem, topLines } from "./changeLine.ts";

export interface ChangeList extends TreeDataProvider<ChangeLine>, Disposable {
  getChildren(line?: ChangeLine): Promise<ChangeLine[]>;
  /** A newer list has come. */
  readonly onList: (act: (results: readonly ChangesResult[]) => void) => Disposable;
  /** The newest answers of all roots; empty before the first ones. */
  readonly results: readonly ChangesResult[];
  /** Asks again now. */
  refresh(): Promise<void>;
  /** Asks again, at once or as soon as somebody looks. */
  look(isSeen: boolean): void;
}

/** Comparing takes longer than a check, so it waits until somebody has stopped typing. */
const QUIET_MS = 500;

export function changeList(server: StrategyServer, baseOf: (root: string) => string | undefined): ChangeList {
  const changed = new EventEmitter<undefined>();
  const listed = new EventEmitter<readonly ChangesResult[]>();
  let results: readonly ChangesResult[] = [];
  let asked: Promise<void> | undefined;
  let isOld = true;
  let isSeen = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async () => {
    isOld = false;
    const mine = askAll(server, baseOf).then((answers) => {
      // Answers may overtake each other; only the newest counts.
      if (asked !== mine) return;
      results = answers;
      listed.fire(answers);
      changed.fire(undefined);
    });
    asked = mine;
    return mine;
  };
  const askLogged = () => {
    ask().catch((error: unknown) => server.log.warn(String(error)));
  };
  const note = () => {
    isOld = true;
    clearTimeout(timer);
    if (isSeen) timer = setTimeout(askLogged, QUIET_MS);
  };
  const listening = [
    whenChanged(server, note),
    workspace.onDidGrantWorkspaceTrust(note),
    // A commit may have been made elsewhere.
    window.onDidChangeWindowState(({ focused }) => {
      if (focused) note();
    }),
    ...watchCommits(note),
  ];
  return {
    onDidChangeTreeData: changed.event,
    onList: listed.event,
    get results() {
      return results;
    },
    getTreeItem: toChangeItem,
    async getChildren(line) {
      if (line !== undefined) return "below" in line ? [...line.below] : [];
      // Only the first lines are waited for.
      if (asked === undefined) askLogged();
      if (results.length === 0) await asked?.catch(() => undefined);
      return topLines(results);
    },
    refresh: ask,
    look(seen) {
      isSeen = seen;
      if (seen && isOld) askLogged();
    },
    dispose() {
      clearTimeout(timer);
      Disposable.from(changed, listed, ...listening).dispose();
    },
  };
}

/** git is run only for folders that people trust. */
async function askAll(
  server: StrategyServer,
  baseOf: (root: string) => string | undefined,
): Promise<ChangesResult[]> {
  if (!workspace.isTrusted) return [];
  return askRoots(server, (root) => {
    const base = baseOf(root);
    return server.request("stratkit/changes", { root, ...(base === undefined ? {} : { base }) });
  });
}

/** What git writes when HEAD moves: to another branch, by a commit, by whatever else it keeps a log of. */
function watchCommits(act: () => void): Disposable[] {
  const watcher = workspace.createFileSystemWatcher("**/.git/{HEAD,COMMIT_EDITMSG,logs/HEAD}");
  return [watcher, watcher.onDidCreate(act), watcher.onDidChange(act)];
}
