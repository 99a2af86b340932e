// Owns what lives between two messages: the roots, their files and their analyses. Changes come in at once; the checks
// that they ask for run as soon as nothing newer waits, and what a newer change has overtaken is never shown.

import {
  type Analysis,
  analyseInSteps,
  CONFIG_FILE,
  type Day,
  type Engine,
  parseDay,
  type Rule,
  type Workspace,
} from "@stratkit/core";
import type { Client } from "./client.ts";
import type { OpenDocument } from "./documents.ts";
import { Documents } from "./documents.ts";
import { type Folders, nothingRead } from "./folders.ts";
import type { Log } from "./guard.ts";
import { OwnRenames } from "./ownRenames.ts";
import { findStarts, isServed, nearestRoot } from "./places.ts";
import type { Platform } from "./platform.ts";
import { StrategyRoot } from "./root.ts";
import type { Settings } from "./settings.ts";
import { keyOf, pathBelow, schemeOf, type UriKey, uriOf } from "./uris.ts";

export interface SessionEvents {
  /** The newest texts of a root were checked. */
  checked(root: StrategyRoot): void;
  removed(root: StrategyRoot): void;
  /** Which roots there are, after they were read. */
  rootsKnown(roots: readonly UriKey[]): void;
  /** All roots were checked for the first time. */
  ready(): void;
  /** Work began or ended. */
  busy(): void;
  idle(): void;
}

/** One file as a handler sees it. */
export interface View {
  readonly root: StrategyRoot;
  readonly analysis: Analysis;
  /** Relative to the root. */
  readonly path: string;
  /** False while files are still being read. */
  readonly isWhole: boolean;
}

/** How long a check may go on before what has arrived in the meantime gets its turn. */
const SLICE_MS = 20;
/** Turns of the queue without a change after which nothing newer waits; reading a message can take two of them. */
const QUIET_TURNS = 4;

export class Session {
  readonly client: Client;
  readonly documents: Documents;
  settings: Settings;
  readonly #platform: Platform;
  readonly #engine: Engine;
  readonly #clientFolders: Folders;
  readonly #events: SessionEvents;
  readonly #log: Log;
  readonly #roots = new Map<UriKey, StrategyRoot>();
  #folders: readonly UriKey[] = [];
  readonly #ownRenames = new OwnRenames();
  #asOf: Day;
  /** Readings of folders, one after the other. */
  #reading: Promise<void> = Promise.resolve();
  /** Counts all that may change an answer. */
  #changes = 0;
  #isChecking = false;
  #wasRead = false;
  #isReady = false;

  constructor(parts: {
    readonly client: Client;
    readonly platform: Platform;
    readonly engine: Engine;
    readonly clientFolders: Folders;
    readonly events: SessionEvents;
    readonly log: Log;
  }) {
    this.client = parts.client;
    this.settings = parts.client.settings;
    this.documents = new Documents(parts.client.encoding);
    this.#platform = parts.platform;
    this.#engine = parts.engine;
    this.#clientFolders = parts.clientFolders;
    this.#events = parts.events;
    this.#log = parts.log;
    this.#asOf = this.#day();
  }

