// Which roots there are, and the reading of their files: from the folders that the client has open, and from documents
// that lie outside all of them.

import { CONFIG_FILE, type WorkspaceFile } from "@stratkit/core";
import type { Client } from "./client.ts";
import type { Documents, OpenDocument } from "./documents.ts";
import { type Folders, nothingRead } from "./folders.ts";
import type { Log } from "./guard.ts";
import { findStarts, isServed, nearestRoot } from "./places.ts";
import type { Platform } from "./platform.ts";
import { StrategyRoot } from "./root.ts";
import { keyOf, pathBelow, schemeOf, type UriKey } from "./uris.ts";

export interface RootEvents {
  /** The files of a root are about to be read. */
  reading(root: StrategyRoot): void;
  removed(root: StrategyRoot): void;
  /** Which roots there are, after they were read. */
  rootsKnown(roots: readonly UriKey[]): void;
}

/** What changed on disk; "all" where nobody knows what. */
export type ChangedFiles = ReadonlySet<UriKey> | "all";

export class Roots {
  readonly #client: Client;
  readonly #documents: Documents;
  readonly #platform: Platform;
  readonly #clientFolders: Folders;
  readonly #events: RootEvents;
  readonly #log: Log;
  readonly #byKey = new Map<UriKey, StrategyRoot>();
  #folders: readonly UriKey[] = [];
  #wasRead = false;

  constructor(parts: {
    readonly client: Client;
    readonly documents: Documents;
    readonly platform: Platform;
    readonly clientFolders: Folders;
    readonly events: RootEvents;
    readonly log: Log;
  }) {
    this.#client = parts.client;
    this.#documents = parts.documents;
    this.#platform = parts.platform;
    this.#clientFolders = parts.clientFolders;
    this.#events = parts.events;
    this.#log = parts.log;
  }

  all(): StrategyRoot[] {
    return [...this.#byKey.values()];
  }

  /** True once all roots were read for the first time. */
  get wasRead(): boolean {
    return this.#wasRead;
  }

  /** The root that a document belongs to. */
  of(key: UriKey): StrategyRoot | undefined {
    return nearestRoot(this.#byKey.values(), key);
  }

  documentsOf(root: StrategyRoot): OpenDocument[] {
    return this.#documents.all().filter(({ key }) => this.of(key) === root);
  }

  /** Whether a document is a file of a strategy by its name and place. */
  serves(key: UriKey): boolean {
    return isServed(key, this.#folders);
  }

  /** What the client has open. Takes effect with the next reading. */
  changeFolders(added: readonly string[], removed: readonly string[]): void {
    const gone = new Set(removed.map(keyOf));
    this.#folders = [...new Set([...this.#folders.filter((key) => !gone.has(key)), ...added.map(keyOf)])];
  }

  /** Finds the roots anew, and reads those that are new or in which something changed. */
  async read(changed: ChangedFiles): Promise<void> {
    const open = this.#documents.all().map(({ key }) => key);
    const served = open.filter((key) => this.serves(key));
    const found = await findStarts(this.#folders, served, (key) => this.#foldersFor(key));
    const kept = new Set<UriKey>();
    for (let key = found.shift(); key !== undefined; key = found.shift()) {
      if (kept.has(key)) continue;
      kept.add(key);
      const root = this.#byKey.get(key) ?? new StrategyRoot(key);
      this.#byKey.set(key, root);
      if (!root.isRead || isAffected(key, changed)) await this.#readRoot(root, changed);
      found.push(...root.reading.nestedRoots.map((path) => `${key}/${path}`));
    }
    for (const root of this.all().filter((one) => !kept.has(one.key))) {
      this.#byKey.delete(root.key);
      this.#events.removed(root);
    }
    this.#wasRead = true;
    this.#events.rootsKnown([...kept]);
  }

  /** Reads one file again. False where it is none of the root. */
  async readFile(root: StrategyRoot, key: UriKey): Promise<boolean> {
    const path = pathBelow(root.key, key);
    if (path === undefined || !root.takes(path)) return false;
    root.store(path, await this.#foldersFor(root.key).readFile(root.key, path));
    return true;
  }

  /** Whether a file that is no file of a strategy exists below a root. */
  hasFile(root: StrategyRoot, path: string): Promise<boolean> {
    return this.#foldersFor(root.key).hasFile(root.key, path);
  }

  /** The text of a file that is no file of a strategy, open or stored; undefined where there is none. */
  async textBeside(root: StrategyRoot, path: string): Promise<string | undefined> {
    const open = this.#documents.get(`${root.key}/${path}`)?.text;
    if (open !== undefined) return open;
    // To look at a disk takes longer than most answers do.
    const file = root.takes(path) ? root.stored(path) : await this.#readBeside(root, path);
    return file?.encoding === "utf-8" && file.problem === undefined ? file.text : undefined;
  }

  async #readBeside(root: StrategyRoot, path: string): Promise<WorkspaceFile | undefined> {
    const folders = this.#foldersFor(root.key);
    return (await folders.hasFile(root.key, path)) ? folders.readFile(root.key, path) : undefined;
  }

  async #readRoot(root: StrategyRoot, changed: ChangedFiles): Promise<void> {
    this.#events.reading(root);
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

  #foldersFor(key: UriKey): Folders {
    const own = this.#client.fileAccess === "server" && schemeOf(key) === "file";
    return (own ? this.#platform.folders : undefined) ?? this.#clientFolders;
  }
}

/** Whether a change may be one of this root: below it, or of a folder that it lies in. */
function isAffected(root: UriKey, changed: ChangedFiles): boolean {
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
