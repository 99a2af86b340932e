// Remembers the file renames that the server itself asked for: clients announce them again, and they must not be
// answered a second time.

/** So long may pass between the answer to a rename and the client's announcement. */
const KEPT_MS = 10_000;

export class OwnRenames {
  readonly #until = new Map<string, number>();

  remember(oldUri: string, newUri: string, now: number): void {
    this.#until.set(`${oldUri} ${newUri}`, now + KEPT_MS);
  }

  isOwn(oldUri: string, newUri: string, now: number): boolean {
    for (const [pair, until] of this.#until) if (until < now) this.#until.delete(pair);
    return this.#until.has(`${oldUri} ${newUri}`);
  }

  /** It happened. */
  forget(oldUri: string, newUri: string): void {
    this.#until.delete(`${oldUri} ${newUri}`);
  }
}
