// Learns what changes on disk: from the client where it can watch, else by watching itself, else by comparing times.
// Changes are gathered until it is quiet, so that a branch switch is read in one go.

import { BASELINE_FILE, CONFIG_FILE, FILE_KINDS, REVIEWS_FILE } from "@stratkit/core";
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileEvent,
  type FileSystemWatcher,
  WatchKind,
} from "vscode-languageserver";
import type { Platform, Watcher } from "./platform.ts";
import type { Session } from "./session.ts";
import { keyOf, schemeOf, type UriKey, uriOf } from "./uris.ts";

const QUIET_MS = 300;
const LOOK_MS = 10_000;

/** Owns the watchers of all roots. */
export class Watching {
  readonly #connection: Connection;
  readonly #session: Session;
  readonly #platform: Platform;
  readonly #watchers = new Map<UriKey, Watcher>();
  readonly #pending = new Set<UriKey>();
  #callOff: () => void = () => {};
  /** Some root has no watcher. */
  #isLooking = false;

  constructor(connection: Connection, session: Session, platform: Platform) {
    this.#connection = connection;
    this.#session = session;
    this.#platform = platform;
  }

  /** Watches exactly these roots from now on. */
  watch(roots: readonly UriKey[]): void {
    for (const [key, watcher] of this.#watchers) {
      if (roots.includes(key)) continue;
      watcher.close();
      this.#watchers.delete(key);
    }
    for (const key of roots) if (!this.#watchers.has(key)) this.#watchers.set(key, this.#begin(key));
  }

  /** The client speaks of files one by one, or of a folder with all that was in it. */
  notice(events: readonly Pick<FileEvent, "uri">[]): void {
    for (const { uri } of events) this.#note(keyOf(uri));
  }

  /** What the client did itself is on disk already. */
  noticeNow(uris: readonly string[]): Promise<void> {
    for (const uri of uris) this.#pending.add(keyOf(uri));
    return this.#flush();
  }

  /** To be called when a file is opened or saved: where nobody watches, this is the time to look. */
  lookNow(): void {
    if (this.#isLooking) void this.#session.readAgain("all");
  }

  #note(key: UriKey): void {
    this.#pending.add(key);
    this.#callOff();
    this.#callOff = this.#platform.later(QUIET_MS, () => void this.#flush());
  }

  #flush(): Promise<void> {
    this.#callOff();
    const changed = new Set(this.#pending);
    this.#pending.clear();
    return this.#session.readAgain(changed);
  }

  #begin(root: UriKey): Watcher {
    const declared = this.#session.client.capabilities.workspace?.didChangeWatchedFiles;
    if (declared?.dynamicRegistration === true)
      return this.#register(root, declared.relativePatternSupport === true);
    if (this.#platform.watch !== undefined && schemeOf(root) === "file") {
      return this.#platform.watch(
        root,
        (key) => this.#note(key),
        () => this.#lookInstead(),
      );
    }
    this.#lookInstead();
    return { close: () => undefined };
  }

  /** For as long as the server runs: a root that nobody watches is rare, and looking at one that is watched is cheap. */
  #lookInstead(): void {
    if (this.#isLooking) return;
    this.#isLooking = true;
    const look = () => {
      void this.#session.readAgain("all");
      this.#platform.later(LOOK_MS, look);
    };
    this.#platform.later(LOOK_MS, look);
  }

  #register(root: UriKey, takesFolders: boolean): Watcher {
    const registered: Promise<Disposable | undefined> = this.#connection.client
      .register(DidChangeWatchedFilesNotification.type, { watchers: watchersOf(root, takesFolders) })
      .catch(() => undefined);
    return { close: () => void registered.then((one) => one?.dispose()) };
  }
}

/** Names that nearly have the right form matter by their names only; a folder is deleted in one event. */
function watchersOf(root: UriKey, takesFolders: boolean): FileSystemWatcher[] {
  const globPattern = (pattern: string) => (takesFolders ? { baseUri: uriOf(root), pattern } : pattern);
  const all = WatchKind.Create | WatchKind.Change | WatchKind.Delete;
  return [
    { globPattern: globPattern(`**/*.{${FILE_KINDS.join(",")}}.{yaml,yml}`), kind: all },
    { globPattern: globPattern(`**/${CONFIG_FILE}`), kind: all },
    { globPattern: globPattern(`**/${BASELINE_FILE}`), kind: all },
    { globPattern: globPattern(`**/${REVIEWS_FILE}`), kind: all },
    { globPattern: globPattern("**/*.actuals.csv"), kind: all },
    { globPattern: globPattern("**/*.{yaml,yml}"), kind: WatchKind.Create | WatchKind.Delete },
    { globPattern: globPattern("**"), kind: WatchKind.Delete },
  ];
}
