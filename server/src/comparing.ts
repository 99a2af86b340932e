// What is known of the changes since a base: of each root the comparison that was asked for last, so that a card can tell
// of it without anybody asking git.

import { type Analysis, changesSince, type Since } from "@stratkit/core";
import type { Client } from "./client.ts";
import {
  type Bases,
  type Compared,
  type CompareRequest,
  isCompared,
  NO_BASES,
  type NotCompared,
} from "./comparer.ts";
import type { Log } from "./guard.ts";
import type { Platform } from "./platform.ts";
import type { StrategyRoot } from "./root.ts";
import { schemeOf, type UriKey } from "./uris.ts";

/** As long as a card may be kept waiting for the newest comparison; it is shown without one then. */
const CARD_MS = 30;

const NO_GIT: NotCompared = {
  cause: "no-git",
  refused:
    'git cannot be asked here, as in a browser: open the folder in an editor on a desktop, or run "stratkit diff" in a terminal',
};

const STOPPED: NotCompared = {
  cause: "fault",
  refused: "The comparison stopped at a fault of its own: look into the log, which says where",
};

export class Comparing {
  readonly #platform: Platform;
  readonly #client: Client;
  readonly #log: Log;
  readonly #kept = new Map<UriKey, Kept>();

  constructor({ platform, client, log }: { platform: Platform; client: Client; log: Log }) {
    this.#platform = platform;
    this.#client = client;
    this.#log = log;
  }

  /** `base` is a revision as written; without one the main branch is meant. git is asked each time. */
  async compare(
    root: StrategyRoot,
    head: Analysis,
    base: string | undefined,
  ): Promise<Compared | NotCompared> {
    const answer = await this.#ask(root, { head: head.workspace, base });
    if (isCompared(answer)) this.#keep(root, head, base, answer);
    else this.#kept.delete(root.key);
    return answer;
  }

  async #ask(root: StrategyRoot, request: CompareRequest): Promise<Compared | NotCompared> {
    try {
      return (await this.#comparerFor(root)?.compare(root.key, request)) ?? NO_GIT;
    } catch (error) {
      this.#log.error("comparing", error);
      return STOPPED;
    }
  }

  /** What a card may say, once somebody has asked for a comparison of the root. */
  async since(root: StrategyRoot, head: Analysis): Promise<Since | undefined> {
    const kept = this.#kept.get(root.key);
    if (kept === undefined || kept.head === head) return kept?.since;
    kept.running ??= this.#again(root, head, kept);
    await Promise.race([kept.running, this.#shortWait()]);
    const newest = this.#kept.get(root.key);
    return newest?.head === head ? newest.since : undefined;
  }

  async baseText(root: StrategyRoot, path: string, commit: string): Promise<string | undefined> {
    return this.#comparerFor(root)?.baseText(root.key, path, commit);
  }

  async bases(root: StrategyRoot): Promise<Bases> {
    return (await this.#comparerFor(root)?.bases(root.key)) ?? NO_BASES;
  }

  forget({ key }: StrategyRoot): void {
    this.#kept.delete(key);
    this.#platform.comparer?.forget(key);
  }

  async #again(root: StrategyRoot, head: Analysis, kept: Kept): Promise<void> {
    const { base, known } = kept;
    const answer = await this.#ask(root, { head: head.workspace, base, known });
    delete kept.running;
    // A newer comparison may have come meanwhile, or the root be gone.
    if (isCompared(answer) && this.#kept.get(root.key) === kept) this.#keep(root, head, base, answer);
  }

  #keep(root: StrategyRoot, head: Analysis, base: string | undefined, answer: Compared): void {
    const since = changesSince(answer.comparison.changes, answer.label);
    this.#kept.set(root.key, { head, base, known: answer.commit, since });
  }

  #shortWait(): Promise<void> {
    return new Promise((resolve) => {
      this.#platform.later(CARD_MS, resolve);
    });
  }

  /** git keeps what lies on a disk. */
  #comparerFor(root: StrategyRoot): Platform["comparer"] {
    const isOnDisk = this.#client.fileAccess === "server" && schemeOf(root.key) === "file";
    return isOnDisk ? this.#platform.comparer : undefined;
  }
}

interface Kept {
  readonly head: Analysis;
  readonly base: string | undefined;
  /** The whole id of the base. */
  readonly known: string;
  readonly since: Since;
  running?: Promise<void>;
}
