// Starts the extension: the language client, and everything that is shown beside the text. The same on a desktop and in
// a browser; the two entries hand in how the server is started.

import { commands, type ExtensionContext, type LanguageStatusItem, l10n, window } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { type ChangesView, registerChanges } from "./changes/changes.ts";
import { registerOpenExample } from "./commands/openExample.ts";
import { registerServerCommands } from "./commands/serverCommands.ts";
import { registerShowCommands } from "./commands/showCommands.ts";
import { answerFileRequests } from "./files/answerFileRequests.ts";
import { registerGuides } from "./guides/registerGuides.ts";
import { clientOptions, type FileAccess } from "./options.ts";
import { registerPanel } from "./panel/panel.ts";
import { connectServer, type StrategyServer } from "./server.ts";
import { registerStatus } from "./status.ts";
import { registerStrategyTree, type StrategyTreeView } from "./views/strategyTree.ts";
import { type FixListView, registerToFix } from "./views/toFix.ts";

export type MakeClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** What `activate` answers; tests wait with it. */
export interface Extension {
  readonly server: StrategyServer;
  readonly views: {
    readonly strategy: StrategyTreeView;
    readonly toFix: FixListView;
    readonly changes: ChangesView;
    readonly status: LanguageStatusItem;
  };
}

/** The section of the settings, too: the client reads `stratkit.trace.server` by it. */
const CLIENT_ID = "stratkit";

const FEATURES = [
  registerServerCommands,
  registerShowCommands,
  registerOpenExample,
  registerGuides,
  registerPanel,
];

/** Comes back at once; the server starts meanwhile. */
export function open(context: ExtensionContext, fileAccess: FileAccess, make: MakeClient): Extension {
  const log = window.createOutputChannel(l10n.t("Strategy"), { log: true });
  const client = make(CLIENT_ID, l10n.t("Strategy"), clientOptions(context, fileAccess, log));
  const server = connectServer(client, log);
  context.subscriptions.push(log, server, answerFileRequests(client));
  for (const register of FEATURES) register(context, server);
  const views = {
    strategy: registerStrategyTree(context, server),
    toFix: registerToFix(context, server),
    changes: registerChanges(context, server),
    status: registerStatus(context, server),
  };
  void commands.executeCommand("setContext", "stratkit.active", true);
  client.start().catch((error: unknown) => log.error(error instanceof Error ? error : String(error)));
  return { server, views };
}
