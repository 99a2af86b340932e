// The server as the rest of the extension sees it: typed requests, and events for what it says by itself.

import { type Disposable, type Event, EventEmitter, type LogOutputChannel } from "vscode";
import type { BaseLanguageClient, CancellationToken } from "vscode-languageclient";
import type { Notifications, Requests } from "./protocol.ts";

export interface StrategyServer extends Disposable {
  readonly client: BaseLanguageClient;
  readonly log: LogOutputChannel;
  /** Waits until the server runs. Throws where it refuses; the message is a sentence for the author. */
  request<Method extends keyof Requests>(
    method: Method,
    params: Requests[Method]["params"],
    token?: CancellationToken,
  ): Promise<Requests[Method]["result"]>;
  /** One of the server's own commands; its edit has been made when the promise comes back. */
  run<Result>(command: `stratkit.server.${string}`, argument?: unknown): Promise<Result>;
  readonly onReady: Event<Notifications["stratkit/ready"]>;
  readonly onChanged: Event<Notifications["stratkit/changed"]>;
  readonly onStatus: Event<Notifications["stratkit/status"]>;
  /** Comes back when every file was read and checked for the first time. */
  ready(): Promise<void>;
}

export function connectServer(client: BaseLanguageClient, log: LogOutputChannel): StrategyServer {
  const heard = <Method extends keyof Notifications>(method: Method) => {
    const emitter = new EventEmitter<Notifications[Method]>();
    const listening = client.onNotification(method, (params: Notifications[Method]) => emitter.fire(params));
    return { event: emitter.event, parts: [emitter, listening] };
  };
  const [ready, changed, status] = [
    heard("stratkit/ready"),
    heard("stratkit/changed"),
    heard("stratkit/status"),
  ];
  const firstReady = new Promise<void>((resolve) => {
    ready.event(() => resolve());
  });
  return {
    client,
    log,
    async request(method, params, token) {
      await client.start();
      // What stands behind the parameters would be taken for one of them.
      return token === undefined
        ? client.sendRequest(method, params)
        : client.sendRequest(method, params, token);
    },
    async run(command, argument) {
      await client.start();
      return client.sendRequest("workspace/executeCommand", {
        command,
        arguments: argument === undefined ? [] : [argument],
      });
    },
    onReady: ready.event,
    onChanged: changed.event,
    onStatus: status.event,
    ready: () => firstReady,
    dispose() {
      for (const part of [...ready.parts, ...changed.parts, ...status.parts]) part.dispose();
      void client.dispose().catch(() => undefined);
    },
  };
}
