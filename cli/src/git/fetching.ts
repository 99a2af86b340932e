// --fetch: runs the one command that a missing revision asks for, says so, and tries again. Nothing else reaches another
// machine.

import { MissingRevision, type Repository, runFetch, sayCommand } from "@stratkit/disk";

export interface FetchRequest {
  readonly repository: Repository;
  readonly mayFetch: boolean;
  /** A line on the error stream. */
  say(line: string): void;
}

/** One lack can hide another: a branch that is not here, then a history that ends too early. */
const MOST_FETCHES = 3;

/** Does what `act` does; what it throws for want of a revision is fetched first, where that is allowed. */
export async function withFetch<Value>(
  { repository, mayFetch, say }: FetchRequest,
  act: () => Value | Promise<Value>,
): Promise<Value> {
  const done = new Set<string>();
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (!mayFetch || !(error instanceof MissingRevision) || error.command === undefined) throw error;
      const command = sayCommand(error.command);
      if (done.has(command) || done.size === MOST_FETCHES) throw error;
      done.add(command);
      say(`Running ${command}`);
      fetchFor(repository, error.command, error);
    }
  }
}

function fetchFor({ top, env }: Repository, command: readonly string[], error: MissingRevision): void {
  const { code, err } = runFetch(top, command, env);
  if (code === 0) return;
  const said = err.split("\n").find((line) => /^(fatal|error):/.test(line));
  const why = said?.replace(/^(fatal|error): /, "") ?? "git could not be run";
  throw new MissingRevision(error.code, `${error.message} (that was tried, and git says: ${why})`);
}
