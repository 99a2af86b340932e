// The line that the editor shows of the document that is looked at: how its strategy stands, or what is wrong, and one
// thing to do about it.

import {
  type DocumentFilter,
  type ExtensionContext,
  type LanguageStatusItem,
  l10n,
  languages,
  window,
  workspace,
} from "vscode";
import { State } from "vscode-languageclient";
import { ACTUALS_TABLE, LANGUAGE, SCHEMES } from "./options.ts";
import type { StatusParams } from "./protocol.ts";
import type { StrategyServer } from "./server.ts";
import {
  type StatusWords,
  sayLanguage,
  sayOutside,
  sayReading,
  sayStopped,
  sayUnknownName,
  sayWorkspace,
} from "./statusWords.ts";

interface ContributedLanguage {
  readonly filenamePatterns: readonly string[];
  readonly filenames: readonly string[];
}

export function registerStatus(context: ExtensionContext, server: StrategyServer): LanguageStatusItem {
  const selector = selectorOf(context);
  const item = languages.createLanguageStatusItem("stratkit.status", selector);
  item.name = l10n.t("Strategy");
  const log = languages.createLanguageStatusItem("stratkit.log", []);
  log.name = l10n.t("Strategy server");
  log.text = l10n.t("The log says why");
  log.command = { command: "stratkit.showLog", title: l10n.t("Show Log") };
  /** The newest word of the server about each root. */
  const roots = new Map<string, StatusParams>();
  /** Answers come back late; only the newest counts. */
  let newest = 0;
  const renew = async () => {
    newest += 1;
    const mine = newest;
    const words = await wordsNow(server, roots);
    if (mine !== newest || words === undefined) return;
    const { text, detail, severity, busy, command } = words;
    Object.assign(item, { text, detail, severity, busy, command });
    log.selector = isStopped(server) ? selector : [];
  };
  const note = () => {
    renew().catch((error: unknown) => server.log.warn(String(error)));
  };
  context.subscriptions.push(
    item,
    log,
    server.client.onDidChangeState(note),
    server.onReady(note),
    server.onChanged(note),
    server.onStatus((status) => {
      roots.set(status.root, status);
      note();
    }),
    window.onDidChangeActiveTextEditor(note),
    // A document comes to another language by being closed and opened.
    workspace.onDidOpenTextDocument(note),
  );
  // The server is started next.
  Object.assign(item, sayReading());
  return item;
}

/** Documents of our language, and those that should be by their names, which the manifest lists. */
function selectorOf({ extension }: ExtensionContext): DocumentFilter[] {
  const own: readonly ContributedLanguage[] = extension.packageJSON.contributes.languages;
  const names = own.flatMap(({ filenamePatterns, filenames }) => [...filenamePatterns, ...filenames]);
  const patterns = [...names.map((name) => `**/${name}`), ACTUALS_TABLE];
  return SCHEMES.flatMap((scheme) => [
    { scheme, language: LANGUAGE },
    ...patterns.map((pattern) => ({ scheme, pattern })),
  ]);
}

/** Undefined where no document is looked at. */
async function wordsNow(
  server: StrategyServer,
  roots: ReadonlyMap<string, StatusParams>,
): Promise<StatusWords | undefined> {
  const document = window.activeTextEditor?.document;
  if (isStopped(server)) return sayStopped();
  if (!server.client.isRunning()) return sayReading();
  if (document === undefined) return undefined;
  if (document.languageId !== LANGUAGE && !document.uri.path.endsWith(".csv")) {
    return sayLanguage(document.languageId);
  }
  if (document.uri.scheme === "untitled") return sayOutside();
  const about = await server.request("stratkit/document", { uri: document.uri.toString() });
  if (about.state === "unknown") return sayUnknownName();
  const root = roots.get(about.root ?? "");
  return root === undefined || root.state === "reading" ? sayReading() : sayWorkspace(about, root);
}

function isStopped({ client }: StrategyServer): boolean {
  return client.state === State.Stopped || client.state === State.StartFailed;
}
