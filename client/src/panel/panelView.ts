// One open panel: asks the server for the drawing, places it in the page, opens what is clicked.

import {
  commands,
  type Disposable,
  type ExtensionContext,
  l10n,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from "vscode";
import type { PanelResult, PanelTarget } from "../protocol.ts";
import type { StrategyServer } from "../server.ts";
import { type FromPage, type PanelState, readFromPage, type ToPage } from "./messages.ts";
import { openBeside } from "./openBeside.ts";
import { pageHtml } from "./pageHtml.ts";
import { innermostTarget } from "./targets.ts";

/** So long after the last check: whoever types on sees one new drawing, not ten. */
const QUIET = 300;

/** Lives as long as its tab in the editor. */
export class PanelView implements Disposable {
  readonly #panel: WebviewPanel;
  readonly #server: StrategyServer;
  readonly #parts: Disposable[] = [];
  #state: PanelState;
  #isReady = false;
  #targets: Readonly<Record<string, PanelTarget>> = {};
  #stale: PanelResult["stale"];
  #marked: string | undefined;
  /** Counts what was asked: an answer that is not the newest is not shown. */
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What is to have the focus once it is drawn; null where it is the thing at the cursor. */
  #toReveal: string | null | undefined;

  constructor(panel: WebviewPanel, state: PanelState, context: ExtensionContext, server: StrategyServer) {
    this.#panel = panel;
    this.#state = state;
    this.#server = server;
    const [dist, media] = ["dist", "media"].map((folder) => Uri.joinPath(context.extensionUri, folder));
    const { webview } = panel;
    if (dist === undefined || media === undefined) return;
    panel.iconPath = Uri.joinPath(context.extensionUri, "icons/stratkit.png");
    webview.options = { enableScripts: true, localResourceRoots: [dist, media] };
    this.#parts.push(
      webview.onDidReceiveMessage((message: unknown) => this.#hear(readFromPage(message))),
      panel.onDidDispose(() => this.#stop()),
      panel.onDidChangeViewState(() => this.#markCursor()),
      server.onChanged(({ root }) => {
        if (this.#state.root === undefined || this.#state.root === root) this.#drawSoon();
      }),
      window.onDidChangeTextEditorSelection(() => this.#markCursor()),
      window.onDidChangeActiveTextEditor(() => this.#markCursor()),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration("stratkit.panel")) this.#markCursor();
      }),
    );
    webview.html = pageHtml({
      cspSource: webview.cspSource,
      style: webview.asWebviewUri(Uri.joinPath(media, "panel.css")).toString(),
      script: webview.asWebviewUri(Uri.joinPath(dist, "panel.js")).toString(),
      nonce: makeNonce(),
    });
  }

  /** What is shown, for a command that is about the same. */
  get state(): PanelState {
    return this.#state;
  }

  show(column: ViewColumn, wanted: PanelState): void {
    this.#panel.reveal(this.#panel.viewColumn ?? column, column === ViewColumn.Beside);
    this.#state = { ...this.#state, ...wanted };
    void this.#draw();
  }

  /** Puts the focus on a thing, or on what stands at the cursor, as soon as it is drawn. */
  reveal(target: string | undefined): void {
    this.#toReveal = target ?? null;
    void this.#draw();
  }

  dispose(): void {
    this.#panel.dispose();
  }

  #stop(): void {
    clearTimeout(this.#timer);
    for (const part of this.#parts) part.dispose();
  }

  #hear(message: FromPage | undefined): void {
    switch (message?.type) {
      case "ready":
        this.#isReady = true;
        // What the page kept is its own; what somebody asked for goes before it.
        this.#state = { ...message.state, ...this.#state };
        void this.#draw();
        break;
      case "choose":
        this.#state = { ...this.#state, ...message.state };
        void this.#draw();
        break;
      case "open": {
        const target = this.#targets[message.target];
        if (target !== undefined) void openBeside(this.#server, target.uri, target.range, this.#panel);
        break;
      }
      case "open-stale":
        if (this.#stale !== undefined)
          void openBeside(this.#server, this.#stale.uri, this.#stale.range, this.#panel);
        break;
      case "export":
        void commands.executeCommand("stratkit.exportPage");
        break;
    }
  }

  #drawSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#draw(), QUIET);
  }

  async #draw(): Promise<void> {
    if (!this.#isReady) return;
    clearTimeout(this.#timer);
    this.#asked += 1;
    const asked = this.#asked;
    const { panel = "map", root, strategy, year } = this.#state;
    try {
      await this.#server.ready();
      const result = await this.#server.request("stratkit/panel", {
        panel,
        ...(root === undefined ? {} : { root }),
        ...(strategy === undefined ? {} : { strategy }),
        ...(year === undefined ? {} : { year }),
      });
      if (asked === this.#asked) this.#place(result);
    } catch (error) {
      this.#server.log.error(error instanceof Error ? error : String(error));
      if (asked === this.#asked)
        this.#post({ type: "failed", sentence: l10n.t("The drawing could not be made. The log says why.") });
    }
  }

  #place(result: PanelResult | null): void {
    if (result === null) {
      this.#post({ type: "failed", sentence: l10n.t("No folder with a strategy is open.") });
      return;
    }
    const { html, strategies, years, root, strategy, year, stale } = result;
    this.#targets = result.targets;
    this.#stale = stale;
    this.#state = {
      ...this.#state,
      root,
      ...(strategy === undefined ? {} : { strategy }),
      ...(year === undefined ? {} : { year }),
    };
    this.#post({
      type: "drawing",
      html,
      state: this.#state,
      strategies,
      years,
      ...(stale === undefined ? {} : { stale: sayStale(stale) }),
    });
    this.#marked = undefined;
    if (this.#toReveal === undefined) this.#markCursor();
    else this.#revealNow(this.#toReveal ?? this.#atCursor());
  }

  #revealNow(target: string | undefined): void {
    this.#toReveal = undefined;
    this.#marked = target;
    this.#post({ type: "current", reveal: true, ...(target === undefined ? {} : { target }) });
  }

  #markCursor(): void {
    const follows = workspace.getConfiguration("stratkit").get("panel.followCursor", true);
    const target = follows ? this.#atCursor() : undefined;
    if (target === this.#marked) return;
    // A click in the panel leaves the editor; what was marked stays so.
    if (follows && window.activeTextEditor === undefined) return;
    this.#marked = target;
    this.#post({ type: "current", reveal: false, ...(target === undefined ? {} : { target }) });
  }

  #atCursor(): string | undefined {
    const editor = window.activeTextEditor;
    if (editor === undefined) return undefined;
    const { line, character } = editor.selection.active;
    const uri = this.#server.client.code2ProtocolConverter.asUri(editor.document.uri);
    return innermostTarget(this.#targets, uri, { line, character });
  }

  #post(message: ToPage): void {
    void this.#panel.webview.postMessage(message);
  }
}

function sayStale({ file, range, message }: NonNullable<PanelResult["stale"]>): string {
  return l10n.t("Drawn as it last was. {0}, line {1}: {2}", file, range.start.line + 1, message);
}

function makeNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
