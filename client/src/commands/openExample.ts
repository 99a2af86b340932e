// Puts the example that ships with the extension into a folder of the person's choice, and opens it.

import { commands, type ExtensionContext, l10n, Uri, window, workspace } from "vscode";

/** The folder's name, below the one that is chosen. */
const NAME = "stratkit-example";

export function registerOpenExample(context: ExtensionContext): void {
  const from = Uri.joinPath(context.extensionUri, "example");
  context.subscriptions.push(commands.registerCommand("stratkit.openExample", () => openExample(from)));
}

async function openExample(from: Uri): Promise<void> {
  const [folder] =
    (await window.showOpenDialog({
      title: l10n.t("Where to put the example"),
      openLabel: l10n.t("Put the Example Here"),
      canSelectFiles: false,
      canSelectFolders: true,
    })) ?? [];
  if (folder === undefined) return;
  const target = Uri.joinPath(folder, NAME);
  if (!(await exists(target))) await copyExample(from, target);
  await commands.executeCommand("vscode.openFolder", target);
}

/**
 * File by file, because the two ends may be of different file systems; by a list, because the files of an extension in a
 * browser can be read but not listed.
 */
async function copyExample(from: Uri, to: Uri): Promise<void> {
  const list = await workspace.fs.readFile(Uri.joinPath(from, "files.json"));
  const paths: readonly string[] = JSON.parse(new TextDecoder().decode(list));
  for (const path of paths) {
    await workspace.fs.writeFile(
      Uri.joinPath(to, path),
      await workspace.fs.readFile(Uri.joinPath(from, path)),
    );
  }
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