  get roots(): StrategyRoot[] {
    return [...this.#roots.values()];
  }

  get isReady(): boolean {
    return this.#isReady;
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

  setFolders(folders: readonly string[]): Promise<void> {
    this.#folders = folders.map(keyOf);
    return this.readAgain(new Set());
  }

  changeFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    const gone = new Set(removed.map(keyOf));
    this.#folders = [...new Set([...this.#folders.filter((key) => !gone.has(key)), ...added.map(keyOf)])];
    return this.readAgain(new Set());
  }

  /** A document was opened, changed or closed. */
  documentChanged(key: UriKey): void {
    if (!isServed(key, this.#folders)) return;
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
    root.store(path, { path, text: document.text, encoding: "utf-8" });
    this.touch(root);
  }

  /** Reads the roots again in which something changed on disk; `all` where nobody knows what. */
  readAgain(changed: ReadonlySet<UriKey> | "all"): Promise<void> {
    this.#events.busy();
    this.#reading = this.#reading
      .then(() => this.#readRoots(changed))
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
    if (!isServed(key, this.#folders)) return undefined;
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
      root.cover(this.#documentsOf(root));
      return { root, analysis: root.partialAnalysis(this.#engine, this.#asOf), isWhole: false };
    }
    return { root, analysis: await this.#freshen(root), isWhole: true };
  }

  rootOf(key: UriKey): StrategyRoot | undefined {
    return nearestRoot(this.#roots.values(), key);
  }

  /** Whether a file that is no file of a strategy exists below a root. */
  hasFile(root: StrategyRoot, path: string): Promise<boolean> {
    return this.#foldersFor(root.key).hasFile(root.key, path);
  }

  /** The text of a file that is no file of a strategy, open or stored; undefined where there is none. */
  async textBeside(root: StrategyRoot, path: string): Promise<string | undefined> {
    const open = this.documents.get(`${root.key}/${path}`)?.text;
    if (open !== undefined) return open;
    const folders = this.#foldersFor(root.key);
    if (!(await folders.hasFile(root.key, path))) return undefined;
    const file = await folders.readFile(root.key, path);
    return file?.encoding === "utf-8" && file.problem === undefined ? file.text : undefined;
  }

  rule(id: string): Rule | undefined {
    return this.#engine.rules.byId.get(id);
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
    for (const one of root === undefined ? this.#roots.values() : [root]) one.touched += 1;
    this.#changes += 1;
    if (this.#isChecking) return;
    this.#isChecking = true;
    this.#events.busy();
    this.#check()
      .catch((error: unknown) => this.#log.error("checking", error))
      .finally(() => {
        this.#isChecking = false;
        this.#events.idle();
      });
  }

  async #check(): Promise<void> {
    for (let seen = -1; seen !== this.#changes; ) {
      await this.#untilQuiet();
      seen = this.#changes;
      for (const root of this.roots) {
        if (!root.isRead) continue;
        await this.#freshen(root);
        if (seen !== this.#changes) break;
        this.#events.checked(root);
        if (root.ignoreChanged) {
          root.ignoreChanged = false;
          void this.readAgain(new Set([root.key]));
        }
      }
    }
    if (this.#isReady || !this.#wasRead) return;
    this.#isReady = true;
    this.#events.ready();
  }

  /** Returns once no change has come in for some turns of the queue. */
  async #untilQuiet(): Promise<void> {
    let seen = this.#changes;
    for (let quiet = 0; quiet < QUIET_TURNS; quiet += 1) {
      await this.#platform.nextTurn();
      if (seen !== this.#changes) quiet = 0;
      seen = this.#changes;
    }
  }

  /** Brings the analysis of a root up to its newest texts. One check of a root runs at a time. */
  async #freshen(root: StrategyRoot): Promise<Analysis> {
    for (;;) {
      if (root.analysis !== undefined && root.checked === root.touched) return root.analysis;
      root.running ??= this.#run(root).finally(() => {
        root.running = undefined;
      });
      await root.running;
    }
  }

  async #run(root: StrategyRoot): Promise<void> {
    const { touched } = root;
    root.cover(this.#documentsOf(root));
    const workspace = root.workspace(this.#asOf);
    if (root.analysis !== undefined && isSame(root.analysis.workspace, workspace)) {
      root.checked = touched;
      return;
    }
    const steps = analyseInSteps(workspace, this.#engine, root.analysis, root.made);
    for (let begun = this.#platform.now(); ; ) {
      const step = steps.next();
      if (step.done === true) {
        if (root.accept(step.value)) root.checked = touched;
        return;
      }
      if (this.#platform.now() - begun < SLICE_MS) continue;
      await this.#platform.nextTurn();
      if (root.touched !== touched) return;
      begun = this.#platform.now();
    }
  }

  #documentsOf(root: StrategyRoot): OpenDocument[] {
    return this.documents.all().filter(({ key }) => this.rootOf(key) === root);
  }

  async #readRoots(changed: ReadonlySet<UriKey> | "all"): Promise<void> {
    const open = this.documents.all().map(({ key }) => key);
    const served = open.filter((key) => isServed(key, this.#folders));
    const found = await findStarts(this.#folders, served, (key) => this.#foldersFor(key));
    const kept = new Set<UriKey>();
    for (let key = found.shift(); key !== undefined; key = found.shift()) {
      if (kept.has(key)) continue;
      kept.add(key);
      const root = this.#roots.get(key) ?? new StrategyRoot(key);
      this.#roots.set(key, root);
      if (!root.isRead || isAffected(key, changed)) await this.#read(root, changed);
      found.push(...root.reading.nestedRoots.map((path) => `${key}/${path}`));
    }
    for (const root of this.roots.filter((one) => !kept.has(one.key))) {
      this.#roots.delete(root.key);
      this.#events.removed(root);
    }
    this.#wasRead = true;
    this.#events.rootsKnown([...kept]);
  }

  async #read(root: StrategyRoot, changed: ReadonlySet<UriKey> | "all"): Promise<void> {
    const folders = this.#foldersFor(root.key);
    const config = root.configBeforeStored();
    const known = (path: string) => {
      const isKnown =
        changed === "all"
          ? folders.hasChanged?.(root.key, path) === false
          : !isBelowOneOf(changed, `${root.key}/${path}`, root.key);
      return isKnown ? root.stored(path) : undefined;
    };
    try {
      const reading = await folders.read(root.key, { config, known });
      const own =
        config === undefined
          ? reading.files.find((file) => file.path === CONFIG_FILE)
          : await folders.readFile(root.key, CONFIG_FILE);
      root.adopt(reading, own);
    } catch (error) {
      this.#log.error(`reading ${root.key}`, error);
      root.adopt({ ...nothingRead, partial: true }, undefined);
    }
  }

  async #reread(root: StrategyRoot, key: UriKey): Promise<void> {
    const path = pathBelow(root.key, key);
    if (path === undefined || !root.takes(path)) return;
    root.store(path, await this.#foldersFor(root.key).readFile(root.key, path));
    this.touch(root);
  }

  #foldersFor(key: UriKey): Folders {
    const own = this.client.fileAccess === "server" && schemeOf(key) === "file";
    return (own ? this.#platform.folders : undefined) ?? this.#clientFolders;
  }

  #day(): Day {
    return parseDay(this.client.asOf ?? "") ?? this.#platform.today();
  }
}

/** Whether a change may be one of this root: below it, or of a folder that it lies in. */
function isAffected(root: UriKey, changed: ReadonlySet<UriKey> | "all"): boolean {
  if (changed === "all") return true;
  return [...changed].some(
    (key) => key === root || pathBelow(root, key) !== undefined || pathBelow(key, root) !== undefined,
  );
}

/** Whether a file, or a folder that it lies in, was named; a change of the root itself says nothing of its files. */
function isBelowOneOf(changed: ReadonlySet<UriKey>, key: UriKey, root: UriKey): boolean {
  for (let at = key; at.length > root.length; at = at.slice(0, at.lastIndexOf("/"))) {
    if (changed.has(at)) return true;
  }
  return false;
}

function isSame(a: Workspace, b: Workspace): boolean {
  if (a.asOf !== b.asOf || a.complete !== b.complete || a.config !== b.config) return false;
  if (a.nearMisses.join("\n") !== b.nearMisses.join("\n") || a.files.size !== b.files.size) return false;
  for (const [path, file] of a.files) if (b.files.get(path) !== file) return false;
  return true;
}
