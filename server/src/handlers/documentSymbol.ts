// `textDocument/documentSymbol`: the outline of a file, as a tree or, for clients without trees, as a list.

import { documentSymbols, type OutlineSymbol } from "@stratkit/core";
import type { SymbolInformation } from "vscode-languageserver";
import { type DocumentSymbol, type DocumentSymbolParams, DocumentSymbolRequest } from "vscode-languageserver";
import { type Desk, deskFor } from "../desk.ts";
import { toSymbolKind } from "../toLsp.ts";
import { handler } from "./handler.ts";

export const documentSymbol = handler<DocumentSymbolParams, DocumentSymbol[] | SymbolInformation[]>(
  DocumentSymbolRequest.type,
  {
    capabilities: () => ({ documentSymbolProvider: true }),
    empty: [],
    async handle({ textDocument }, { session }) {
      const desk = await deskFor(session, textDocument.uri);
      if (desk === undefined) return [];
      const symbols = documentSymbols(desk.lookup, desk.path);
      const { documentSymbol: declared } = session.client.capabilities.textDocument ?? {};
      const takesTrees = declared?.hierarchicalDocumentSymbolSupport === true;
      return takesTrees
        ? symbols.map((one) => toTree(one, desk))
        : symbols.flatMap((one) => toList(one, desk, ""));
    },
  },
);

function toTree(
  { name, detail, kind, whole, selection, children }: OutlineSymbol,
  desk: Desk,
): DocumentSymbol {
  return {
    name,
    detail,
    kind: toSymbolKind(kind),
    range: desk.range(whole),
    selectionRange: desk.range(selection),
    children: children.map((child) => toTree(child, desk)),
  };
}

function toList(
  { name, kind, whole, children }: OutlineSymbol,
  desk: Desk,
  containerName: string,
): SymbolInformation[] {
  const own = { name, kind: toSymbolKind(kind), containerName, location: desk.location(desk.path, whole) };
  return [own, ...children.flatMap((child) => toList(child, desk, name))];
}
