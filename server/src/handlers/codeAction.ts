// `textDocument/codeAction` and `codeAction/resolve`: what can be done at a place. Edits are made when one is chosen,
// unless the client cannot come back for them.

import {
  type CodeAction as Action,
  type ActionRequest,
  codeActions,
  resolveCodeAction,
} from "@stratkit/core";
import {
  type CodeAction,
  type CodeActionParams,
  CodeActionRequest,
  CodeActionResolveRequest,
  type Command,
  Range,
} from "vscode-languageserver";
import { asRecord, type Client } from "../client.ts";
import { type Desk, deskFor } from "../desk.ts";
import type { Session } from "../session.ts";
import { toDiagnostic } from "../toLsp.ts";
import { toWorkspaceEdit } from "../workspaceEdit.ts";
import { handler } from "./handler.ts";

const KINDS = ["quickfix", "refactor", "refactor.rewrite", "refactor.extract", "source.fixAll.stratkit"];

export const codeAction = handler<CodeActionParams, CodeAction[]>(CodeActionRequest.type, {
  capabilities: ({ textDocument }) =>
    textDocument?.codeAction?.codeActionLiteralSupport === undefined
      ? {}
      : { codeActionProvider: { codeActionKinds: KINDS, resolveProvider: true } },
  empty: [],
  async handle({ textDocument: { uri }, range, context }, { session }) {
    const desk = await deskFor(session, uri);
    if (desk === undefined) return [];
    const request = requestOf(desk, range, context.only);
    return codeActions(desk.lookup, request).flatMap(
      (action) => write(session, desk, request, action, { uri, range }) ?? [],
    );
  },
});

export const codeActionResolve = handler<CodeAction, CodeAction>(CodeActionResolveRequest.type, {
  capabilities: () => ({}),
  empty: { title: "" },
  async handle(action, { session }) {
    const { uri, range, fingerprint } = asRecord(action.data);
    const desk = typeof uri === "string" ? await deskFor(session, uri) : undefined;
    if (desk === undefined || !Range.is(range) || action.kind === undefined) return action;
    const chosen = { title: action.title, ...(typeof fingerprint === "string" ? { fingerprint } : {}) };
    const made = resolveCodeAction(desk.lookup, requestOf(desk, range, [action.kind]), chosen);
    return made === undefined ? action : { ...action, edit: toWorkspaceEdit(session, desk.writing, made) };
  },
});

function requestOf(desk: Desk, range: Range, only: readonly string[] | undefined): ActionRequest {
  const { renamed } = desk.root;
  return { path: desk.path, range: desk.span(range), renamed, ...(only === undefined ? {} : { only }) };
}

/** Undefined for what this client has no way to do. */
function write(
  session: Session,
  desk: Desk,
  request: ActionRequest,
  action: Action,
  place: { readonly uri: string; readonly range: Range },
): CodeAction | undefined {
  const { title, kind, finding, isPreferred } = action;
  const head: CodeAction = {
    title,
    kind,
    ...(finding === undefined ? {} : { diagnostics: [toDiagnostic(desk.writing, finding)] }),
    ...(isPreferred ? { isPreferred } : {}),
  };
  const command = commandOf(session.client, action, place.uri);
  if (command !== undefined) return { ...head, command };
  if (!action.hasEdit) return undefined;
  const fingerprint = finding === undefined ? {} : { fingerprint: finding.fingerprint };
  const resolves =
    session.client.capabilities.textDocument?.codeAction?.resolveSupport?.properties.includes("edit");
  if (resolves === true) return { ...head, data: { ...place, ...fingerprint } };
  const made = resolveCodeAction(desk.lookup, { ...request, only: [kind] }, { title, ...fingerprint });
  return made === undefined ? undefined : { ...head, edit: toWorkspaceEdit(session, desk.writing, made) };
}

/** A guided step where the client has one; the rule's page can be shown by every client. */
function commandOf(client: Client, { title, guide }: Action, uri: string): Command | undefined {
  if (guide === undefined) return undefined;
  const command = `stratkit.${guide.command}`;
  const args = { uri, ...guide.item, ...(guide.rule === undefined ? {} : { rule: guide.rule }) };
  if (client.commands.has(command)) return { title, command, arguments: [args] };
  return guide.command === "explainRule"
    ? { title, command: "stratkit.server.explain", arguments: [guide.rule] }
    : undefined;
}
