// What happens when the server's process goes: it is started again in silence, until it goes again and again.

import { l10n } from "vscode";
import { CloseAction, ErrorAction, type ErrorHandler } from "vscode-languageclient";

/** So many restarts within so many milliseconds are made without a word. */
const MOST = 4;
const WITHIN = 3 * 60 * 1000;
/** A connection that cannot be written to is given up after so many attempts; then it closes. */
const MOST_ERRORS = 3;

export function restartAfterCrashes(): ErrorHandler {
  let crashes: readonly number[] = [];
  return {
    error(_error, _message, count = 0) {
      const action = count <= MOST_ERRORS ? ErrorAction.Continue : ErrorAction.Shutdown;
      return { action, handled: true };
    },
    closed() {
      const now = Date.now();
      crashes = [...crashes.filter((crash) => now - crash < WITHIN), now];
      if (crashes.length <= MOST) return { action: CloseAction.Restart, handled: true };
      const message = l10n.t(
        "The strategy server stopped {0} times in three minutes and is not started again by itself. Findings and help are missing until it is restarted.",
        crashes.length,
      );
      // Only a person starts it again, and from then on it is counted anew.
      crashes = [];
      return { action: CloseAction.DoNotRestart, message };
    },
  };
}
