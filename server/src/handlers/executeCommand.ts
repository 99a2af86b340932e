// `workspace/executeCommand`: the server's own commands. Their prefix keeps them apart from the client's.

import { FILE_KINDS, NEW_ITEM_KINDS, newFile, newItem, rulePage } from "@stratkit/core";
import {
  type ExecuteCommandParams,
  ExecuteCommandRequest,
  LSPErrorCodes,
  MessageType,
  ResponseError,
  ShowDocumentRequest,
  ShowMessageNotification,
} from "vscode-languageserver";
import { asRecord } from "../client.ts";
import { rootFor, writingFor } from "../desk.ts";
import { toWorkspaceEdit } from "../workspaceEdit.ts";
import { handler, type Server } from "./handler.ts";

type Run = (argument: unknown, server: Server) => Promise<unknown>;

const COMMANDS: Readonly<Record<string, Run>> = {
  "stratkit.server.new": makeNew,
  "stratkit.server.explain": explain,
  "stratkit.server.reload": async (_, { session }) => session.readAgain("all"),
};

export const executeCommand = handler<ExecuteCommandParams, unknown>(ExecuteCommandRequest.type, {
  capabilities: () => ({ executeCommandProvider: { commands: Object.keys(COMMANDS) } }),
  empty: null,
  async handle({ command, arguments: [argument] = [] }, server) {
    const run = COMMANDS[command];
    if (run === undefined) throw refusal(`"${command}" is not a command of this server`);
    return (await run(argument, server)) ?? null;
  },
});

/** `{uri, kind, title?, id?, in?}`; `in` is the full name of what the new thing is to stand in. */
async function makeNew(argument: unknown, { session, connection }: Server): Promise<{ id: string }> {
  const { uri, kind, title, id, in: within } = asRecord(argument);
  const root = rootFor(session, typeof uri === "string" ? uri : undefined);
  if (root === undefined) throw refusal("There is no strategy workspace open: open a folder first");
  const { analysis } = await session.lookAt(root);
  const lookup = root.lookup(analysis);
  const request = {
    ...(typeof title === "string" ? { title } : {}),
    ...(typeof id === "string" ? { id } : {}),
  };
  const fileKind = FILE_KINDS.find((known) => known === kind);
  const itemKind = NEW_ITEM_KINDS.find((known) => known === kind);
  const parent = analysis.model.items.find((item) => item.id === within);
  const made =
    fileKind !== undefined
      ? newFile(lookup, fileKind, request)
      : itemKind !== undefined
        ? newItem(lookup, itemKind, request, parent)
        : { refused: `"${String(kind)}" is not a kind of file or thing` };
  if ("refused" in made) throw refusal(made.refused);
  const changes = "createFile" in made ? { edits: [], createFile: made.createFile } : { edits: made.edits };
  const edit = toWorkspaceEdit(session, writingFor(session, root, analysis), changes);
  await connection.workspace.applyEdit({ label: `New ${String(kind)}`, edit });
  return { id: made.id };
}

/** Shows the rule's page where the client can open one, else says what it finds and why. */
async function explain(argument: unknown, { session, connection }: Server): Promise<void> {
  const rule = session.rule(String(argument));
  if (rule === undefined) throw refusal(`"${String(argument)}" is not a rule`);
  if (session.client.capabilities.window?.showDocument?.support === true) {
    await connection.sendRequest(ShowDocumentRequest.type, { uri: rulePage(rule.id), external: true });
    return;
  }
  const message = `${rule.id}: ${rule.what} ${rule.why} ${rule.help}`;
  await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
}

function refusal(sentence: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, sentence);
}
