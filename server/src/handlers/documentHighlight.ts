// `textDocument/documentHighlight`: the places of an id in its file.

import { documentHighlight as findHighlights } from "@stratkit/core";
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  DocumentHighlightRequest,
} from "vscode-languageserver";
import { deskFor } from "../desk.ts";
import { handler } from "./handler.ts";

export const documentHighlight = handler<DocumentHighlightParams, DocumentHighlight[]>(
  DocumentHighlightRequest.type,
  {
    capabilities: () => ({ documentHighlightProvider: true }),
    empty: [],
    async handle({ textDocument, position }, { session }) {
      const desk = await deskFor(session, textDocument.uri);
      if (desk === undefined) return [];
      return findHighlights(desk.lookup, desk.path, desk.offset(position)).map(({ span, kind }) => ({
        range: desk.range(span),
        kind: kind === "write" ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
      }));
    },
  },
);
