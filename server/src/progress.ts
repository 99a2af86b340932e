// Shows that work is going on, but only once it has lasted for a second.

import type { Connection, WorkDoneProgressServerReporter } from "vscode-languageserver";
import type { Client } from "./client.ts";

const PATIENCE_MS = 1000;

/** Owns the one progress that there is at a time. */
export class LateProgress {
  readonly #connection: Connection;
  readonly #client: Client;
  #works = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shown: Promise<WorkDoneProgressServerReporter | undefined> | undefined;

  constructor(connection: Connection, client: Client) {
    this.#connection = connection;
    this.#client = client;
  }

  busy(): void {
    this.#works += 1;
    if (this.#works > 1 || this.#client.capabilities.window?.workDoneProgress !== true) return;
    this.#timer = setTimeout(() => {
      this.#shown = this.#begin();
    }, PATIENCE_MS);
  }

  idle(): void {
    this.#works -= 1;
    if (this.#works > 0) return;
    clearTimeout(this.#timer);
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
