// Commands about the server itself.

import { commands, type ExtensionContext } from "vscode";
import type { StrategyServer } from "../server.ts";

export function registerServerCommands(context: ExtensionContext, server: StrategyServer): void {
  context.subscriptions.push(
    commands.registerCommand("stratkit.restartServer", async () => {
      if (server.client.isRunning()) await server.client.stop();
      await server.client.start();
    }),
    commands.registerCommand("stratkit.showLog", () => server.log.show()),
  );
}
