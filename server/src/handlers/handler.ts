// The form of a handler: what the client is told of it, what it answers where there is nothing to say, and how it comes
// to its answer.

import type {
  CancellationToken,
  ClientCapabilities,
  Connection,
  ServerCapabilities,
} from "vscode-languageserver";
import type { Comparing } from "../comparing.ts";
import { guardRequest, type Log } from "../guard.ts";
import type { Publisher } from "../publisher.ts";
import type { Session } from "../session.ts";

export interface Server {
  readonly connection: Connection;
  readonly session: Session;
  readonly publisher: Publisher;
  readonly comparing: Comparing;
}

export interface Handler<Params, Result> {
  /** What of the server's abilities this handler stands for; nothing where this client has no use for it. */
  capabilities(client: ClientCapabilities): Partial<ServerCapabilities>;
  /** The answer where there is nothing to say, and where `handle` throws. */
  readonly empty: Result;
  /** May throw a ResponseError: its message is a sentence for the author. */
  handle(params: Params, server: Server, token: CancellationToken): Result | Promise<Result>;
}

/** A handler with its method, in a form that a table can hold. */
export interface Registration {
  readonly method: string;
  capabilities(client: ClientCapabilities): Partial<ServerCapabilities>;
  /** `server` is asked for with each request, because it exists only after the client has said hello. */
  register(connection: Connection, log: Log, server: () => Server): void;
}

export function handler<Params, Result>(
  type: { readonly method: string },
  { capabilities, empty, handle }: Handler<Params, Result>,
): Registration {
  return {
    method: type.method,
    capabilities,
    register(connection, log, server) {
      const answer = guardRequest<Params, Result>(log, type.method, empty, (params, token) => {
        const current = server();
        current.session.noticeDay();
        return handle(params, current, token);
      });
      connection.onRequest<unknown, void>(type.method, answer);
    },
  };
}
