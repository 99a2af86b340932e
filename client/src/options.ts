// What the client tells the server about itself, and which documents are the server's.

import { type ExtensionContext, env, type LogOutputChannel, Uri } from "vscode";
import {
  type DocumentFilter,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from "vscode-languageclient";
import { GUIDED_COMMANDS } from "./guides/guidedCommands.ts";

export type FileAccess = "server" | "client";

export const LANGUAGE = "stratkit";

/**
 * Schemes of documents that people write in. Views of older versions, comparisons and chats have schemes of their own,
 * and their texts are nobody's strategy.
 */
export const SCHEMES = ["file", "untitled", "vscode-vfs", "vscode-remote", "vscode-test-web"];

export const documentSelector: readonly DocumentFilter[] = SCHEMES.flatMap((scheme) => [
  { scheme, language: LANGUAGE },
  { scheme, pattern: "**/*.actuals.csv" },
]);

/** Commands of ours that the server may put behind its titles. */
const OFFERED = [...GUIDED_COMMANDS, "stratkit.explainRule", "stratkit.showReferences"];

export function clientOptions(
  context: ExtensionContext,
  fileAccess: FileAccess,
  log: LogOutputChannel,
): LanguageClientOptions {
  return {
    documentSelector: [...documentSelector],
    outputChannel: log,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: {
      clientCommands: OFFERED,
      fileAccess,
      locale: env.language,
      pages: Uri.joinPath(context.extensionUri, "docs").toString(),
    },
    markdown: { isTrusted: false, supportHtml: false },
  };
}
