// Commands that show something: places, the page of a rule, how the whole strategy stands.

import {
  commands,
  type ExtensionContext,
  l10n,
  type QuickPickItem,
  QuickPickItemKind,
  Uri,
  window,
} from "vscode";
import type { Location, Position } from "vscode-languageclient";
import type { StrategyServer } from "../server.ts";

export function registerShowCommands(context: ExtensionContext, server: StrategyServer): void {
  context.subscriptions.push(
    commands.registerCommand("stratkit.showReferences", (uri: string, at: Position, places: Location[]) =>
      showReferences(server, uri, at, places),
    ),
    commands.registerCommand("stratkit.explainRule", (about: unknown) => explainRule(context, server, about)),
    commands.registerCommand("stratkit.checkAll", () => checkAll(server)),
    commands.registerCommand("stratkit.showCoverage", () => showCoverage(server)),
  );
}

function showReferences(
  { client: { protocol2CodeConverter: toCode } }: StrategyServer,
  uri: string,
  at: Position,
  places: readonly Location[],
): Thenable<unknown> {
  return commands.executeCommand(
    "editor.action.showReferences",
    Uri.parse(uri),
    toCode.asPosition(at),
    places.map((place) => toCode.asLocation(place)),
  );
}

/** The pages are part of the extension, so nothing is fetched. */
async function explainRule(context: ExtensionContext, server: StrategyServer, about: unknown): Promise<void> {
  const rule = ruleOf(about) ?? (await pickRule(server));
  if (rule === undefined) return;
  const page = Uri.joinPath(context.extensionUri, "docs/rules", `${rule}.md`);
  await commands.executeCommand("markdown.showPreview", page);
}

/** A code action hands in what it is about, everybody else nothing or the id. */
function ruleOf(about: unknown): string | undefined {
  const rule = typeof about === "object" && about !== null ? Reflect.get(about, "rule") : about;
  return typeof rule === "string" ? rule : undefined;
}

async function pickRule(server: StrategyServer): Promise<string | undefined> {
  const rules = await server.request("stratkit/rules", null);
  const items = rules.map(({ id, what }) => ({ label: id, detail: what }));
  const chosen = await window.showQuickPick(items, {
    title: l10n.t("Explain a Rule"),
    placeHolder: l10n.t("Which rule?"),
    matchOnDetail: true,
  });
  return chosen?.label;
}

/** Says the summary that `stratkit check` ends with, and shows what there is to fix. */
async function checkAll(server: StrategyServer): Promise<void> {
  await server.ready();
  const result = await server.request("stratkit/toFix", {});
  await commands.executeCommand("stratkit.toFix.focus");
  if (result !== null) void window.showInformationMessage(result.summary);
}

async function showCoverage(server: StrategyServer): Promise<void> {
  await server.ready();
  const coverage = await server.request("stratkit/coverage", {});
  const items: QuickPickItem[] = (coverage?.strategies ?? []).flatMap((strategy) => [
    { label: strategy.title ?? strategy.id, kind: QuickPickItemKind.Separator },
    ...strategy.lines.map((label) => ({ label })),
  ]);
  await window.showQuickPick(items, {
    title: l10n.t("Coverage"),
    placeHolder:
      items.length === 0 ? l10n.t("There is no strategy in this folder yet") : l10n.t("How much is measured"),
  });
}
