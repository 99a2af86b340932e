// The form of a command of the server, and what several of them need: the workspace that is meant, the things that are
// named, and the edit that the client makes.

import { type Item, keyOf, type Lookup } from "@stratkit/core";
import { LSPErrorCodes, ResponseError } from "vscode-languageserver";
import { rootFor, writingFor } from "../desk.ts";
import type { Server } from "../handlers/handler.ts";
import type { StrategyRoot } from "../root.ts";
import type { Session } from "../session.ts";
import type { Writing } from "../toLsp.ts";
import { type Changes, toWorkspaceEdit } from "../workspaceEdit.ts";

/** May throw a ResponseError: its message is a sentence for the author. */
export type Command = (argument: unknown, server: Server) => Promise<unknown>;

export interface Bench {
  readonly root: StrategyRoot;
  readonly lookup: Lookup;
  readonly writing: Writing;
}

/** Of the root around an address; where nothing is opened from a root, of the first one. */
export async function benchFor(session: Session, uri: unknown): Promise<Bench | undefined> {
  await session.whole();
  const root = (typeof uri === "string" ? rootFor(session, uri) : undefined) ?? session.roots[0];
  if (root === undefined) return undefined;
  const { analysis } = await session.lookAt(root);
  return { root, lookup: root.lookup(analysis), writing: writingFor(session, root, analysis) };
}

export async function getBench(session: Session, uri: unknown): Promise<Bench> {
  const bench = await benchFor(session, uri);
  if (bench === undefined) throw refusal("There is no strategy workspace open: open a folder first");
  return bench;
}

/** One edit, so that one undo takes it back. */
export async function applyChanges(
  { session, connection }: Server,
  { writing }: Bench,
  label: string,
  changes: Changes,
): Promise<void> {
  const edit = toWorkspaceEdit(session, writing, changes);
  const { renameFile } = changes;
  if (renameFile !== undefined)
    session.rememberRename(writing.uri(renameFile.from), writing.uri(renameFile.to));
  const { applied } = await connection.workspace.applyEdit({ label, edit });
  if (!applied)
    throw refusal("The editor did not make the change: save or close what is open, and try again");
}

/** By full name, or by kind and full name where several kinds have one of that name. */
export function getItem({ lookup }: Bench, id: unknown, kind?: unknown): Item {
  const named = lookup.model.items.filter(
    (item) => item.id === id && (typeof kind !== "string" || item.kind === kind),
  );
  const [item, ...others] = [...new Map(named.map((one) => [keyOf(one), one])).values()];
  if (item === undefined)
    throw refusal(`Nothing has the id "${String(id)}": name it in full, such as trust/access`);
  if (others.length > 0) throw refusal(`"${item.id}" is the id of several things: say which kind is meant`);
  return item;
}

export function made<Result extends object>(result: Result | { readonly refused: string }): Result {
  if ("refused" in result) throw refusal(result.refused);
  return result;
}

export function refusal(sentence: string): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, sentence);
}
