// Owns what lives between two messages: the open documents, the roots with their files, and their analyses. Changes come
// in at once; the checks that they ask for follow by themselves.

import type { Analysis, Day, Engine, Rule } from "@stratkit/core";
import { type CheckEvents, Checking } from "./checking.ts";
import type { Client } from "./client.ts";
import { Documents, type OpenDocument } from "./documents.ts";
import type { Folders } from "./folders.ts";
import type { Log } from "./guard.ts";
import { OwnRenames } from "./ownRenames.ts";
import type { Platform } from "./platform.ts";
import type { StrategyRoot } from "./root.ts";
import { type ChangedFiles, type RootEvents, Roots } from "./roots.ts";
import type { Settings } from "./settings.ts";
import { keyOf, pathBelow, type UriKey, uriOf } from "./uris.ts";

export type SessionEvents = RootEvents & Omit<CheckEvents, "ignoreChanged">;

/** One file as a handler sees it. */
export interface View {
  readonly root: StrategyRoot;
  readonly analysis: Analysis;
  /** Relative to the root. */
  readonly path: string;
  /** False while files are still being read. */
  readonly isWhole: boolean;
}

export class Session {
  readonly client: Client;
  readonly documents: Documents;
  settings: Settings;
  readonly #platform: Platform;
  readonly #engine: Engine;
  readonly #events: SessionEvents;
  readonly #log: Log;
  readonly #roots: Roots;
  readonly #checking: Checking;
  readonly #ownRenames = new OwnRenames();
  #asOf: Day;
  /** Readings of folders, one after the other. */
  #reading: Promise<void> = Promise.resolve();

  constructor(parts: {
    readonly client: Client;
    readonly platform: Platform;
    readonly engine: Engine;
    readonly clientFolders: Folders;
    readonly events: SessionEvents;
    readonly log: Log;
  }) {
    const { client, platform, engine, events, log } = parts;
    this.client = client;
    this.settings = client.settings;
    this.documents = new Documents(client.encoding);
    this.#platform = platform;
    this.#engine = engine;
    this.#events = events;
    this.#log = log;
    this.#roots = new Roots({ ...parts, documents: this.documents });
    this.#checking = new Checking({
      ...parts,
      roots: this.#roots,
      events: { ...events, ignoreChanged: (root) => void this.readAgain(new Set([root.key])) },
      asOf: () => this.#asOf,
    });
    this.#asOf = this.#day();
  }

  get roots(): StrategyRoot[] {
    return this.#roots.all();
  }

  get isReady(): boolean {
    return this.#checking.isReady;
  }

  /** The day of all answers. */
  get asOf(): Day {
    return this.#asOf;
  }

  /** To be called with every message: a new day is a new answer. */
  noticeDay(): void {
    const day = this.#day();
    if (day === this.#asOf) return;
    this.#asOf = day;
    this.touch();
  }

  changeFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    this.#roots.changeFolders(added, removed);
    return this.readAgain(new Set());
  }

  /** A document was opened, changed or closed. */
  documentChanged(key: UriKey): void {
    if (!this.#roots.serves(key)) return;
    const root = this.rootOf(key);
    if (root === undefined) void this.readAgain(new Set());
    else this.touch(root);
  }

  async documentClosed(key: UriKey): Promise<void> {
    const root = this.rootOf(key);
    if (root === undefined) return;
    await this.#reread(root, key);
    // A root that was there for this document alone goes with it.
    await this.readAgain(new Set());
  }

  documentSaved(document: OpenDocument): void {
    const root = this.rootOf(document.key);
    const path = root === undefined ? undefined : pathBelow(root.key, document.key);
    if (root === undefined || path === undefined || !root.takes(path)) return;
    const stored = root.stored(path);
    if (stored !== undefined && (stored.encoding !== "utf-8" || stored.problem !== undefined)) {
      void this.#reread(root, document.key);
      return;
    }
    // What is checked already is what is stored now.
    root.store(path, { path, text: document.text, encoding: "utf-8" });
  }

  /** Reads the roots again in which something changed on disk. */
  readAgain(changed: ChangedFiles): Promise<void> {
    this.#events.busy();
    this.#reading = this.#reading
      .then(() => this.#roots.read(changed))
      .catch((error: unknown) => this.#log.error("reading folders", error))
      .finally(() => {
        this.touch();
        this.#events.idle();
      });
    return this.#reading;
  }

  /** What a handler may see of a document: undefined where it is no file of a strategy, or is left out. */
  async look(uri: string): Promise<View | undefined> {
    const key = keyOf(uri);
    if (!this.#roots.serves(key)) return undefined;
    if (this.rootOf(key) === undefined) await this.#reading;
    const root = this.rootOf(key);
    const path = root === undefined ? undefined : pathBelow(root.key, key);
    if (root === undefined || path === undefined) return undefined;
    const view = await this.lookAt(root);
    return { ...view, path };
  }

  /** The newest analysis of a root; before the first one is finished, of its open documents alone. */
  async lookAt(root: StrategyRoot): Promise<Omit<View, "path">> {
    if (root.analysis === undefined) {
      root.cover(this.#roots.documentsOf(root));
      return { root, analysis: root.partialAnalysis(this.#engine, this.#asOf), isWhole: false };
    }
    return { root, analysis: await this.#checking.freshen(root), isWhole: true };
  }

  /**
   * Comes back when all files are read. Whoever changes several waits for it first: from a part of a workspace, another
   * root would be taken, or a reference be left behind.
   */
  async whole(): Promise<void> {
    await this.#reading;
    for (const root of this.roots)
      if (root.isRead && root.analysis === undefined) await this.#checking.freshen(root);
  }

  rootOf(key: UriKey): StrategyRoot | undefined {
    return this.#roots.of(key);
  }

  /** Whether a file that is no file of a strategy exists below a root. */
  hasFile(root: StrategyRoot, path: string): Promise<boolean> {
    return this.#roots.hasFile(root, path);
  }

  /** The text of a file that is no file of a strategy, open or stored; undefined where there is none. */
  textBeside(root: StrategyRoot, path: string): Promise<string | undefined> {
    return this.#roots.textBeside(root, path);
  }

  rule(id: string): Rule | undefined {
    return this.#engine.rules.byId.get(id);
  }

  rules(): readonly Rule[] {
    return this.#engine.rules.all;
  }

  /** A rename of a file that the server itself asks the client for. */
  rememberRename(oldUri: string, newUri: string): void {
    this.#ownRenames.remember(oldUri, newUri, this.#platform.now());
  }

  isOwnRename(oldUri: string, newUri: string): boolean {
    return this.#ownRenames.isOwn(oldUri, newUri, this.#platform.now());
  }

  renameHappened(oldUri: string, newUri: string): void {
    this.#ownRenames.forget(oldUri, newUri);
  }

  /** As the client writes it where it is open. */
  uriOf(root: StrategyRoot, path: string): string {
    const key = `${root.key}/${path}`;
    return this.documents.get(key)?.uri ?? uriOf(key);
  }

  /** Says that a root, or every root, has to be checked again. */
  touch(root?: StrategyRoot): void {
    this.#checking.touch(root === undefined ? this.roots : [root]);
  }

  async #reread(root: StrategyRoot, key: UriKey): Promise<void> {
    if (await this.#roots.readFile(root, key)) this.touch(root);
  }

  #day(): Day {
    return this.client.asOf ?? this.#platform.today();
  }
}
