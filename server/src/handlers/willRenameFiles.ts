// `workspace/willRenameFiles`: renaming a file renames the thing, so its references are brought up to date.

import { type FileMove, renameOfFiles } from "@stratkit/core";
import { type RenameFilesParams, WillRenameFilesRequest, type WorkspaceEdit } from "vscode-languageserver";
import { writingFor } from "../desk.ts";
import type { StrategyRoot } from "../root.ts";
import { keyOf, pathBelow } from "../uris.ts";
import { toWorkspaceEdit } from "../workspaceEdit.ts";
import { handler } from "./handler.ts";
import { renameOptions } from "./rename.ts";

const PATTERN = "**/*.*.{yaml,yml,csv}";

export const willRenameFiles = handler<RenameFilesParams, WorkspaceEdit | null>(WillRenameFilesRequest.type, {
  capabilities: ({ workspace }) =>
    workspace?.fileOperations?.willRename === true
      ? {
          workspace: {
            fileOperations: { willRename: { filters: [{ pattern: { glob: PATTERN, matches: "file" } }] } },
          },
        }
      : {},
  empty: null,
  async handle({ files }, { session }) {
    await session.whole();
    const byRoot = movesByRoot(
      files,
      (key) => session.rootOf(key),
      (from, to) => session.isOwnRename(from, to),
    );
    const edits: WorkspaceEdit[] = [];
    for (const [root, moves] of byRoot) {
      const { analysis } = await session.lookAt(root);
      const lookup = root.lookup(analysis);
      const options = await renameOptions(session, { root, lookup });
      const result = renameOfFiles(lookup, moves, options);
      if (result.edits.length + result.formerly.length === 0) continue;
      const others = new Map(options.records.map(({ path, text }) => [path, text]));
      edits.push(toWorkspaceEdit(session, writingFor(session, root, analysis), { ...result, others }));
    }
    return edits.length === 0 ? null : joined(edits);
  },
});

/** Moves inside one root; what the server itself asked for is left out. */
function movesByRoot(
  files: RenameFilesParams["files"],
  rootOf: (key: string) => StrategyRoot | undefined,
  isOwn: (oldUri: string, newUri: string) => boolean,
): [StrategyRoot, FileMove[]][] {
  const found = new Map<StrategyRoot, FileMove[]>();
  for (const { oldUri, newUri } of files) {
    const [from, to] = [keyOf(oldUri), keyOf(newUri)];
    const root = rootOf(from);
    if (root === undefined || rootOf(to) !== root || isOwn(oldUri, newUri)) continue;
    const [oldPath, newPath] = [pathBelow(root.key, from), pathBelow(root.key, to)];
    if (oldPath === undefined || newPath === undefined) continue;
    found.set(root, [...(found.get(root) ?? []), { from: oldPath, to: newPath }]);
  }
  return [...found];
}

/** No reference crosses roots, so their edits touch different files. */
function joined(edits: readonly WorkspaceEdit[]): WorkspaceEdit {
  const isVersioned = edits.every(({ documentChanges }) => documentChanges !== undefined);
  if (!isVersioned) return { changes: Object.assign({}, ...edits.map(({ changes }) => changes)) };
  return {
    documentChanges: edits.flatMap(({ documentChanges = [] }) => documentChanges),
    changeAnnotations: Object.assign({}, ...edits.map(({ changeAnnotations }) => changeAnnotations)),
  };
}
