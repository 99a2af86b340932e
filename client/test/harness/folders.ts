// Folders of strategies for tests to work on: the ones that the window opened, and fresh ones of a test's own.

import { Uri, workspace } from "vscode";
import { copyOutside, pathOf, removeOutside, writeOutside } from "./outside.ts";
import { facts } from "./runner.ts";
import { waitFor } from "./waitFor.ts";

/** A folder that the window opened, by its name. All tests of the window share it: leave it as it was. */
export function openedFolder(name: string): Uri {
  const folder = workspace.workspaceFolders?.find((each) => each.name === name);
  if (folder === undefined) throw new Error(`The window has no folder "${name}"`);
  return folder.uri;
}

/** Adds a copy of a folder of the project to the window. `close` takes it away again. */
export async function openCopy(source: string): Promise<OwnFolder> {
  const folder = freshFolder(source.split("/").at(-1) ?? "copy");
  await copyOutside(source, folder);
  return open(folder);
}

/** Adds a folder that holds these files, by their paths in it. */
export async function openFiles(files: Readonly<Record<string, string>>): Promise<OwnFolder> {
  const folder = freshFolder("files");
  await writeOutside(folder, files);
  return open(folder);
}

export interface OwnFolder {
  readonly uri: Uri;
  file(path: string): Uri;
  close(): Promise<void>;
}

/** In the scheme and on the machine of the opened folders; the name is used once. */
function freshFolder(name: string): Uri {
  const first = workspace.workspaceFolders?.[0]?.uri;
  if (first === undefined) throw new Error("The window has no folder");
  const number = Math.random().toString(36).slice(2, 8);
  return first.with({ path: `${facts().scratch}/own/${name}-${number}` });
}

async function open(uri: Uri): Promise<OwnFolder> {
  // At the end of the list: with another first folder, VS Code would start all extensions anew.
  await change("the folder to join the window", workspace.workspaceFolders?.length ?? 0, 0, { uri });
  return {
    uri,
    file: (path) => Uri.joinPath(uri, path),
    async close() {
      const index = workspace.workspaceFolders?.find((folder) => pathOf(folder.uri) === pathOf(uri))?.index;
      if (index !== undefined) await change("the folder to leave the window", index, 1);
      await removeOutside(uri);
    },
  };
}

/** VS Code takes no change before it has said that the last one is done. */
async function change(what: string, start: number, removed: number, ...added: { uri: Uri }[]): Promise<void> {
  let isDone = false;
  const listening = workspace.onDidChangeWorkspaceFolders(() => {
    isDone = true;
  });
  if (!workspace.updateWorkspaceFolders(start, removed, ...added))
    throw new Error(`VS Code did not let ${what}`);
  await waitFor(what, () => isDone);
  listening.dispose();
}
