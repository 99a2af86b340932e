// `textDocument/definition` and `declaration`, which are the same here.

import { definition as findDefinition } from "@stratkit/core";
import type { Location } from "vscode-languageserver";
import {
  DeclarationRequest,
  type DefinitionParams,
  DefinitionRequest,
  type LocationLink,
} from "vscode-languageserver";
import { deskFor } from "../desk.ts";
import { type Handler, handler } from "./handler.ts";

type Result = Location | LocationLink[] | null;

const find: Handler<DefinitionParams, Result>["handle"] = async ({ textDocument, position }, { session }) => {
  const desk = await deskFor(session, textDocument.uri);
  const found = desk && findDefinition(desk.lookup, desk.path, desk.offset(position));
  if (desk === undefined || found === undefined) return null;
  const { uri, range } = desk.location(found.file, found.name);
  if (session.client.capabilities.textDocument?.definition?.linkSupport !== true) return { uri, range };
  const originSelectionRange = desk.range(found.origin);
  const targetRange = desk.location(found.file, found.whole).range;
  return [{ originSelectionRange, targetUri: uri, targetRange, targetSelectionRange: range }];
};

export const definition = handler<DefinitionParams, Result>(DefinitionRequest.type, {
  capabilities: () => ({ definitionProvider: true }),
  empty: null,
  handle: find,
});

export const declaration = handler<DefinitionParams, Result>(DeclarationRequest.type, {
  capabilities: () => ({ declarationProvider: true }),
  empty: null,
  handle: find,
});
