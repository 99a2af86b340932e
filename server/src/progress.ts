// Shows that work is going on, but only once it has lasted for a second.

import type { Connection, WorkDoneProgressServerReporter } from "vscode-languageserver";
import type { Client } from "./client.ts";
import type { Platform } from "./platform.ts";

const PATIENCE_MS = 1000;

/** Owns the one progress that there is at a time. */
export class LateProgress {
  readonly #connection: Connection;
  readonly #client: Client;
  #works = 0;
  readonly #platform: Platform;
  #callOff: () => void = () => {};
  #shown: Promise<WorkDoneProgressServerReporter | undefined> | undefined;

  constructor(connection: Connection, client: Client, platform: Platform) {
    this.#connection = connection;
    this.#client = client;
    this.#platform = platform;
  }

  busy(): void {
    this.#works += 1;
    if (this.#works > 1 || this.#client.capabilities.window?.workDoneProgress !== true) return;
    this.#callOff = this.#platform.later(PATIENCE_MS, () => {
      this.#shown = this.#begin();
    });
  }

  idle(): void {
    this.#works -= 1;
    if (this.#works > 0) return;
    this.#callOff();
    void this.#shown?.then((reporter) => reporter?.done());
    this.#shown = undefined;
  }

  async #begin(): Promise<WorkDoneProgressServerReporter | undefined> {
    try {
      const reporter = await this.#connection.window.createWorkDoneProgress();
      reporter.begin("Reading the strategy");
      return reporter;
    } catch {
      // A client that refuses shows nothing, and misses nothing else.
      return undefined;
    }
  }
}
