// `textDocument/prepareRename` and `textDocument/rename`: another id, everywhere at once.

import { prepareRename as prepare, RECORD_FILES, rename as renameSubject, savedReader } from "@stratkit/core";
import {
  LSPErrorCodes,
  type PrepareRenameParams,
  PrepareRenameRequest,
  type Range,
  type RenameParams,
  RenameRequest,
  ResponseError,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { type Desk, deskFor } from "../desk.ts";
import type { Session } from "../session.ts";
import { readRecords, toWorkspaceEdit } from "../workspaceEdit.ts";
import { handler } from "./handler.ts";

export const prepareRename = handler<PrepareRenameParams, { range: Range; placeholder: string } | null>(
  PrepareRenameRequest.type,
  {
    capabilities: () => ({}),
    empty: null,
    async handle({ textDocument, position }, { session }) {
      await session.whole();
      const desk = await deskFor(session, textDocument.uri);
      if (desk === undefined) return null;
      const { range, placeholder } = asked(prepare(desk.lookup, desk.path, desk.offset(position)));
      return { range: desk.range(range), placeholder };
    },
  },
);

export const rename = handler<RenameParams, WorkspaceEdit | null>(RenameRequest.type, {
  capabilities: ({ textDocument }) => ({
    renameProvider: textDocument?.rename?.prepareSupport === true ? { prepareProvider: true } : true,
  }),
  empty: null,
  async handle({ textDocument, position, newName }, { session }) {
    await session.whole();
    const desk = await deskFor(session, textDocument.uri);
    if (desk === undefined) return null;
    const { subject } = asked(prepare(desk.lookup, desk.path, desk.offset(position)));
    const options = await renameOptions(session, desk);
    const result = asked(renameSubject(desk.lookup, subject, newName, options));
    const others = new Map(options.records.map(({ path, text }) => [path, text]));
    const edit = toWorkspaceEdit(session, desk.writing, { ...result, others });
    const { renameFile } = result;
    if (renameFile !== undefined)
      session.rememberRename(desk.writing.uri(renameFile.from), desk.writing.uri(renameFile.to));
    return edit;
  },
});

export async function renameOptions(session: Session, { root, lookup }: Pick<Desk, "root" | "lookup">) {
  const records = await readRecords(session, root, RECORD_FILES);
  return { records, wasSaved: savedReader(lookup.analysis, (path) => root.stored(path)) };
}

/** A refusal is said to the author in its own words. */
function asked<Result extends object>(result: Result | { readonly refused: string }): Result {
  if ("refused" in result) throw new ResponseError(LSPErrorCodes.RequestFailed, result.refused);
  return result;
}
