// The servers that a keystroke is measured on, each with the document open.

import { type Folder, workspaceFolder } from "./folders.ts";
import type { LspPeer, ServerProgram } from "./lspPeer.ts";
import { startServer } from "./servers.ts";
import type { OpenText } from "./typist.ts";

/** Ours looks at a whole folder; the others look at open files only, so that it is the same to them which one they get. */
export async function openInAll<Name extends string>(
  ours: { readonly program: ServerProgram; readonly folder: Folder },
  others: Readonly<Record<Name, ServerProgram>>,
  documents: readonly OpenText[],
): Promise<{ ours: LspPeer; others: Record<Name, LspPeer>; stop(): Promise<void> }> {
  const small = workspaceFolder(100);
  const peers = {} as Record<Name, LspPeer>;
  for (const name in others) peers[name] = await startServer(others[name], small.path);
  const own = await startServer(ours.program, ours.folder.path);
  const all: LspPeer[] = [own];
  for (const name in peers) all.push(peers[name]);
  for (const peer of all) for (const { uri, text } of documents) await peer.open(uri, text);
  return {
    ours: own,
    others: peers,
    async stop() {
      for (const peer of all) await peer.stop();
    },
  };
}
