// `textDocument/prepareTypeHierarchy`, `typeHierarchy/supertypes` and `subtypes`: the golden thread, up and down, one
// step for each request.

import { prepareTypeHierarchy as findStart, type Item, subtypes, supertypes } from "@stratkit/core";
import {
  type TypeHierarchyItem,
  type TypeHierarchyPrepareParams,
  TypeHierarchyPrepareRequest,
  TypeHierarchySubtypesRequest,
  TypeHierarchySupertypesRequest,
} from "vscode-languageserver";
import { asRecord } from "../client.ts";
import { type Desk, deskFor } from "../desk.ts";
import { toSymbolKind } from "../toLsp.ts";
import { type Handler, handler } from "./handler.ts";

interface StepParams {
  readonly item: TypeHierarchyItem;
}

export const prepareTypeHierarchy = handler<TypeHierarchyPrepareParams, TypeHierarchyItem[] | null>(
  TypeHierarchyPrepareRequest.type,
  {
    capabilities: () => ({ typeHierarchyProvider: true }),
    empty: null,
    async handle({ textDocument, position }, { session }) {
      const desk = await deskFor(session, textDocument.uri);
      const item = desk && findStart(desk.lookup, desk.path, desk.offset(position));
      return desk === undefined || item === undefined ? null : [toItem(item, desk)];
    },
  },
);

export const typeHierarchySupertypes = handler(TypeHierarchySupertypesRequest.type, stepBy(supertypes));
export const typeHierarchySubtypes = handler(TypeHierarchySubtypesRequest.type, stepBy(subtypes));

function stepBy(step: typeof supertypes): Handler<StepParams, TypeHierarchyItem[]> {
  return {
    capabilities: () => ({}),
    empty: [],
    async handle({ item: { uri, data } }, { session }) {
      const desk = await deskFor(session, uri);
      const item = desk && findItem(data, desk);
      return desk === undefined || item === undefined
        ? []
        : step(desk.lookup, item).map((one) => toItem(one, desk));
    },
  };
}

function findItem(data: unknown, { lookup }: Desk): Item | undefined {
  const { kind, id } = asRecord(data);
  return lookup.model.items.find((item) => item.kind === kind && item.id === id);
}

function toItem(item: Item, { lookup, location }: Desk): TypeHierarchyItem {
  const { file, name, whole } = lookup.placeOf(item);
  const { uri, range } = location(file, whole);
  return {
    name: item.title ?? item.id,
    detail: item.id,
    kind: toSymbolKind(item.kind),
    uri,
    range,
    selectionRange: location(file, name).range,
    data: { kind: item.kind, id: item.id },
  };
}
