// The trees show one workspace as it is, and several below a line for each.

import { Uri, workspace } from "vscode";
import type { StrategyServer } from "../server.ts";

/** Answers of all roots, in the order of their addresses; nothing while no server runs. */
export async function askRoots<Result extends { readonly root: string }>(
  server: StrategyServer,
  ask: (root: string) => Promise<Result | null>,
): Promise<Result[]> {
  await server.ready();
  // A server that has stopped is not started again by a look at a tree.
  if (!server.client.isRunning()) return [];
  const { roots } = await server.request("stratkit/roots", null);
  const answers = await Promise.all(
    roots.toSorted().map(async (root) => {
      const answer = await ask(root);
      // An answer about another root says that this one is gone.
      return answer?.root === root ? answer : undefined;
    }),
  );
  return answers.filter((answer) => answer !== undefined);
}

/** What people call a root: its folder, as the explorer shows it. */
export function nameOfRoot(root: string): string {
  const shown = workspace.asRelativePath(Uri.parse(root), true);
  return shown.slice(shown.lastIndexOf("/") + 1);
}
