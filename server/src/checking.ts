// The checks of all roots. They run as soon as nothing newer waits, and what a newer change has overtaken is never
// shown.

import {
  type Analysis,
  analyseInSteps,
  countStrategies,
  type Day,
  type Engine,
  FileMap,
  letGo,
  settle,
  type Workspace,
} from "@stratkit/core";
import type { Log } from "./guard.ts";
import type { Platform } from "./platform.ts";
import type { StrategyRoot } from "./root.ts";
import type { Roots } from "./roots.ts";

export interface CheckEvents {
  /** The newest texts of a root were checked. */
  checked(root: StrategyRoot): void;
  /** A config leaves out other files now, so that the root has to be read again. */
  ignoreChanged(root: StrategyRoot): void;
  /** All roots were checked for the first time. */
  ready(): void;
  /** Work began or ended. */
  busy(): void;
  idle(): void;
}

/** How long a check may go on before what has arrived in the meantime gets its turn. */
const SLICE_MS = 20;
/** Turns of the queue without a change after which nothing newer waits; reading a message can take two of them. */
const QUIET_TURNS = 2;

export class Checking {
  readonly #roots: Roots;
  readonly #platform: Platform;
  readonly #engine: Engine;
  readonly #events: CheckEvents;
  readonly #log: Log;
  readonly #asOf: () => Day;
  /** Counts all that may change an answer. */
  #changes = 0;
  #isRunning = false;
  #isReady = false;

  constructor(parts: {
    readonly roots: Roots;
    readonly platform: Platform;
    readonly engine: Engine;
    readonly events: CheckEvents;
    readonly log: Log;
    readonly asOf: () => Day;
  }) {
    this.#roots = parts.roots;
    this.#platform = parts.platform;
    this.#engine = parts.engine;
    this.#events = parts.events;
    this.#log = parts.log;
    this.#asOf = parts.asOf;
  }

  get isReady(): boolean {
    return this.#isReady;
  }

  /** Says that these roots have to be checked again. */
  touch(roots: readonly StrategyRoot[]): void {
    for (const root of roots) root.touched += 1;
    this.#changes += 1;
    if (this.#isRunning) return;
    this.#isRunning = true;
    this.#events.busy();
    this.#checkAll()
      .catch((error: unknown) => this.#log.error("checking", error))
      .finally(() => {
        this.#isRunning = false;
        this.#events.idle();
      });
  }

  /** Brings the analysis of a root up to its newest texts. One check of a root runs at a time. */
  async freshen(root: StrategyRoot): Promise<Analysis> {
    for (;;) {
      if (root.analysis !== undefined && root.checked === root.touched) {
        letGo(root.analysis);
        return root.analysis;
      }
      root.running ??= this.#run(root).finally(() => {
        root.running = undefined;
      });
      await root.running;
    }
  }

  async #checkAll(): Promise<void> {
    for (let seen = -1; seen !== this.#changes; ) {
      await this.#untilQuiet();
      seen = this.#changes;
      for (const root of this.#roots.all()) {
        if (!root.isRead || root.told === root.touched) continue;
        await this.freshen(root);
        if (seen !== this.#changes) break;
        this.#events.checked(root);
        root.told = root.touched;
        if (root.analysis !== undefined) settle(root.analysis);
        if (root.ignoreChanged) {
          root.ignoreChanged = false;
          this.#events.ignoreChanged(root);
        }
      }
    }
    if (this.#isReady || !this.#roots.wasRead) return;
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

  async #run(root: StrategyRoot): Promise<void> {
    const { touched } = root;
    root.cover(this.#roots.documentsOf(root));
    const workspace = root.workspace(this.#asOf());
    if (root.analysis !== undefined && isSame(root.analysis.workspace, workspace)) {
      root.checked = touched;
      return;
    }
    const steps = analyseInSteps(workspace, this.#engine, root.analysis, root.made);
    for (let begun = this.#platform.now(); ; ) {
      const step = steps.next();
      if (step.done === true) {
        if (!root.accept(step.value)) return;
        root.checked = touched;
        if (root.told < 0 && root.analysis !== undefined) countStrategies(root.analysis);
        return;
      }
      if (this.#platform.now() - begun < SLICE_MS) continue;
      await this.#platform.nextTurn();
      if (root.touched !== touched) return;
      begun = this.#platform.now();
    }
  }
}

function isSame(a: Workspace, b: Workspace): boolean {
  if (a.asOf !== b.asOf || a.complete !== b.complete || a.config !== b.config) return false;
  if (a.nearMisses.join("\n") !== b.nearMisses.join("\n") || a.files.size !== b.files.size) return false;
  const changed = FileMap.of(b.files).changedSince(a.files);
  if (changed !== undefined) return changed.size === 0;
  return [...a.files].every(([path, file]) => b.files.get(path) === file);
}
