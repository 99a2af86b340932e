// The one wrapper around every handler: what throws is logged once, with its stack, and answered with nothing, so that
// an editor never shows a popup for a fault of ours.

import {
  CancellationToken,
  type Connection,
  LSPErrorCodes,
  type NotificationHandler,
  ResponseError,
} from "vscode-languageserver";

export interface Log {
  error(what: string, error: unknown): void;
}

export function logTo(connection: Connection): Log {
  return {
    error(what, error) {
      const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      connection.console.error(`${what}: ${detail}`);
    },
  };
}

/**
 * An answer that is a refusal on purpose passes; a request that was cancelled is answered so. A request without params
 * comes with its token in their place.
 */
export function guardRequest<Params, Result>(
  log: Log,
  method: string,
  empty: Result,
  handle: (params: Params, token: CancellationToken) => Result | Promise<Result>,
): (params: Params, token?: CancellationToken) => Promise<Result | ResponseError<void>> {
  return async (params, given) => {
    const token = given ?? (CancellationToken.is(params) ? params : CancellationToken.None);
    try {
      // What waits for a long check is answered as soon as nobody wants it any more.
      const stopped = new Promise<ResponseError<void>>((resolve) => {
        token.onCancellationRequested(() => resolve(cancelled()));
      });
      return await Promise.race([handle(params, token), stopped]);
    } catch (error) {
      if (error instanceof ResponseError) return new ResponseError<void>(error.code, error.message);
      if (token.isCancellationRequested) return cancelled();
      log.error(method, error);
      return empty;
    }
  };
}

export function guardNotification<Params>(
  log: Log,
  method: string,
  handle: (params: Params) => void | Promise<void>,
): NotificationHandler<Params> {
  return async (params) => {
    try {
      await handle(params);
    } catch (error) {
      // What comes before the client has said hello, or after its farewell, is to be dropped.
      if (!(error instanceof ResponseError)) log.error(method, error);
    }
  };
}

export function cancelled(): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled");
}
