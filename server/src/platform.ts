// What Node and a browser do differently, handed in by the two entries.

import type { Day } from "@stratkit/core";
import type { Folders } from "./folders.ts";
import type { UriKey } from "./uris.ts";

export interface Watcher {
  close(): void;
}

export interface Platform {
  /** Reads `file:` addresses; undefined where the client has to do it. */
  readonly folders: Folders | undefined;
  /** Today, by the clock and time zone of this machine. */
  today(): Day;
  /** Milliseconds from any beginning. */
  now(): number;
  /** Comes back after what has already arrived was given its turn. */
  nextTurn(): Promise<void>;
  /** Undefined where nothing can be watched. */
  watch?(root: UriKey, onChange: (key: UriKey) => void, onFailure: () => void): Watcher;
}
