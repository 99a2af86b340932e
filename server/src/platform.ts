// What Node and a browser do differently, handed in by the two entries.

import type { Day } from "@stratkit/core";
import type { Comparer } from "./comparer.ts";
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
  /** Does something once, so many milliseconds later; what it gives back calls that off. */
  later(milliseconds: number, act: () => void): () => void;
  /** Comes back after what has already arrived was given its turn. */
  nextTurn(): Promise<void>;
  /** Gives back memory that is not needed any more. Undefined where that happens by itself or not at all. */
  tidyMemory?(): Promise<void>;
  /** Undefined where git cannot be asked. */
  readonly comparer?: Comparer;
  /** Undefined where nothing can be watched. */
  watch?(root: UriKey, onChange: (key: UriKey) => void, onFailure: () => void): Watcher;
}

/** The timers that Node and browsers have alike. */
export function laterByClock(milliseconds: number, act: () => void): () => void {
  const timer = setTimeout(act, milliseconds);
  return () => clearTimeout(timer);
}
