// Commands about the extension and its server: what helps when something does not work.

import { commands, type ExtensionContext, env, l10n, languages, version, window } from "vscode";
import { LANGUAGE } from "../options.ts";
import type { StrategyServer } from "../server.ts";

export function registerServerCommands(context: ExtensionContext, server: StrategyServer): void {
  context.subscriptions.push(
    commands.registerCommand("stratkit.restartServer", async () => {
      if (server.client.isRunning()) await server.client.stop();
      await server.client.start();
    }),
    commands.registerCommand("stratkit.showLog", () => server.log.show()),
    commands.registerCommand("stratkit.copySupportFacts", () => copySupportFacts(context, server)),
    commands.registerCommand("stratkit.switchLanguage", async () => {
      const document = window.activeTextEditor?.document;
      if (document !== undefined) await languages.setTextDocumentLanguage(document, LANGUAGE);
    }),
    commands.registerCommand("stratkit.openWalkthrough", () =>
      commands.executeCommand("workbench.action.openWalkthrough", `${context.extension.id}#start`, false),
    ),
  );
}

/** The facts that `stratkit doctor` prints, with those of the editor. No title, text or name of a file is among them. */
async function copySupportFacts(context: ExtensionContext, server: StrategyServer): Promise<void> {
  const facts = {
    extension: String(context.extension.packageJSON.version),
    editor: `${env.appName} ${version}`,
    host: `${env.appHost}${env.remoteName === undefined ? "" : `, ${env.remoteName}`}`,
    language: env.language,
    ...(await server.request("stratkit/facts", {})),
  };
  const lines = Object.entries(facts).map(([name, fact]) => `${name}: ${fact}\n`);
  await env.clipboard.writeText(lines.join(""));
  void window.setStatusBarMessage(l10n.t("Support facts are on the clipboard"), MESSAGE_MS);
}

const MESSAGE_MS = 5000;
