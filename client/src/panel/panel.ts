// The panel beside the text: the strategy as a drawing that follows what is typed and where the cursor stands.

import {
  commands,
  type ExtensionContext,
  l10n,
  type Uri,
  ViewColumn,
  type WebviewPanel,
  window,
} from "vscode";
import type { StrategyServer } from "../server.ts";
import { exportPage } from "./exportPage.ts";
import { type PanelState, readState } from "./messages.ts";
import { PanelView } from "./panelView.ts";

export const PANEL_TYPE = "stratkit.panel";

/** A thing to show, as trees and code lenses hand it over. */
interface Shown {
  readonly uri?: string;
  readonly kind?: string;
  readonly id?: string;
}

export function registerPanel(context: ExtensionContext, server: StrategyServer): void {
  let view: PanelView | undefined;
  const take = (panel: WebviewPanel, state: PanelState) => {
    const made = new PanelView(panel, state, context, server);
    view = made;
    panel.onDidDispose(() => {
      if (view === made) view = undefined;
    });
    return made;
  };
  const open = (column: ViewColumn, wanted: PanelState): PanelView => {
    if (view !== undefined) {
      view.show(column, wanted);
      return view;
    }
    const panel = window.createWebviewPanel(
      PANEL_TYPE,
      l10n.t("Strategy"),
      { viewColumn: column, preserveFocus: column === ViewColumn.Beside },
      { enableFindWidget: true },
    );
    return take(panel, wanted);
  };
  context.subscriptions.push(
    window.registerWebviewPanelSerializer(PANEL_TYPE, {
      async deserializeWebviewPanel(panel, state: unknown) {
        take(panel, readState(state));
      },
    }),
    commands.registerCommand("stratkit.openPanel", () => void open(ViewColumn.Active, aboutEditor())),
    commands.registerCommand("stratkit.openPanelToSide", () => void open(ViewColumn.Beside, aboutEditor())),
    commands.registerCommand("stratkit.showGoldenThread", (shown?: Shown) => {
      const about = typeof shown?.uri === "string" ? { root: shown.uri } : aboutEditor();
      const opened = open(ViewColumn.Beside, { ...about, panel: "map" });
      const isNamed = typeof shown?.kind === "string" && typeof shown.id === "string";
      opened.reveal(isNamed ? `${shown.kind}:${shown.id}` : undefined);
    }),
    commands.registerCommand("stratkit.exportPage", (to?: Uri, strategy?: string) => {
      const about = view?.state ?? aboutEditor();
      const { year: _, ...rest } = about;
      return exportPage(server, typeof strategy === "string" ? { ...rest, strategy } : about, to);
    }),
    { dispose: () => view?.dispose() },
  );
}

/** The root is that of the text in front of the author; without one the first. */
function aboutEditor(): PanelState {
  const uri = window.activeTextEditor?.document.uri;
  return uri === undefined || uri.scheme === "output" ? {} : { root: uri.toString() };
}
