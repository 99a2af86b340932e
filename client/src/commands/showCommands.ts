// Commands that show a place: what a line of counts is about.

import { commands, type ExtensionContext, Uri } from "vscode";
import type { Location, Position } from "vscode-languageclient";
import type { StrategyServer } from "../server.ts";

export function registerShowCommands(context: ExtensionContext, { client }: StrategyServer): void {
  const { protocol2CodeConverter: toCode } = client;
  context.subscriptions.push(
    commands.registerCommand(
      "stratkit.showReferences",
      (uri: string, position: Position, locations: Location[]) =>
        commands.executeCommand(
          "editor.action.showReferences",
          Uri.parse(uri),
          toCode.asPosition(position),
          locations.map((location) => toCode.asLocation(location)),
        ),
    ),
  );
}
