// Says that what is drawn may be old: something was checked anew, or the server came or went.

import { Disposable } from "vscode";
import type { StrategyServer } from "../server.ts";

/** While somebody types, checks come faster than anybody can look. */
const QUIET_MS = 150;

export function whenChanged(server: StrategyServer, act: () => void): Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const note = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      act();
    }, QUIET_MS);
  };
  const parts = [server.onReady(note), server.onChanged(note), server.client.onDidChangeState(note)];
  return Disposable.from(...parts, { dispose: () => clearTimeout(timer) });
}
