// The parts of a server that has met its client: session, publisher, watchers, progress. They know each other only
// here.

import { type Analysis, type Engine, equalValues } from "@stratkit/core";
import {
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
} from "vscode-languageserver";
import type { Client } from "./client.ts";
import { Comparing } from "./comparing.ts";
import type { Folders } from "./folders.ts";
import type { Log } from "./guard.ts";
import { ChangedNotification, ReadyNotification, StatusNotification, type StatusParams } from "./messages.ts";
import type { Platform } from "./platform.ts";
import { LateProgress } from "./progress.ts";
import { Publisher } from "./publisher.ts";
import type { StrategyRoot } from "./root.ts";
import { Session } from "./session.ts";
import { readSettings } from "./settings.ts";
import { uriOf } from "./uris.ts";
import { Watching } from "./watching.ts";

/** Lives from the client's `initialize` to its `exit`. */
export class OpenServer {
  readonly connection: Connection;
  readonly session: Session;
  readonly publisher: Publisher;
  readonly comparing: Comparing;
  readonly watching: Watching;
  readonly #platform: Platform;
  readonly #log: Log;
  readonly #folders: readonly string[];
  /** The model that each root's lenses and hints were last made from. */
  readonly #shownModels = new Map<StrategyRoot, Analysis>();
  /** What the client was told last of each root. */
  readonly #told = new Map<StrategyRoot, StatusParams>();

  constructor(parts: {
    readonly connection: Connection;
    readonly platform: Platform;
    readonly engine: Engine;
    readonly log: Log;
    readonly client: Client;
    readonly folders: readonly string[];
    readonly clientFolders: Folders;
  }) {
    const { connection, platform, client } = parts;
    const progress = new LateProgress(connection, client, platform);
    this.connection = connection;
    this.#platform = platform;
    this.#log = parts.log;
    this.#folders = parts.folders;
    this.session = new Session({
      ...parts,
      events: {
        reading: (root) => this.#sendStatus(root, "reading"),
        checked: (root) => this.#checked(root),
        removed: (root) => this.#removed(root),
        rootsKnown: (roots) => this.watching.watch(roots),
        ready: () => this.#ready(),
        busy: () => progress.busy(),
        idle: () => progress.idle(),
      },
    });
    this.comparing = new Comparing(parts);
    this.publisher = new Publisher(connection, this.session, platform);
    this.watching = new Watching(connection, this.session, platform);
  }

  async begin(): Promise<void> {
    const { workspace } = this.session.client.capabilities;
    const reading = this.session.changeFolders(this.#folders, []);
    if (workspace?.workspaceFolders === true) {
      this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        void this.session.changeFolders(
          added.map(({ uri }) => uri),
          removed.map(({ uri }) => uri),
        );
      });
    }
    if (workspace?.didChangeConfiguration?.dynamicRegistration === true) {
      void this.connection.client.register(DidChangeConfigurationNotification.type, { section: "stratkit" });
    }
    await Promise.all([reading, this.askForSettings(undefined)]);
  }

  /** Asks the client where it can be asked; else takes what it sent. */
  async askForSettings(sent: unknown): Promise<void> {
    const canBeAsked = this.session.client.capabilities.workspace?.configuration === true;
    if (!canBeAsked && sent === undefined) return;
    const written = canBeAsked ? await this.connection.workspace.getConfiguration("stratkit") : sent;
    if (written === null || written === undefined) return;
    this.session.settings = readSettings(written);
    if (!this.session.isReady) return;
    this.publisher.showAnew();
    this.#refreshHints();
  }

  #ready(): void {
    this.publisher.ready();
    const told = this.connection.sendNotification(ReadyNotification, {
      roots: this.session.roots.map(({ key }) => uriOf(key)),
    });
    void told
      .then(() => this.#platform.tidyMemory?.())
      .catch((error: unknown) => this.#log.error("tidying memory", error));
    this.#refreshHints();
  }

  #sayChanged({ key, revision }: StrategyRoot): void {
    void this.connection.sendNotification(ChangedNotification, { root: uriOf(key), revision });
  }

  #sendStatus(root: StrategyRoot, state: StatusParams["state"]): void {
    const status = statusOf(root, state);
    const told = this.#told.get(root);
    if (equalValues(told, status)) return;
    this.#told.set(root, status);
    void this.connection.sendNotification(StatusNotification, status);
  }

  #checked(root: StrategyRoot): void {
    this.publisher.checked(root);
    const { analysis } = root;
    if (analysis === undefined) return;
    const shown = this.#shownModels.get(root);
    this.#sendStatus(root, "ready");
    if (shown === analysis) return;
    this.#shownModels.set(root, analysis);
    this.#sayChanged(root);
    if (this.session.isReady && (shown?.model !== analysis.model || shown.thread !== analysis.thread)) {
      this.#refreshHints();
    }
  }

  #removed(root: StrategyRoot): void {
    this.#shownModels.delete(root);
    this.#told.delete(root);
    this.publisher.removed(root);
    this.comparing.forget(root);
    this.#sayChanged(root);
  }

  /** What another file's change may have made untrue. */
  #refreshHints(): void {
    if (this.session.documents.all().length === 0) return;
    const { workspace } = this.session.client.capabilities;
    if (workspace?.codeLens?.refreshSupport === true)
      void this.connection.sendRequest(CodeLensRefreshRequest.type);
    if (workspace?.inlayHint?.refreshSupport === true) void this.connection.languages.inlayHint.refresh();
  }
}

/** Of a root that was never checked nothing is known yet. */
function statusOf(root: StrategyRoot, state: StatusParams["state"]): StatusParams {
  const { analysis } = root;
  const incomplete = [...(analysis?.incomplete ?? [])];
  return {
    root: uriOf(root.key),
    state,
    files: analysis?.files.size ?? 0,
    unreadable: incomplete.filter((path) => analysis?.files.get(path)?.isWhole === false).length,
    config: root.configState,
    partial: analysis !== undefined && !analysis.workspace.complete,
  };
}
