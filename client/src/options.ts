// What the client tells the server about itself, and which documents are the server's.

import { type ExtensionContext, env, type LogOutputChannel, Uri } from "vscode";
import { type LanguageClientOptions, RevealOutputChannelOn } from "vscode-languageclient";
import { restartAfterCrashes } from "./crashes.ts";
import { GUIDED_COMMANDS } from "./guides/guidedCommands.ts";
import { ownFindings } from "./ownFindings.ts";

export type FileAccess = "server" | "client";

export const LANGUAGE = "stratkit";

/**
 * Schemes of documents that people write in. Views of older versions, comparisons and chats have schemes of their own,
 * and their texts are nobody's strategy.
 */
export const SCHEMES = ["file", "untitled", "vscode-vfs", "vscode-remote", "vscode-test-web"];

/** The editor and the library each have a type of their own for these. */
interface OwnDocuments {
  readonly scheme: string;
  readonly language?: string;
  readonly pattern?: string;
}

/** Recorded values as a table; they keep the language that they have. */
export const ACTUALS_TABLE = "**/*.actuals.csv";

/** Known debt: what is said of it can be put right where it stands. */
const BASELINE = "**/stratkit.baseline.json";

/** Links that were reviewed; the same. */
const REVIEWS = "**/stratkit.reviews.yaml";

export const documentSelector: readonly OwnDocuments[] = SCHEMES.flatMap((scheme) => [
  { scheme, language: LANGUAGE },
  { scheme, pattern: ACTUALS_TABLE },
  { scheme, pattern: BASELINE },
  { scheme, pattern: REVIEWS },
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
    errorHandler: restartAfterCrashes(),
    diagnosticCollectionProvider: ownFindings(documentSelector),
    initializationOptions: {
      clientCommands: OFFERED,
      fileAccess,
      locale: env.language,
      pages: Uri.joinPath(context.extensionUri, "docs").toString(),
    },
    markdown: { isTrusted: false, supportHtml: false },
  };
}
