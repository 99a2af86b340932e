// A server with a folder, and what its client has open.

import { startClient, type TestClient, track } from "../server/test/client.ts";
import { Fault } from "./target.ts";

export interface World {
  readonly client: TestClient;
  readonly folder: string;
  /** Texts by path. */
  readonly open: Map<string, string>;
  /** What was asked and is not answered yet. */
  readonly asked: Set<Promise<unknown>>;
  /** Requests that make no sense come too, and are logged. */
  readonly nonsense: boolean;
  /** Never comes back; fails when the server's process ends. */
  readonly death: Promise<never>;
}

const LONGEST = 30_000;

export async function startWorld(folder: string, nonsense: boolean): Promise<World> {
  const client = await startClient({ folders: [folder] });
  const { process } = client;
  if (process === undefined) throw new Fault("the server has no process", "");
  track(process);
  const death = new Promise<never>((_, reject) => {
    process.once("exit", (code, signal) =>
      reject(new Fault("the server ended", `code ${code}, signal ${signal}`)),
    );
  });
  death.catch(() => undefined);
  const world = { client, folder, open: new Map(), asked: new Set<Promise<unknown>>(), nonsense, death };
  await inTime(world, "the server is ready", client.ready());
  return world;
}

/** Fails where it takes too long, or the server ends before. */
export async function inTime<Result>(world: World, what: string, wait: Promise<Result>): Promise<Result> {
  let alarm: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    alarm = setTimeout(() => reject(new Fault(`no answer: ${what}`, "")), LONGEST);
  });
  try {
    return await Promise.race([wait, late, world.death]);
  } finally {
    clearTimeout(alarm);
  }
}

/** Whatever happened before, no process is left behind. */
export async function endWorld({ client }: World): Promise<void> {
  const ended = new Promise((resolve) => client.process?.once("exit", resolve));
  if (client.process?.exitCode !== null || client.process.signalCode !== null) return;
  client.process.kill();
  await ended;
  client.connection.dispose();
}
