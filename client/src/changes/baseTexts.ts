// Texts as they stood in the base, to be read and never written: alone, or beside what they have become.

import {
  commands,
  type Disposable,
  l10n,
  Range,
  type TextDocumentShowOptions,
  Uri,
  window,
  workspace,
} from "vscode";
import type { StrategyServer } from "../server.ts";
import { openPlace } from "../views/places.ts";
import { type ChangeItem, sayBase } from "./changeLine.ts";

export const BASE_SCHEME = "stratkit-base";

/** What is asked of the server for a text. */
interface Asked {
  readonly uri: string;
  /** The whole id; empty for the text of a file that is not there. */
  readonly commit: string;
}

export function provideBaseTexts(server: StrategyServer): Disposable {
  return workspace.registerTextDocumentContentProvider(BASE_SCHEME, {
    async provideTextDocumentContent(uri, token) {
      const asked = readAsked(uri);
      // A window that comes back asks for what it showed before anybody has said whom to trust.
      if (asked === undefined || asked.commit === "" || !workspace.isTrusted) return "";
      await server.ready();
      const { text } = await server.request("stratkit/baseText", asked, token);
      return text ?? "";
    },
  });
}

/** With the path of the file, so that the editor knows its language. */
function addressOf(asked: Asked): Uri {
  const { path } = Uri.parse(asked.uri);
  return Uri.from({ scheme: BASE_SCHEME, path, query: JSON.stringify(asked) });
}

/** The address may come from anywhere. */
function readAsked({ query }: Uri): Asked | undefined {
  try {
    const asked: unknown = JSON.parse(query);
    if (typeof asked !== "object" || asked === null) return undefined;
    const { uri, commit } = asked as Partial<Record<keyof Asked, unknown>>;
    return typeof uri === "string" && typeof commit === "string" ? { uri, commit } : undefined;
  } catch {
    return undefined;
  }
}

/** Where it stands; of what is gone, where it stood. */
export async function openChange(server: StrategyServer, { entry, base }: ChangeItem): Promise<void> {
  const { now, was } = entry;
  if (now !== undefined) await openPlace(server, now);
  else if (was !== undefined)
    await window.showTextDocument(
      addressOf({ uri: was.uri, commit: base.commit }),
      optionsFor(was.range.start.line),
    );
}

export async function openSideBySide({ entry, base }: ChangeItem): Promise<void> {
  const [oldPlace, newPlace] = [entry.was ?? entry.now, entry.now ?? entry.was];
  if (oldPlace === undefined || newPlace === undefined) return;
  const present = Uri.parse(newPlace.uri);
  const right = (await isThere(present)) ? present : addressOf({ uri: newPlace.uri, commit: "" });
  const name = present.path.slice(present.path.lastIndexOf("/") + 1);
  await commands.executeCommand(
    "vscode.diff",
    addressOf({ uri: oldPlace.uri, commit: base.commit }),
    right,
    l10n.t("{0} ({1} and now)", name, sayBase(base)),
    entry.now === undefined ? { preview: true } : optionsFor(entry.now.range.start.line),
  );
}

function optionsFor(line: number): TextDocumentShowOptions {
  return { preview: true, selection: new Range(line, 0, line, 0) };
}

async function isThere(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
