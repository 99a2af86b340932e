// Saves the page that `stratkit report` makes, where the author says.

import { l10n, Uri, window, workspace } from "vscode";
import type { StrategyServer } from "../server.ts";
import type { PanelState } from "./messages.ts";

/** `to` is where the page goes without asking. */
export async function exportPage(server: StrategyServer, state: PanelState, to?: Uri): Promise<void> {
  const about = await server.request("stratkit/panel", { panel: "map", ...rootOf(state) });
  if (about === null) throw new Error(l10n.t("No folder with a strategy is open."));
  const strategy = state.strategy ?? (await chooseStrategy(about.strategies));
  if (strategy === undefined) return;
  const target =
    to instanceof Uri
      ? to
      : await window.showSaveDialog({
          title: l10n.t("Export Page"),
          saveLabel: l10n.t("Export"),
          defaultUri: Uri.joinPath(Uri.parse(about.root), `${strategy}.html`),
          filters: { [l10n.t("Page")]: ["html"] },
        });
  if (target === undefined) return;
  const { page } = await server.run<{ readonly page: string }>("stratkit.server.reportPage", {
    uri: about.root,
    strategy,
    ...(state.year === undefined ? {} : { year: state.year }),
  });
  await workspace.fs.writeFile(target, new TextEncoder().encode(page));
  window.setStatusBarMessage(l10n.t("The page was saved as {0}", target.path.split("/").at(-1) ?? ""), 5000);
}

function rootOf({ root }: PanelState): { root?: string } {
  return root === undefined ? {} : { root };
}

async function chooseStrategy(
  strategies: readonly { readonly id: string; readonly title: string }[],
): Promise<string | undefined> {
  const [first, ...others] = strategies;
  if (first === undefined) throw new Error(l10n.t("There is no strategy to export yet."));
  if (others.length === 0) return first.id;
  const items = strategies.map(({ id, title }) => ({ label: title, description: id, id }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t("Export Page"),
    placeHolder: l10n.t("Which strategy?"),
  });
  return picked?.id;
}
